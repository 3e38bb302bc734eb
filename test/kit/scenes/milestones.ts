import { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { followUp } from '../../../bot/governance/milestone/follow-up.ts';
import { milestonePlan } from '../../../bot/governance/milestone/plan.ts';
import type { State } from '../../../bot/governance/vocabulary/all.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { FollowUpRow, FollowUpState, RowAnswer } from '../../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { Milestone, MilestonePlanState } from '../../../bot/governance/vocabulary/milestone/plan.ts';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import type { CardScene } from './scene.ts';
import { type Cast, clustersOf, now, type Setting } from './setting.ts';
import { milestoneWords } from './words.ts';

const today = '2015-02-23';
const quarter = '2015-01-02';

/** A plan as it is written, put forward, in force and moved; what is asked about it, and what the chairs hear. */
export function milestoneScenes({ charter, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, secretary, stranger } = there;
  const seats = on.bodies?.[0]?.appointments ?? [];
  const keys = termsInForce(charter, body, today)?.keyRule.seats ?? [];
  const holder = (at: number) => seats.find(({ seat }) => seat === keys[at])?.person ?? stranger;
  const [one, other] = [holder(0), holder(1)];
  const owner = (at: number) => (at % 5 === 4 ? null : (seats[(at % 4) + 2]?.person ?? one));
  const cluster = clustersOf(charter, body)[0] ?? body;
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks,
  });

  const milestone = (at: number): Milestone => ({
    id: `m${at}`,
    deliverable: { text: { ref: `deliverable-${at % 4}`, mac: '' }, in: `milestone-plan/${body}` },
    initiative: null,
    owner: owner(at),
    from: null,
    due: Temporal.PlainDate.from('2015-02-16')
      .add({ days: 9 * at })
      .toString(),
    dueFrom: { via: 'card' },
    dependsOn: at === 3 ? ['m2'] : [],
    carriedBy: at % 3 === 2 ? [cluster] : [],
  });
  const some = Array.from({ length: 6 }, (_each, at) => milestone(at));
  const forty = Array.from({ length: 40 }, (_each, at) => milestone(at));
  const plan: MilestonePlanState = {
    ...milestonePlan.initial(`milestone-plan/${body}`),
    phase: 'in-force',
    version: 2,
    inForce: some,
    reason: { text: { ref: 'why', mac: '' }, in: `milestone-plan/${body}` },
    edition: 4,
    since: '2015-02-10T09:00:00Z',
  };
  const changed: readonly Milestone[] = [
    ...some.slice(1).map((each, at) => (at === 1 ? { ...each, due: '2015-05-01', dueFrom: { via: 'list' } as const } : each)),
    milestone(7),
  ];
  const asked: MilestonePlanState = {
    ...plan,
    phase: 'asked',
    draft: changed,
    draftReason: { ref: 'draft-why', mac: '' },
    since: '2015-02-20T09:00:00Z',
    turns: [{ seat: keys[0] ?? '', person: one, judgement: { yes: true, reason: null }, at: '2015-02-20T10:00:00Z' }],
  };
  const down: MilestonePlanState = {
    ...asked,
    phase: 'drafting',
    turns: [],
    turnedDown: [{ seat: keys[1] ?? '', person: other, judgement: { yes: false, reason: { ref: 'draft-why', mac: '' } }, at: now }],
  };
  const answer = (person: string, status: RowAnswer['status'], expected: string | null): RowAnswer => ({
    status,
    expected,
    why: status === 'late' || status === 'at-risk' ? { ref: 'late-why', mac: '' } : null,
    needs: status === 'late' || status === 'at-risk' ? { ref: 'late-needs', mac: '' } : null,
    textsIn: `follow-up/${body}`,
    person,
    recordedBy: status === 'late' ? secretary : null,
    on: today,
    at: now,
  });
  const row = (each: Milestone, change: Partial<FollowUpRow> = {}): FollowUpRow => ({
    milestone: each.id,
    deliverable: each.deliverable,
    initiative: null,
    owner: each.owner,
    from: null,
    due: each.due,
    neededBy: each.id === 'm2' ? '2015-03-15' : null,
    plan: body,
    key: `${body}.${each.id}`,
    since: '2015-02-10',
    withdrawn: false,
    answer: null,
    corrections: 0,
    askedOn: today,
    waitsSince: quarter,
    silentQuarters: 1,
    attention: null,
    ...change,
  });
  const said = (at: number): Partial<FollowUpRow> =>
    at === 0
      ? { answer: answer(owner(0) ?? one, 'late', '2015-04-01'), attention: 'late' }
      : at === 1
        ? { answer: answer(owner(1) ?? one, 'follows', null) }
        : at === 3
          ? { answer: answer(owner(3) ?? one, 'at-risk', '2015-03-20') }
          : at === 4
            ? { answer: answer(other, 'done', '2015-02-20') }
            : {};
  const follow = (of: readonly Milestone[], answered: 'none' | 'some' | 'all'): FollowUpState => {
    const rows = of.map((each, at) =>
      row(each, answered === 'none' ? {} : answered === 'all' ? { answer: answer(other, 'follows', null) } : said(at)),
    );
    return {
      ...followUp.initial(`follow-up/${body}`),
      rows,
      versions: { [body]: 2 },
      checkIns: [{ on: today, rows: rows.map(({ key }) => key), quarterly: true, answerBy: '2015-03-02' }],
      lookedAt: today,
      noted: [{ plan: body, on: today, rows: [`${body}.m0`] }],
    };
  };
  const silent: FollowUpState = {
    ...follow(some, 'none'),
    rows: some.map((each) => row(each, { silentQuarters: 2, attention: 'silent' })),
    noted: [{ plan: body, on: today, rows: some.slice(0, 3).map(({ id }) => `${body}.${id}`) }],
  };
  const again: FollowUpState = {
    ...follow(some, 'none'),
    rows: some.map((each) => row(each, { answer: { ...answer(other, 'follows', null), on: '2015-01-15' } })),
  };
  const newer: FollowUpState = {
    ...follow(some, 'some'),
    checkIns: [...follow(some, 'some').checkIns, { on: '2015-04-07', rows: [`${body}.m2`], quarterly: false, answerBy: '2015-04-14' }],
  };
  const far: FollowUpState = {
    ...followUp.initial(`follow-up/${cluster}`),
    rows: some.filter(({ carriedBy }) => carriedBy.length > 0).map((each) => row(each)),
  };
  const withStates = (states: Readonly<Partial<Record<Stream, State>>>): Desk =>
    desk({ ...on, bodies: [...(on.bodies ?? []), emptyBody(cluster)], states, words: { ...on.words, ...milestoneWords } });
  const at = (of: MilestonePlanState | null, rows: FollowUpState | null): Desk =>
    withStates({
      ...(of ? { [`milestone-plan/${body}`]: of } : {}),
      ...(rows ? { [`follow-up/${body}`]: rows } : {}),
      ...(of ? { [`follow-up/${cluster}`]: far } : {}),
    });
  const scene =
    (card: CardName, about: Stream, occasion: string | null) =>
    (state: string, viewer: Viewer, of: MilestonePlanState | null, rows: FollowUpState | null = null): CardScene => ({
      card,
      state,
      about,
      occasion,
      viewer,
      desk: at(of, rows),
    });
  const list = scene('milestones', `body/${body}`, null);
  const version = scene('milestone-plan', `milestone-plan/${body}`, 'version-3');
  const inForce = scene('milestone-plan', `milestone-plan/${body}`, 'version-2');
  const checkIn = scene('check-in', `follow-up/${body}`, `check-in-${quarter}`);
  const agree = scene('ask', `milestone-plan/${body}`, 'milestone-plan-2015-02-20T09:00:00Z');
  const noted = scene('milestone-note', `follow-up/${body}`, `attention-${body}-${today}`);
  const raised = caseIn('judging', {
    case: 'x1',
    number: 'IT 2015-04',
    body,
    at: body,
    termsOn: today,
    since: '2015-02-20T09:00:00Z',
    content: {
      title: { ref: 'title', mac: '' },
      account: null,
      recommendations: [{ ref: 'recommendation', mac: '' }],
      papers: null,
      journal: null,
      moves: { plan: body, milestone: 'm0', due: '2015-05-01' },
    },
  });
  const alone = (which: 'm0' | 'm2', attention: 'silent' | 'dependant'): FollowUpState => ({
    ...follow(some, 'none'),
    rows: some.map((each) => row(each, { attention: each.id === which ? attention : null })),
    noted: [{ plan: body, on: today, rows: [`${body}.${which}`] }],
  });
  const erased = some.map((each) => ({ ...each, deliverable: { text: { ref: 'erased', mac: '' }, in: each.deliverable.in } }));
  const unnamed = desk({ ...on, bodies: [emptyBody(body)], states: { [`milestone-plan/${body}`]: asked }, words: milestoneWords });
  const pasted: MilestonePlanState = { ...plan, list: { ref: 'list', mac: '' } };
  const wrong: MilestonePlanState = { ...plan, list: { ref: 'wrong-list', mac: '' } };
  const row0 = { row: `${body}.m0` };
  return [
    list('none', everyone, null),
    list('none-member', as(one), null),
    list('in-force', everyone, plan, follow(some, 'some')),
    list('in-force-member', as(one), plan, follow(some, 'some')),
    list('forty', everyone, { ...plan, inForce: forty }, follow(forty, 'some')),
    list('forty-all', as(stranger, 'all'), { ...plan, inForce: forty }, follow(forty, 'some')),
    list('drafting', as(one), { ...down, turnedDown: null }, follow(some, 'some')),
    list('asked', everyone, asked, follow(some, 'some')),
    list('writing', as(one, 'write'), plan),
    list('editing-which', as(one, 'edit'), plan),
    list('editing', as(one, 'editing', { which: 'm3' }), { ...plan, inForce: forty }),
    list('proposing', as(one, 'propose'), { ...down, turnedDown: null }),
    list('throwing-away', as(one, 'drop'), { ...down, turnedDown: null }),
    list('pasting', as(one, 'list'), plan),
    list('matching', as(one, 'match'), pasted),
    list('matching-wrong', as(one, 'match'), wrong),
    version('asked', everyone, asked, follow(some, 'some')),
    version('asked-key', as(other), asked, follow(some, 'some')),
    version('asked-no', as(other, 'no'), asked),
    version('asked-member', as(stranger), asked),
    version('turned-down', everyone, down),
    { ...version('milestone-plan', everyone, down), card: 'turned-down', occasion: `at-${down.since}` },
    version('forty', as(other), { ...asked, draft: forty }, follow(some, 'some')),
    inForce('in-force', everyone, plan, follow(some, 'some')),
    inForce('overtaken', everyone, { ...plan, version: 3 }),
    checkIn('asked', everyone, plan, follow(some, 'none')),
    checkIn('half-answered', everyone, plan, follow(some, 'some')),
    checkIn('owner', as(owner(0) ?? one), plan, follow(some, 'none')),
    checkIn('owner-answering', as(owner(0) ?? one, 'answer', row0), plan, follow(some, 'none')),
    checkIn('owner-explaining', as(owner(0) ?? one, 'why', { ...row0, status: 'late' }), plan, follow(some, 'none')),
    checkIn('chair-correcting', as(one, 'answer', row0), plan, follow(some, 'some')),
    checkIn('secretary-answering', as(secretary, 'answer', row0), plan, follow(some, 'some')),
    checkIn('taken-out', as(one, 'answer', { row: `${body}.gone` }), plan, follow(some, 'some')),
    checkIn('stranger', as(stranger), plan, follow(some, 'some')),
    checkIn('forty', everyone, plan, follow(forty, 'some')),
    checkIn('forty-chair', as(one), plan, follow(forty, 'some')),
    checkIn('forty-all', as(one, 'all'), plan, follow(forty, 'some')),
    checkIn('forty-all-next', as(one, 'all', { case: '20' }), plan, follow(forty, 'some')),
    checkIn('asked-again', everyone, plan, again),
    checkIn('all-answered', everyone, plan, follow(some, 'all')),
    checkIn('newer', everyone, plan, newer),
    checkIn('owner-at-risk', as(owner(0) ?? one, 'why', { ...row0, status: 'at-risk' }), plan, follow(some, 'none')),
    checkIn('needed-by-another', as(owner(2) ?? one, 'answer', { row: `${body}.m2` }), plan, follow(some, 'none')),
    checkIn('owner-correcting', as(owner(1) ?? one, 'answer', { row: `${body}.m1` }), plan, follow(some, 'some')),
    checkIn('secretary-own', as(secretary, 'answer', { row: `${body}.m4` }), plan, follow(some, 'none')),
    checkIn('owner-answered', as(owner(0) ?? one), plan, follow(some, 'all')),
    checkIn('another-owner', as(stranger, 'answer', row0), plan, follow(some, 'some')),
    scene('check-in', `follow-up/${body}`, null)('nothing', everyone, null),
    list('just-agreed', everyone, plan),
    list('erased', everyone, { ...plan, inForce: erased }),
    version('thrown-away', everyone, milestonePlan.initial(`milestone-plan/${body}`)),
    { ...version('nobody', everyone, asked), desk: unnamed },
    scene('mine', `body/${body}`, null)('milestone-plan', as(other), asked),
    noted('late-stranger', as(stranger), plan, follow(some, 'some')),
    noted('silent-one', everyone, plan, alone('m0', 'silent')),
    noted('needed-by-another', as(one), plan, alone('m2', 'dependant')),
    noted('needed-raising', as(one, 'raise', { row: `${body}.m2` }), plan, alone('m2', 'dependant')),
    {
      ...noted('in-a-case', as(one), plan),
      desk: withStates({ 'case/x1': raised, [`milestone-plan/${body}`]: plan, [`follow-up/${body}`]: follow(some, 'some') }),
    },
    agree('milestone-plan', everyone, asked),
    agree('milestone-plan-agreed', everyone, plan),
    noted('late', everyone, plan, follow(some, 'some')),
    noted('late-chair', as(one), plan, follow(some, 'some')),
    noted('late-raising', as(one, 'raise', row0), plan, follow(some, 'some')),
    noted('late-raised', as(one, 'raised', { case: 'x1' }), plan, follow(some, 'some')),
    noted('silent', everyone, plan, silent),
    noted('silent-chair', as(one), plan, silent),
    noted('seen-to', everyone, plan, follow(some, 'all')),
    {
      ...scene('case', 'case/x1', null)('moves', as(stranger), null),
      desk: withStates({ 'case/x1': raised, [`milestone-plan/${body}`]: plan }),
    },
    { ...scene('mine', `body/${body}`, null)('milestones', as(one), null), desk: at(asked, silent) },
  ];
}
