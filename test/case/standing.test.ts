import { describe, expect, test } from 'vitest';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import { caseFile } from '../../cards/case/file.ts';
import { standingSaid } from '../../cards/case/standing.ts';
import { desk } from '../kit/desk.ts';
import { caseIn } from '../kit/states/case.ts';
import { itemIn, meetingWith, minuted } from '../kit/states/meeting.ts';
import { fjord } from './panel-case.ts';

const item = itemIn({ id: 'case-k1', about: 'case/k1' });
const deadlines = { call: null, items: '2015-02-18', agenda: '2015-02-25', reminder: null, minutes: '2015-03-18' };
const before = meetingWith({ items: [item], deadlines });
const over = { ...before, phase: 'over' as const };
const carried = { ...item, outcome: { kind: 'carried' as const, text: null } };
const decided = { ...item, outcome: { kind: 'decided' as const, text: null } };
const aim = { meeting: 'meeting/m1', start: before.start, papersBy: '2015-02-18' } as const;
const waiting = caseIn('waiting', { aim });
const written = { until: '2015-02-13', answers: [{ person: 'gudrun', answer: 'for', reason: null }] } as const;
const asking = { ...written, answers: [{ person: 'gudrun', answer: 'meeting', reason: null }] } as const;
const refusal = { refused: 'not-ours-to-decide', clause: null } as const;
const refused = { type: 'ErrandRefused', v: 1, errand: 'meeting/m1#9/result-case-k1', rule: 'result-case-k1', refusal } as const;
const result = { body: 'panel', kind: 'decided', text: null, textsIn: 'meeting/m1', via: 'meeting' } as const;
const wrong = { seat: 'regional-chair', person: 'rita', judgement: { says: 'wrong', reason: null }, at: '2015-03-20T09:00:00Z' } as const;

/** Worked out by hand: the day, the case, the meeting it aims at, and the one thing that may be said. */
const table: readonly (readonly [string, string, RaisedCase, CalledMeeting | null, string])[] = [
  ['a draft', '2015-02-10', caseIn('draft'), null, 'Kladde, ikke sendt.'],
  [
    'one that came back',
    '2015-02-10',
    caseIn('draft', { sentBack: { body: 'forum', reasons: [], result: null } }),
    null,
    'Sendt tilbage. Ret sagen, og send den igen.',
  ],
  ['one that is judged', '2015-02-10', caseIn('judging'), null, 'Afventer formandskabet for panel.'],
  ['a meeting is sought', '2015-02-10', caseIn('waiting'), null, 'Afventer et møde i panel.'],
  [
    'no meeting',
    '2015-02-10',
    caseIn('waiting', { dealtWith: ['no-meeting-panel'] }),
    null,
    'panel har ikke et møde, som sagen kan nå at komme på. Sekretæren skal indkalde',
  ],
  ['a body outside Teams', '2015-02-10', caseIn('waiting', { at: 'board' }), null, 'board behandler sagen uden for Samspil.'],
  ['on its way to the agenda', '2015-02-10', waiting, meetingWith({ deadlines }), 'Kan komme på mødet onsdag 4. marts 2015. Bilag senest'],
  ['on the agenda', '2015-02-18', waiting, before, 'På dagsordenen for mødet onsdag 4. marts 2015. Bilag senest onsdag 18. februar 2015.'],
  ['too late for papers', '2015-02-19', waiting, before, 'På dagsordenen for mødet onsdag 4. marts 2015.'],
  ['agenda is out', '2015-02-18', waiting, { ...before, agendaSent: true }, 'På dagsordenen for mødet onsdag 4. marts 2015.'],
  ['at the meeting', '2015-03-04T09:30:00Z', waiting, before, 'Behandles nu på mødet.'],
  [
    'the hour it ends',
    '2015-03-04T11:00:00Z',
    waiting,
    before,
    'Var til behandling på mødet onsdag 4. marts 2015. Referatet udsendes senest onsdag 18.',
  ],
  [
    'the last day of the minutes',
    '2015-03-18',
    waiting,
    over,
    'Var til behandling på mødet onsdag 4. marts 2015. Referatet udsendes senest onsdag 18.',
  ],
  [
    'the day after',
    '2015-03-19',
    waiting,
    over,
    'Var til behandling på mødet onsdag 4. marts 2015. Referatet har manglet siden onsdag 18.',
  ],
  ['put off', '2015-03-05', waiting, { ...over, items: [carried] }, 'Udsat på mødet onsdag 4. marts 2015 til et senere møde.'],
  ['put off in the minutes', '2015-03-05', waiting, minuted({ ...over, items: [carried] }), 'Udsat på mødet onsdag 4. marts 2015 til et'],
  ['the minutes are out', '2015-03-05', waiting, minuted({ ...over, items: [decided] }), 'Behandlet på mødet onsdag 4. marts 2015.'],
  [
    'a result that could not be taken',
    '2015-03-05',
    waiting,
    minuted({ ...over, items: [decided], refusedErrands: [refused] }),
    'Resultatet fra mødet onsdag 4. marts 2015 kunne ikke registreres. Det kan ikke afgøres her',
  ],
  ['a cancelled meeting', '2015-02-20', waiting, { ...before, phase: 'cancelled' }, 'Mødet onsdag 4. marts 2015 er aflyst.'],
  ['never on the agenda', '2015-03-05', waiting, { ...over, items: [] }, 'Blev ikke behandlet på mødet onsdag 4. marts 2015.'],
  ['in writing', '2015-02-10', caseIn('written', { written }), null, 'Skriftlig behandling i panel til og med 13. februar 2015.'],
  ['after writing', '2015-02-16', caseIn('waiting', { written }), null, 'Den skriftlige behandling i panel er slut.'],
  [
    'approved in writing',
    '2015-02-16',
    caseIn('waiting', { written: { ...written, missing: [] } }),
    null,
    'Den skriftlige behandling i panel er slut. Sekretæren skal registrere resultatet.',
  ],
  ['a meeting is asked for', '2015-02-16', caseIn('waiting', { written: asking }), null, 'Et medlem af panel har bedt om et møde.'],
  ['a result', '2015-03-20', caseIn('confirming', { result }), null, 'Resultatet fra panel gælder, når formandskabet har bekræftet det.'],
  [
    'a result that is not right',
    '2015-03-20',
    caseIn('confirming', { result, turns: [wrong] }),
    null,
    'Resultatet fra panel er ikke bekræftet.',
  ],
  [
    'a result from outside',
    '2015-03-20',
    caseIn('confirming', { at: 'board', result: { ...result, via: 'outside' } }),
    null,
    'Resultatet fra board gælder, når en sekretær fra en anden sektor har bekræftet det.',
  ],
  [
    'decided where it was raised',
    '2015-03-20',
    caseIn('returned', { since: '2015-03-20T09:00:00Z' }),
    null,
    'Afgjort i panel den 20. marts 2015.',
  ],
  ['answered', '2015-03-20', caseIn('returned', { at: 'forum', since: '2015-03-20T09:00:00Z' }), null, 'forum svarede den 20. marts 2015.'],
  ['closed', '2015-03-20', caseIn('closed'), null, 'Sagen er afsluttet.'],
  ['withdrawn', '2015-03-20', caseIn('withdrawn'), null, 'Sagen er trukket tilbage.'],
];

describe('how a case stands', () => {
  test.each(table)('%s, on %s', async (_name, day, state, meeting, said) => {
    const now = day.includes('T') ? day : `${day}T08:00:00Z`;
    const there = desk({ charter: fjord, now, meetings: meeting ? [meeting] : [], states: { 'case/k1': state } });
    const file = await caseFile(there, 'case/k1');
    expect(file && standingSaid(there, file, 'da').join(' ').slice(0, said.length)).toBe(said);
  });

  test('nothing is said of a meeting that the case no longer aims at', async () => {
    const other = meetingWith({ meeting: 'm2', items: [item], deadlines });
    const there = desk({ charter: fjord, now: '2015-02-10T08:00:00Z', meetings: [other], states: { 'case/k1': waiting } });
    const file = await caseFile(there, 'case/k1');
    expect(file && standingSaid(there, { ...file, meeting: other }, 'da').join(' ')).not.toContain('4. marts');
  });
});
