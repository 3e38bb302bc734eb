import { emptyBody } from '../../../bot/governance/body/body.ts';
import type { Charter } from '../../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { experience } from '../../../bot/governance/knowledge/experience.ts';
import { flag } from '../../../bot/governance/knowledge/flag.ts';
import type { State } from '../../../bot/governance/vocabulary/all.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { CaseFacts } from '../../../bot/governance/vocabulary/case/case.ts';
import type { ExperienceState } from '../../../bot/governance/vocabulary/knowledge/experience.ts';
import type { FlagState } from '../../../bot/governance/vocabulary/knowledge/flag.ts';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import type { Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import type { CardScene } from './scene.ts';
import { type Cast, clustersOf, now, type Setting } from './setting.ts';
import { knowledgeText } from './words.ts';

const since = '2015-02-12T09:00:00Z';
const ref = (name: string) => ({ ref: name, mac: '' });

/** Experience told, read, spread and set aside; flags raised, answered and settled by a case; and the notes in their threads. */
export function knowledgeScenes({ charter: model, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, stranger, member, secretary } = there;
  const charter = gathering(model);
  const keys = termsInForce(charter, body, '2015-02-23')?.keyRule.seats ?? [];
  const seated = on.bodies?.[0] ?? emptyBody(body);
  const chair = seated.appointments.find(({ seat }) => seat === keys[0])?.person ?? stranger;
  const others = charter.bodies.filter(({ id, outside, terms }) => id !== body && !outside && terms.length > 0).map(({ id }) => id);
  const elsewhere = clustersOf(charter, body).find((id) => others.includes(id)) ?? body;
  const gathers = others.find((id) => (termsInForce(charter, id, '2015-02-23')?.spreads ?? null) !== null) ?? elsewhere;
  const clause = termsInForce(charter, body, '2015-02-23')?.spreads ?? null;
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks,
  });
  const told: ExperienceState = {
    ...experience.initial('experience/e1'),
    phase: 'told',
    from: elsewhere,
    by: member,
    assessor: body,
    clause,
    title: ref('title'),
    account: ref('account'),
    edition: 1,
    since,
  };
  const assessed = { person: chair, words: ref('assessment') };
  const aside: ExperienceState = { ...told, phase: 'set-aside', assessed: { person: chair, words: ref('aside') }, edition: 2 };
  const audience = others.filter((id) => id !== elsewhere).slice(0, 25);
  const spread: ExperienceState = { ...told, phase: 'spread', assessed, edition: 2, audience };
  const answered: ExperienceState = {
    ...spread,
    answers: audience
      .slice(1)
      .map((each, at) => ({ body: each, fit: (['relevant', 'already', 'not-for-us'] as const)[at % 3] ?? 'relevant', person: member })),
    cases: [{ about: 'case/k1', outcome: 'raised' }],
  };
  /** Told and read elsewhere, and sent to the body of the scene. */
  const sent: ExperienceState = { ...spread, assessor: gathers, audience: [body, ...audience] };
  const ours: ExperienceState = { ...told, from: body, assessor: gathers };
  const raised: FlagState = {
    ...flag.initial('flag/f1'),
    phase: 'open',
    body,
    by: member,
    clause: charter.speakUp,
    concern: 'adjustment',
    text: ref('flag'),
    since,
  };
  const replied: FlagState = { ...raised, phase: 'answered', answer: { person: chair, text: ref('reply') }, heard: 1 };
  const inCase: FlagState = { ...raised, phase: 'raised', case: { about: 'case/k1', outcome: 'raised' }, heard: 1 };
  const settled: FlagState = { ...inCase, phase: 'settled', case: { about: 'case/k1', outcome: 'decided' }, heard: 2 };
  const back: FlagState = { ...raised, case: { about: 'case/k1', outcome: 'withdrawn' }, heard: 2 };
  const facts: Partial<CaseFacts> = {
    number: 'IT 2015-03',
    body,
    at: body,
    termsOn: '2015-02-12',
    by: member,
    matter: { kind: 'pilot', weighs: ['scaling'] },
    origin: 'experience/e1',
    content: { title: ref('case'), account: ref('account'), recommendations: [ref('recommendation')], papers: null, journal: null },
    edition: 1,
    since,
  };
  const decided = caseIn('returned', {
    ...facts,
    result: { body, kind: 'decided', text: ref('decision'), textsIn: 'case/k1', via: 'meeting' },
  });
  const ofFlag = { ...decided, content: { ...decided.content, title: ref('flag-case') } };
  const judged = caseIn('judging', facts);
  const from = (states: Readonly<Partial<Record<Stream, State>>>, at = now) =>
    desk({ ...on, charter, now: at, states, words: { ...on.words, ...knowledgeText } });
  /** Where nobody is appointed, and the words have been erased. */
  const bare = (states: Readonly<Partial<Record<Stream, State>>>) => desk({ charter, now, names: on.names ?? {}, states });
  const scene =
    (card: CardName, about: Stream, occasion: string | null = null) =>
    (state: string, viewer: Viewer, of: ExperienceState | FlagState | null, at?: string): CardScene => ({
      card,
      state,
      about,
      occasion,
      viewer,
      desk: from(
        of ? { [`${of.kind}/${of.kind === 'flag' ? of.flag : of.experience}`]: of, 'case/k1': of.kind === 'flag' ? ofFlag : decided } : {},
        at,
      ),
    });
  const list = scene('experiences', `body/${body}`);
  const here = scene('experience', 'experience/e1', `in-${body}`);
  const home = scene('experience', 'experience/e1');
  const note = (occasion: string) => scene('experience-note', 'experience/e1', occasion);
  const flags = scene('flags', `body/${body}`);
  const flagged = scene('flag', 'flag/f1');
  const flagNote = (occasion: string) => scene('flag-note', 'flag/f1', occasion);
  const alone: CardScene = {
    ...list('nobody-gathers', everyone, null),
    desk: desk({ ...on, charter: { ...charter, bodies: model.bodies.map(withoutGathering) } }),
  };
  const trial = (state: string, viewer: Viewer): CardScene => ({
    card: 'case',
    state,
    about: 'case/k1',
    occasion: null,
    viewer,
    desk: from({ 'case/k1': judged, 'experience/e1': answered }),
  });
  const beginning = (state: string, origin: ExperienceState | FlagState, name: string): CardScene => ({
    ...scene('raise-case', `body/${body}`)(state, as(secretary, 'write', { origin: name }), origin),
  });
  return [
    list('none', everyone, null),
    alone,
    list('some', everyone, told),
    list('member', as(member), answered),
    list('writing', as(secretary, 'write'), null),
    list('shared', as(secretary, 'shared'), ours),
    home('told', everyone, ours),
    here('told-here', everyone, told),
    here('told-chair', as(chair), told),
    here('spreading', as(chair, 'spread'), told),
    here('setting-aside', as(chair, 'aside'), told),
    here('set-aside', everyone, aside),
    here('set-aside-chair', as(chair), aside),
    here('spread', everyone, spread),
    here('answered', everyone, answered),
    here('answered-chair', as(chair), answered),
    here('sent', everyone, sent),
    here('sent-member', as(secretary), sent),
    here('sent-answered', as(secretary), { ...sent, answers: [{ body, fit: 'already', person: member }] }),
    scene('ask', 'experience/e1', `experience-assess-${since}`)('assess', everyone, told),
    scene('ask', 'experience/e1', `experience-assess-${since}`)('assessed', everyone, answered),
    note('told-2')('spread', everyone, answered),
    note('told-2')('set-aside', everyone, aside),
    flags('none', everyone, null),
    flags('some', everyone, raised),
    flags('member', as(secretary), inCase),
    flags('writing', as(secretary, 'write'), null),
    flags('sent', as(secretary, 'sent'), raised),
    flagged('open', everyone, raised),
    flagged('open-chair', as(chair), raised),
    flagged('answering', as(chair, 'answer'), raised),
    flagged('answered', everyone, replied),
    flagged('answered-chair', as(chair), replied),
    flagged('raised', everyone, inCase),
    flagged('settled', as(member), settled),
    flagged('taken-back', everyone, back),
    scene('ask', 'flag/f1', `flag-answer-${since}`)('flag', everyone, raised),
    scene('ask', 'flag/f1', `flag-answer-${since}`)('flag-answered', everyone, replied),
    flagNote('told-1')('answered', everyone, replied),
    flagNote('told-1')('raised', everyone, inCase),
    flagNote('told-2')('decided', everyone, settled),
    flagNote('told-2')('rejected', everyone, { ...settled, case: { about: 'case/k1', outcome: 'rejected' } }),
    flagNote('told-2')('withdrawn', everyone, back),
    note('outcome-1')('decided', everyone, { ...answered, ended: [{ about: 'case/k1', outcome: 'decided' }] }),
    note('outcome-1')('rejected', everyone, { ...answered, ended: [{ about: 'case/k1', outcome: 'rejected' }] }),
    note('told-1')('overtaken', everyone, answered),
    { ...here('nobody', everyone, told), desk: bare({ 'experience/e1': told }) },
    home('answers-read', everyone, { ...answered, from: body, assessor: body }),
    { ...flagged('nobody', everyone, raised), desk: bare({ 'flag/f1': back }) },
    trial('from-experience', everyone),
    trial('from-experience-gate', as(chair, 'gate')),
    beginning('from-experience', answered, 'experience/e1'),
    beginning('from-flag', raised, 'flag/f1'),
    scene('mine', `body/${body}`)('assess-experience', as(chair), told),
    scene('mine', `body/${body}`)('answer-flag', as(chair), raised),
  ];
}

/** Where the model says nothing of it, as an invented one does, every body gathers and follows the path for trials. */
function gathering(model: Charter): Charter {
  const some = model.bodies.some(({ terms }) => terms.some(({ spreads }) => spreads !== null));
  const bodies = model.bodies.map((each) => ({
    ...each,
    terms: each.terms.map((terms) => (some ? terms : { ...terms, spreads: terms.keyRule.clause })),
  }));
  return { ...model, bodies, collaboration: { ...model.collaboration, defaults: { ...model.collaboration.defaults, scalingPath: true } } };
}

function withoutGathering(body: Charter['bodies'][number]): Charter['bodies'][number] {
  return { ...body, terms: body.terms.map((terms) => ({ ...terms, spreads: null, shares: null })) };
}
