import { group } from '../../../bot/governance/group/group.ts';
import { followUp } from '../../../bot/governance/milestone/follow-up.ts';
import { request } from '../../../bot/governance/request/request.ts';
import type { Asking, AskKind, AskLog } from '../../../bot/governance/vocabulary/ask/ask.ts';
import type { Came } from '../../../bot/governance/vocabulary/ask/came.ts';
import { type Stream, streamOf } from '../../../bot/governance/vocabulary/stream.ts';
import type { Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import type { CardScene } from './scene.ts';
import { aboveOf, type Cast, type Setting } from './setting.ts';
import { caseText } from './words.ts';

const since = '2015-02-16T09:00:00Z';
const at = '2015-02-20T09:00:00Z';

/** Notes whose asking is over, each with what came of it; those that are reminded of no more, and one that fell to somebody new. */
export function answeredScenes({ charter, language }: Setting, { on, body, meeting, member, stranger, asked }: Cast): readonly CardScene[] {
  const everyone: Viewer = { kind: 'everyone', language };
  const up = aboveOf(charter, body);
  const sitting = streamOf('meeting', meeting.meeting);
  const ofRequest = { ...request.initial('request/r1'), from: up, to: body, termsOn: '2015-02-16', since };
  const title = { ref: 'case-title', mac: '' };
  const content = { ...caseIn('closed').content, title };
  const states = {
    ...on.states,
    'case/k1': caseIn('closed', { body, at: body, number: 'IT 2015-07', since, content }),
    'request/r1': { ...ofRequest, phase: 'withdrawn' },
    'group/g1': { ...group.initial('group/g1'), phase: 'closed', bodies: [body], termsOn: '2015-02-16', since },
    [streamOf('follow-up', body)]: followUp.initial(streamOf('follow-up', body)),
  } as const;
  const words = { ...on.words, ...caseText };
  const over = (what: AskKind, about: Stream, how: Came['how']): CardScene => ({
    ...{ card: 'ask', state: `over-${what}`, about, occasion: `${what}-${since}`, viewer: everyone },
    desk: {
      ...desk({ ...on, words, states }),
      note: async () => ({ came: { how, by: how === 'overtaken' ? [] : [member], at }, others: [] }),
    },
  });
  const judging = caseIn('judging', { body, at: body, number: 'IT 2015-07', since, content });
  const judge = `case-judge-${since}`;
  const closed = (how: 'let-lie' | 'unanswered'): CardScene => ({
    ...{ card: 'ask', state: how, about: 'case/k1', occasion: judge, viewer: everyone },
    desk: desk({ ...on, words, states: { 'case/k1': logged(judging, { reminded: [], over: [{ ask: judge, how }] }) } }),
  });
  const answers = `meeting-answers-${meeting.moves}-in-${body}`;
  const fell = { reminded: [{ ask: answers, rung: 'to-1', on: '2015-02-20', to: asked.slice(1, 2) }], over: [] } as const;
  return [
    over('case-sentence', 'case/k1', 'answered'),
    over('case-confirm', 'case/k1', 'answered'),
    over('case-disputed', 'case/k1', 'answered'),
    over('case-outside', 'case/k1', 'overtaken'),
    over('case-practice', 'case/k1', 'answered'),
    over('request-order', 'request/r1', 'withdrawn'),
    over('request-delegate', 'request/r1', 'turned-down'),
    over('request-report', 'request/r1', 'answered'),
    over('group-extend', 'group/g1', 'turned-down'),
    over('assess-terms', streamOf('body', body), 'answered'),
    over('terms-run-out', streamOf('body', body), 'overtaken'),
    over('check-in', streamOf('follow-up', body), 'answered'),
    over('attention', streamOf('follow-up', body), 'overtaken'),
    closed('let-lie'),
    closed('unanswered'),
    {
      ...{ card: 'ask', state: 'fell-to-another', about: sitting, occasion: `${answers}+to-1`, viewer: everyone },
      desk: desk({ ...on, meetings: [logged({ ...meeting, answers: [] }, fell), ...(on.meetings ?? []).slice(1)] }),
    },
    {
      ...{ card: 'ask', state: 'deputies', about: 'case/k1', occasion: judge, viewer: everyone },
      desk: desk({
        ...on,
        words,
        bodies: (on.bodies ?? []).map((each) => ({
          ...each,
          appointments: each.appointments.map((of) => ({ ...of, deputies: [stranger] })),
          absences: each.appointments.map(({ person }) => ({ person, from: '2015-02-20', until: '2015-02-27' })),
        })),
        states: { 'case/k1': judging },
      }),
    },
  ];
}

function logged<S extends object>(state: S, asks: AskLog): S & Asking {
  return { ...state, asks };
}
