import { milestonePlan } from '../../../bot/governance/milestone/plan.ts';
import { request } from '../../../bot/governance/request/request.ts';
import type { State } from '../../../bot/governance/vocabulary/all.ts';
import { cardNames } from '../../../bot/governance/vocabulary/card-name.ts';
import type { ChannelState } from '../../../bot/governance/vocabulary/channel.ts';
import type { Item } from '../../../bot/governance/vocabulary/meeting.ts';
import type { ErrandRefused } from '../../../bot/governance/vocabulary/refused-errand.ts';
import { type Stream, streamOf } from '../../../bot/governance/vocabulary/stream.ts';
import { yearStream } from '../../../bot/governance/vocabulary/year/streams.ts';
import { workPlan } from '../../../bot/governance/work-plan/work-plan.ts';
import { year } from '../../../bot/governance/year/year.ts';
import type { ParkedNotice, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import type { CardScene } from './scene.ts';
import type { Cast, Setting } from './setting.ts';
import { itemWords } from './words.ts';

const errors = [
  'not-in-channel: forbidden',
  'may-not-write: private',
  'no-such-card: gone',
  'too-large: 413',
  'rejected: 400',
  'busy: 429',
  'unsure: silent',
  'broke-off: half way',
] as const;
const milestone = {
  id: 'm1',
  deliverable: { text: { ref: 'why', mac: '' }, in: 'milestone-plan/panel' },
  initiative: null,
  owner: 'panel',
  from: null,
  due: '2015-05-01',
  dueFrom: { via: 'card' },
  dependsOn: [],
  carriedBy: [],
} as const;

const meetingItem = {
  id: 'i1',
  kind: 'decision',
  title: { ref: 'item-3', mac: '' },
  recommendations: [],
  case: null,
  about: 'case/k2',
  papers: null,
  closed: false,
  late: false,
  outcome: null,
  dissents: [],
} as const;

/** What the secretariat hears of the running: every card that did not arrive, and whatever a decision should have led to, thing by thing. */
export function careScenes({ charter, language }: Setting, { on, body, meeting, member, stranger }: Cast): readonly CardScene[] {
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, administrator: boolean): Viewer => ({
    ...{ kind: 'person', language, person, administrator, open: null, picks: {} },
  });
  const secretariat = streamOf('body', charter.collaboration.secretariat);
  const lost = (['page', ...cardNames] as const).map(
    (card, at): ParkedNotice => ({
      key: `${card}:${at}`,
      card,
      to: card === 'page' ? null : body,
      error: errors[at % errors.length] ?? '',
    }),
  );
  const parked = (state: string, viewer: Viewer, notices: readonly ParkedNotice[]): CardScene => ({
    ...{ card: 'parked', state, about: secretariat, occasion: null, viewer },
    desk: desk({ ...on, parked: notices }),
  });
  const refused = (
    state: string,
    about: Stream,
    of: State,
    rules: readonly string[],
    beside: Readonly<Record<string, State>> = {},
  ): CardScene => ({
    ...{ card: 'errand-refused', state, about, occasion: null, viewer: everyone },
    desk: desk({
      ...on,
      words: { ...on.words, ...itemWords },
      states: { ...on.states, ...beside, [about]: { ...of, refusedErrands: rules.map(notFollowed(about)) } },
    }),
  });
  const sitting = streamOf('meeting', meeting.meeting);
  const item: Item = {
    ...meetingItem,
    textsIn: sitting,
    by: member,
  };
  const waiting = caseIn('waiting', { body, at: body, aim: { meeting: sitting, start: meeting.start, papersBy: null } });
  const plan = streamOf('milestone-plan', body);
  const plans = { ...milestonePlan.initial(plan), phase: 'in-force', version: 2, inForce: [milestone] } as const;
  const content = { title: { ref: 'item-3', mac: '' }, account: null, recommendations: [], papers: null, journal: null };
  const moving = { ...content, moves: { plan: body, milestone: 'm1', due: '2015-06-01' } };
  const yearly = yearStream(body, 2015);
  const workly = `work-plan/${body}.2015` as const;
  const channel: ChannelState = {
    ...{ kind: 'channel', channel: 'c1', installed: true, body, boundBy: null, met: null, away: null },
    refusedErrands: [],
  };
  const title = { text: { ref: 'item-0', mac: '' }, in: 'request/r1' } as const;
  const order = { title, account: null, papers: null, until: null };
  const bodyNow = on.bodies?.[0];
  return [
    parked('each', as(stranger, true), lost.slice(0, 30)),
    parked('rest', as(stranger, true), lost.slice(30)),
    parked('member', as(member, false), lost.slice(0, 3)),
    ...(bodyNow
      ? [
          refused('body', streamOf('body', body), bodyNow, [
            ...['old-channel-free', 'meetings-follow', 'bears-number', 'opens-quarter', 'asks-others-case', 'lists-silence-0'],
          ]),
        ]
      : []),
    refused('channel', 'channel/c1', channel, ['body-meets-here', 'channel-is-back', 'body-leaves']),
    refused('meeting', sitting, { ...meeting, items: [item] }, ['result-i1', 'taken-i1', 'keep-i1', 'year-follows'], {
      'case/k2': waiting,
    }),
    refused(
      'case',
      'case/k1',
      caseIn('returned', { body, at: body, content: moving }),
      ['body-numbers-it', 'body-lets-go', 'origin-hears', 'plan-hears', 'terms-decided', 'terms-reopened', 'moves-milestone'],
      { [plan]: plans },
    ),
    refused('request', 'request/r1', { ...request.initial('request/r1'), from: body, to: body, phase: 'accepted', order }, [
      ...['hands-on', 'group-takes-part', 'part-reported', 'part-declined', 'whole-answered'],
    ]),
    refused('milestone-plan', plan, { ...plans, phase: 'asked' }, [`sets-milestones-${charter.collaboration.secretariat}`]),
    refused('year', yearly, { ...year.initial(yearly), phase: 'confirmed' }, ['plan-1']),
    refused('work-plan', workly, { ...workPlan.initial(workly), phase: 'drafting' }, ['goes-up']),
  ];
}

/** Elsewhere two came at once, again and again. */
function notFollowed(about: Stream) {
  return (rule: string, at: number): ErrandRefused => ({
    ...{ type: 'ErrandRefused', v: 1, errand: `${about}#${at}/${rule}`, rule },
    refusal: { refused: 'try-again' },
  });
}
