import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import type { CalledMeeting, OutcomeKind } from '../../bot/governance/vocabulary/meeting.ts';
import { caseFile } from '../../cards/case/file.ts';
import { standingSaid } from '../../cards/case/standing.ts';
import { desk } from '../kit/desk.ts';
import { person, text } from '../kit/given.ts';
import fc from '../kit/seeded.ts';
import { fjord, judge, meeting, open, theCase } from './panel-case.ts';

type Room = ReturnType<typeof open>;
interface Seen {
  readonly state: RaisedCase;
  readonly meetings: readonly CalledMeeting[];
  readonly now: Temporal.Instant;
  readonly said: string;
}

const today = ({ now }: Seen) => now.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().toString();
const begun = ({ now }: Seen, { start }: CalledMeeting) => now.epochMilliseconds >= Date.parse(start);
const ended = (seen: Seen, each: CalledMeeting) => each.phase === 'over' || seen.now.epochMilliseconds >= Date.parse(each.end);
const itemOf = (each: CalledMeeting) => each.items.find(({ about }) => about === theCase);
const months = ['februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];
/** The meeting of the body that has the case which is on the day that is said. */
const said = (seen: Seen, holds: (each: CalledMeeting) => boolean) =>
  seen.state.phase === 'waiting' &&
  seen.meetings.some((each) => {
    const day = Temporal.PlainDate.from(each.start.slice(0, 10));
    return each.body === seen.state.at && seen.said.includes(`${day.day}. ${months[day.month - 2]} ${day.year}`) && holds(each);
  });
const waits = ({ state }: Seen) => state.phase === 'waiting' && state.aim === null;
const sought = ({ state }: Seen) => state.dealtWith.includes(`no-meeting-${state.at}`);

/** Every sentence that may be said, and what must be so for it, read off the states and not off what chose the sentence. */
const conditions: readonly (readonly [RegExp, (seen: Seen) => boolean])[] = [
  [/^Kladde/, ({ state }) => state.phase === 'draft' && state.sentBack === null],
  [/^Sendt tilbage/, ({ state }) => state.phase === 'draft' && state.sentBack !== null],
  [/^Sagen er trukket/, ({ state }) => state.phase === 'withdrawn'],
  [/^Afventer formandskabet/, ({ state }) => state.phase === 'judging'],
  [/^Kan komme på/, (seen) => said(seen, (each) => each.phase === 'planned' && !begun(seen, each))],
  [/^På dagsordenen/, (seen) => said(seen, (each) => each.phase === 'planned' && !begun(seen, each) && itemOf(each) !== undefined)],
  [/Bilag senest/, (seen) => said(seen, (each) => today(seen) <= (each.deadlines.items ?? '') && !each.agendaSent)],
  [
    /^Behandles nu/,
    (seen) => seen.meetings.some((each) => begun(seen, each) && !ended(seen, each) && itemOf(each) && each.minutes === 'none'),
  ],
  [/^Var til behandling/, (seen) => said(seen, (each) => ended(seen, each) && itemOf(each) !== undefined && each.minutes === 'none')],
  [/udsendes senest/, (seen) => said(seen, (each) => today(seen) <= each.deadlines.minutes)],
  [/har manglet siden/, (seen) => said(seen, (each) => today(seen) > each.deadlines.minutes)],
  [/^Behandlet på/, (seen) => said(seen, (each) => each.minutes !== 'none' && itemOf(each)?.outcome !== null)],
  [/kunne ikke registreres/, (seen) => said(seen, (each) => each.minutes !== 'none' && each.refusedErrands.length > 0)],
  [/^Udsat på/, (seen) => said(seen, (each) => begun(seen, each) && itemOf(each)?.outcome?.kind === 'carried')],
  [/er aflyst/, (seen) => said(seen, (each) => each.phase === 'cancelled')],
  [/^Blev ikke behandlet på/, (seen) => said(seen, (each) => begun(seen, each) && itemOf(each) === undefined)],
  [/^Afventer et møde/, (seen) => waits(seen) && !sought(seen)],
  [/som sagen kan nå/, (seen) => waits(seen) && sought(seen)],
  [/uden for Samspil/, (seen) => waits(seen) && seen.state.at === 'board'],
  [/skriftlige behandling .* er slut/, (seen) => waits(seen) && 'written' in seen.state && seen.state.written !== null],
  [
    /Sekretæren skal registrere resultatet\.$/,
    ({ state }) => state.phase === 'waiting' && state.written !== null && state.written.answers.every(({ answer }) => answer === 'for'),
  ],
  [/har bedt om et møde/, (seen) => waits(seen)],
  [/^Skriftlig behandling/, ({ state }) => state.phase === 'written'],
  [/når formandskabet har bekræftet/, ({ state }) => state.phase === 'confirming' && state.result.via !== 'outside'],
  [/fra en anden sektor har bekræftet/, ({ state }) => state.phase === 'confirming' && state.result.via === 'outside'],
  [/er ikke bekræftet/, ({ state }) => state.phase === 'confirming' && state.turns.some(({ judgement }) => judgement.says === 'wrong')],
  [/^Afgjort/, ({ state }) => state.phase === 'returned' && state.receipt === null && state.at === state.body],
  [/ svarede /, ({ state }) => state.phase === 'returned' && state.receipt === null && state.at !== state.body],
  [/^Sagen er afsluttet/, ({ state }) => state.phase === 'closed'],
];

const chairs = { panel: ['rita', 'mona'], forum: ['frank', 'fie'], board: ['bente', 'bo'] } as const;
const secretary = { panel: 'sigrid', forum: 'stig', board: 'bente' } as const;
const outcomes = ['decided', 'carried', 'sent-on', 'sent-back', 'rejected', 'decided'] as const;

/** What somebody might do now, with the case or with the meetings around it. */
function act(room: Room, pick: number): void {
  const state = room.one('k1');
  const at = state.at as keyof typeof chairs;
  const of = <T>(all: readonly [T, ...T[]], by = pick): T => all[by % all.length] ?? all[0];
  const [one, other] = chairs[at];
  const who = person(pick % 2 === 0 ? one : other);
  const runs = person(secretary[at]);
  const meetings = [...room.states.values()].flatMap((each) => (each.kind === 'meeting' && each.phase !== 'none' ? [each] : []));
  const its = meetings.filter((each) => each.body === at);
  const [any] = its.slice(pick % Math.max(1, its.length));
  const ask = (command: Command, by = who) => room.ask(theCase, command, by);
  const later = (days: number) => room.now().add({ hours: 24 * days });
  switch (of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const, pick >> 4)) {
    case 0:
    case 1:
      if (state.phase === 'judging') ask(judge(of(['here', 'up', 'up', 'back'] as const), state.edition));
      if (state.phase === 'confirming') {
        if (state.result.via === 'outside') ask({ type: 'ConfirmOutside', report: state.reports });
        else ask({ type: 'ConfirmResult', right: pick % 5 > 0, reason: text('so'), report: state.reports });
      }
      break;
    case 2:
      room.ask(
        `meeting/x${pick}${room.ledger.length}`,
        meeting(
          at,
          later(3 + (pick % 40))
            .toString()
            .slice(0, 10),
        ),
        runs,
      );
      break;
    case 3:
      if (any && pick % 3 === 0) room.ask(`meeting/${any.meeting}`, { type: 'CancelMeeting', reason: text('snow') }, runs);
      break;
    case 4:
      if (any) {
        const day = later(5 + (pick % 30))
          .toString()
          .slice(0, 10);
        const when = { start: `${day}T12:00:00Z`, end: `${day}T14:00:00Z`, place: text('place'), link: null };
        room.ask(`meeting/${any.meeting}`, { type: 'MoveMeeting', reason: text('snow'), ...when }, runs);
      }
      break;
    case 5:
      for (const each of its) room.ask(`meeting/${each.meeting}`, { type: 'SendAgenda' }, runs);
      break;
    case 6:
    case 7:
      for (const each of its)
        for (const { id } of each.items) {
          const outcome: OutcomeKind = of(outcomes);
          room.ask(`meeting/${each.meeting}`, { type: 'RecordOutcome', item: id, outcome, text: text('words') }, runs);
        }
      break;
    case 8:
      for (const each of its) room.ask(`meeting/${each.meeting}`, { type: 'SendMinutes' }, runs);
      break;
    case 9:
      if (pick % 2 === 0) ask({ type: 'StartWritten', until: later(5).toString().slice(0, 10) }, runs);
      else ask({ type: 'AnswerWritten', answer: pick % 3 === 0 ? 'meeting' : 'for', reason: text('so'), edition: state.edition });
      break;
    case 10:
      if (at === 'board') ask({ type: 'RecordOutside', kind: 'decided', text: text('outside') });
      else if (state.phase === 'returned') ask({ type: 'ReceiptAnswer' }, person('mona'));
      break;
    case 11:
      room.until(later(1 + (pick % 9)).toString());
      break;
    case 12:
    case 13: {
      const next = its.map(({ start }) => Date.parse(start)).filter((each) => each > room.now().epochMilliseconds);
      if (next.length > 0) room.until(new Date(Math.min(...next) + 3_600_000 * (1 + (pick % 3))).toISOString());
      break;
    }
  }
  if (room.one('k1').phase === 'draft' && pick % 3 === 0) ask({ type: 'SendCase' }, person('gudrun'));
}

describe('a case on random walks, with meetings that are called, moved, held and cancelled around it', () => {
  test('no sentence about it is said whose condition does not hold, and every step is one that has a sentence', async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4095 }), { minLength: 30, maxLength: 60 }), async (picks) => {
        const room = open();
        for (const pick of picks) {
          act(room, pick);
          const there = desk({ charter: fjord, now: room.now().toString(), states: Object.fromEntries(room.states) });
          const file = await caseFile(there, theCase);
          if (!file) throw new Error('there is no case');
          const meetings = [...room.states.values()].flatMap((each) => (each.kind === 'meeting' && each.phase !== 'none' ? [each] : []));
          const seen = { state: file.state, meetings, now: room.now(), said: standingSaid(there, file, 'da').join(' ') };
          const fitting = conditions.filter(([words]) => words.test(seen.said));
          expect(fitting, seen.said).not.toEqual([]);
          for (const [words, holds] of fitting) {
            met.set(words.source, (met.get(words.source) ?? 0) + 1);
            if (!holds(seen)) throw new Error(`"${seen.said}" is said at ${seen.now}, of ${JSON.stringify(file.state)}`);
          }
        }
      }),
      { numRuns: 30 },
    );
    const often = [...met].filter(([, times]) => times >= 3).map(([words]) => words);
    expect(often).toEqual(expect.arrayContaining(['^På dagsordenen', '^Behandles nu', 'udsendes senest', 'har manglet siden']));
  });
});
