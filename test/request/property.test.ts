import { describe, expect, it } from 'vitest';
import { turnFor, waitedForIn } from '../../bot/governance/people/two-secretaries.ts';
import { askedBody } from '../../bot/governance/request/answer.ts';
import { isOpen } from '../../bot/governance/request/request.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { RequestState } from '../../bot/governance/vocabulary/request.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { person, text } from '../kit/given.ts';
import fc from '../kit/seeded.ts';
import { fjord, hand, open, place, report, sectors, theRequest } from './ordering.ts';

describe('random people press random buttons on requests', () => {
  const people = ['bente', 'bo', 'boris', 'forum-r', 'forum-m', 'west-r', 'west-m', 'east-s', 'panel-r', 'stranger'];
  const press = fc.record({
    who: fc.constantFrom(...people),
    part: fc.constantFrom('r1', 'r1', 'p1', 'p2'),
    what: fc.constantFrom(
      ...Array.from({ length: 14 }, () => 'yes' as const),
      'no',
      'hand-on',
      'report',
      'report',
      'receipt',
      'withdraw',
      'place',
      'wait',
    ),
    sensible: fc.constantFrom(true, true, true, false),
  });
  it('no request is accepted without every key, and somebody always has the next step', () => {
    let reported = 0;
    fc.assert(
      fc.property(fc.array(press, { minLength: 20, maxLength: 60 }), (presses) => {
        const room = open();
        room.ask(theRequest, place(), person('bente'));
        const around = (by: string) => ({
          now: room.now(),
          by: person(by),
          charter: fjord,
          one: (key: string) => key,
          sectorOf: (key: string) => (sectors as Record<string, string>)[key] ?? null,
          body: room.body,
          meetings: () => [],
        });
        for (const { who, part, what, sensible } of presses) {
          const stream: Stream = `request/${part}`;
          if (!room.states.has(stream)) continue;
          const before = room.state(part);
          const asked = before.question && { body: askedBody(before, before.question), since: before.since, turns: before.turns };
          const by = sensible && asked ? (waitedForIn(asked, around(who)).persons[0] ?? who) : who;
          const fits = asked !== null && typeof turnFor(asked, by, around(by)) === 'string';
          if (what === 'wait') room.until(room.now().add({ hours: 48 }).toString());
          else {
            const answer =
              what === 'yes' || what === 'no'
                ? room.says(by, what === 'yes', part)
                : room.ask(
                    stream,
                    what === 'hand-on'
                      ? hand(part === 'p1' ? 'p2' : 'p1', part === 'p1' ? 'east' : 'west')
                      : what === 'report'
                        ? report
                        : what === 'receipt'
                          ? { type: 'ReceiptReport' }
                          : what === 'withdraw'
                            ? { type: 'WithdrawRequest', reason: text('w') }
                            : place(),
                    person(by),
                  );
            const answered = !isRefusal(answer) && answer.some((event) => event.type === 'QuestionAnswered');
            if (answered && (what === 'yes' || what === 'no')) expect(fits).toBe(true);
          }
          for (const [name, state] of room.states) if (state.kind === 'request') holds(name, state, around('clock'));
        }
        if (room.ledger.some(({ event }) => event.type === 'RequestReported')) reported++;
        function holds(name: string, state: RequestState, look: ReturnType<typeof around>) {
          const mine = room.ledger.filter((entry) => entry.stream === name).map(({ event }) => event);
          if (state.phase === 'accepted' || state.phase === 'reported') {
            const since = mine.findLastIndex((event) => event.type === 'RequestOrdered');
            const until = mine.findLastIndex((event) => event.type === 'RequestAccepted');
            const yes = mine.slice(since, until).flatMap((event) => (event.type === 'QuestionAnswered' ? [event.person] : []));
            expect(new Set(yes).size).toBeGreaterThan(1);
          }
          if (!isOpen(state) || state.question === null) return;
          const asked = { body: askedBody(state, state.question), since: state.since, turns: state.turns };
          expect(waitedForIn(asked, look).persons.length).toBeGreaterThan(asked.body === 'east' && state.turns.length > 0 ? -1 : 0);
        }
      }),
      { numRuns: 100 },
    );
    expect(reported).toBeGreaterThanOrEqual(2);
  });
});
