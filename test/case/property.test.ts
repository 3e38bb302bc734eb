import { describe, expect, it } from 'vitest';
import { nextStep } from '../../bot/governance/case/next.ts';
import { turnedIn } from '../../bot/governance/case/phases.ts';
import { competenceOn, onward } from '../../bot/governance/charter/competence.ts';
import { type Matter, matterKinds, weights } from '../../bot/governance/charter/matter.ts';
import { keyFor } from '../../bot/governance/people/keys.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter } from '../kit/charter.ts';
import { person, seated, text } from '../kit/given.ts';
import fc from '../kit/seeded.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;
const fjord = charter({
  bodies: [
    body('panel', {
      above: 'forum',
      competence: [
        { ...rule, clause: 'p1', any: ['economic', 'scaling'], unless: ['authorised'], verdict: 'goes-to' },
        { ...rule, clause: 'p2', kinds: ['professional', 'work-plan'], any: ['principle'], verdict: 'chairs-judge' },
        { ...rule, clause: 'p3', kinds: ['professional'], verdict: 'decides' },
      ],
    }),
    body('forum', {
      above: 'board',
      competence: [
        { ...rule, clause: 'f1', kinds: ['strategic', 'agreement'], verdict: 'goes-to' },
        { ...rule, clause: 'f2', any: ['economic', 'quality'], verdict: 'decides' },
        { ...rule, clause: 'f3', kinds: ['professional'], verdict: 'decides' },
      ],
    }),
    { ...body('board', { competence: [{ ...rule, clause: 'b1', kinds: ['strategic'], verdict: 'decides' }] }), outsideTeams: true },
    body('bureau', { seats: [] }),
  ],
  collaboration: { ...charter().collaboration, defaults: { ...charter().collaboration.defaults, wayUp: ['bureau', 'forum', 'board'] } },
});
const seats: readonly BodyState[] = [
  seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], practitioner: ['gudrun'], 'regional-secretary': ['sigrid'] }),
  seated('forum', { 'regional-chair': ['frank'], 'municipal-chair': ['fie'], 'regional-secretary': ['stig'] }),
  seated('board', { 'regional-secretary': ['bente', 'bo'] }),
];
const people = ['rita', 'mona', 'gudrun', 'sigrid', 'frank', 'fie', 'stig', 'bente', 'bo', 'stranger'] as const;
const theCase: Stream = 'case/k1';

const who = fc.constantFrom(...people);
const reason = fc.constantFrom(text('because'), null);
const matter: fc.Arbitrary<Matter> = fc.record({
  kind: fc.constantFrom(...matterKinds),
  weighs: fc.subarray([...weights], { maxLength: 3 }),
});
const resultKind = fc.constantFrom('decided', 'rejected', 'sent-on', 'sent-back');
type Press = { readonly who: string; readonly stream: Stream; readonly command: (state: RaisedCase | null) => Command };
const onCase = (command: (state: RaisedCase | null) => Command) => who.map((each): Press => ({ who: each, stream: theCase, command }));
/** Finds what somebody who knows the rules would press now; `pick` chooses among the right presses. */
function sensible(state: RaisedCase, pick: number): Press {
  const of = <T>(choices: readonly [T, ...T[]]): T => choices[pick % choices.length] ?? choices[0];
  const chairs = { panel: ['rita', 'mona'], forum: ['frank', 'fie'], board: ['bente', 'bo'] } as const;
  const here = chairs[state.at as keyof typeof chairs] ?? chairs.panel;
  const to = (who: string, command: Command): Press => ({ who, stream: theCase, command: () => command });
  switch (state.phase) {
    case 'judging': {
      const says = of(['here', 'up', 'up', 'back'] as const);
      return to(here[(pick >> 4) % 2] ?? here[0], { type: 'Judge', judgement: { says, reason: text('because') }, edition: state.edition });
    }
    case 'waiting':
    case 'written': {
      const kind = of(['decided', 'sent-on', 'rejected', 'decided', 'sent-back'] as const);
      if (state.at === 'board') return to(of(['bente', 'bo']), { type: 'RecordOutside', kind, text: text('outside') });
      const result = { body: state.at, kind, text: text('result'), textsIn: theCase, via: 'written' } as const;
      return to(state.at === 'panel' ? 'sigrid' : 'stig', { type: 'ReportResult', result });
    }
    case 'confirming':
      if (state.result.via === 'outside') return to(of(['bente', 'bo']), { type: 'ConfirmOutside', report: state.reports });
      return to(here[(pick >> 4) % 2] ?? here[0], {
        type: 'ConfirmResult',
        right: pick % 7 > 0,
        reason: text('so'),
        report: state.reports,
      });
    case 'returned':
    case 'closed':
      return pick % 3 === 0
        ? to('mona', { type: 'ReceiptAnswer' })
        : to(here[pick % 2] ?? here[0], { type: 'ReopenCase', reason: text('new') });
    case 'draft':
    case 'withdrawn':
      return to('gudrun', { type: 'SendCase' });
  }
}

const press: fc.Arbitrary<Press | { readonly sensible: number } | { readonly wait: number } | { readonly replace: string }> = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 255 }).map((pick) => ({ sensible: pick })) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.oneof(who, fc.constantFrom('rita', 'mona')), fc.constantFrom('here', 'up', 'back'), reason, fc.constantFrom(0, 0, 0, 1))
      .map(
        ([each, says, because, old]): Press => ({
          who: each,
          stream: theCase,
          command: (state) => ({
            type: 'Judge',
            judgement: { says: says as 'here' | 'up' | 'back', reason: because },
            edition: (state?.edition ?? 1) - old,
          }),
        }),
      ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(who, fc.boolean()).map(
      ([each, right]): Press => ({
        who: each,
        stream: theCase,
        command: (state) => ({ type: 'ConfirmResult', right, reason: text('so'), report: state?.reports ?? 0 }),
      }),
    ),
  },
  { weight: 2, arbitrary: onCase(() => ({ type: 'TakeBack' })) },
  { weight: 2, arbitrary: onCase(() => ({ type: 'SendCase' })) },
  {
    weight: 1,
    arbitrary: fc.tuple(who, matter).map(
      ([each, about]): Press => ({
        who: each,
        stream: theCase,
        command: () => ({
          type: 'EditCase',
          matter: about,
          content: { title: text('t2'), account: null, recommendations: [text('r2')], papers: null, journal: null },
        }),
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.oneof(who, fc.constantFrom('sigrid', 'stig', 'bente', 'bo')), resultKind).map(
      ([each, kind]): Press => ({
        who: each,
        stream: theCase,
        command: (state) => ({
          type: 'ReportResult',
          result: { body: state?.at ?? 'forum', kind: kind as 'decided', text: text('result'), textsIn: theCase, via: 'corrected' },
        }),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(who, resultKind).map(
      ([each, kind]): Press => ({
        who: each,
        stream: theCase,
        command: () => ({ type: 'RecordOutside', kind: kind as 'decided', text: text('outside') }),
      }),
    ),
  },
  { weight: 3, arbitrary: onCase((state) => ({ type: 'ConfirmOutside', report: state?.reports ?? 0 })) },
  { weight: 2, arbitrary: onCase(() => ({ type: 'ReceiptAnswer' })) },
  { weight: 2, arbitrary: onCase(() => ({ type: 'ReopenCase', reason: text('new') })) },
  { weight: 1, arbitrary: onCase(() => ({ type: 'StartWritten', until: '2015-12-01' })) },
  { weight: 2, arbitrary: onCase((state) => ({ type: 'AnswerWritten', answer: 'for', reason: null, edition: state?.edition ?? 1 })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 25 }).map((wait) => ({ wait })) },
  { weight: 1, arbitrary: fc.constantFrom('regional-chair', 'municipal-chair').map((replace) => ({ replace })) },
);

describe('random people press random buttons on a case', () => {
  it('random presses never make a decision that the terms forbid or skip a body, and somebody always has the next step', () => {
    let decided = 0;
    fc.assert(
      fc.property(matter, fc.array(press, { minLength: 20, maxLength: 60 }), (about, presses) => {
        const room = chamber(fjord, '2015-02-02T08:00:00Z', seats, {
          bente: 'regional',
          bo: 'municipal',
          rita: 'regional',
          mona: 'municipal',
        });
        room.ask(
          theCase,
          {
            type: 'DraftCase',
            body: 'panel',
            matter: about,
            content: { title: text('t'), account: null, recommendations: [text('r')], papers: null, journal: null },
          },
          person('gudrun'),
        );
        room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
        let changes = 0;
        for (const random of presses) {
          const each = 'sensible' in random ? sensible(room.one('k1'), random.sensible) : random;
          if ('wait' in each) {
            room.until(
              room
                .now()
                .add({ hours: 24 * each.wait })
                .toString(),
            );
          } else if ('replace' in each) {
            changes++;
            const nobody = changes % 3 === 0;
            room.change('forum', (was) => ({
              ...was,
              appointments: was.appointments.flatMap((seat) =>
                seat.seat === each.replace ? (nobody ? [] : [{ ...seat, person: `new${changes}` }]) : [seat],
              ),
            }));
          } else {
            const before = room.one('k1');
            const question = {
              charter: fjord,
              body: room.body(before.at),
              now: room.now(),
              since: before.since,
              turns: turnedIn(before),
              one: (key: string) => key,
            };
            const key = keyFor(question, each.who);
            const answer = room.ask(each.stream, each.command(before), person(each.who));
            if (!isRefusal(answer)) {
              if (answer.some((event) => event.type === 'KeyTurned')) expect(typeof key).toBe('string');
              keysHold(before, answer, each.who, room.body(before.at));
            }
          }
          holds(room, room.one('k1'));
          if (room.one('k1').phase === 'returned') decided++;
        }
      }),
      { numRuns: 150 },
    );
    expect(decided).toBeGreaterThanOrEqual(75);
  });
});

const moves: ReadonlySet<GovernanceEvent['type']> = new Set<GovernanceEvent['type']>([
  'KeptHere',
  'SentUp',
  'SentBack',
  'CaseDecided',
  'CaseSentOn',
  'CaseSentBack',
  'CaseReopened',
]);

/** A case moves only when two persons have turned the body's keys, each in a seat they held then; outside Teams, two secretaries. */
function keysHold(before: RaisedCase, answer: readonly GovernanceEvent[], who: string, { appointments }: BodyState) {
  const { at } = before;
  const now = answer.flatMap((event) =>
    event.type === 'KeyTurned' || event.type === 'ResultConfirmed' || event.type === 'ReopeningTurned' ? [event] : [],
  );
  for (const { seat, person: by } of now) {
    expect(by).toBe(who);
    if (at !== 'board') expect(appointments.some((each) => each.seat === seat && each.person === who)).toBe(true);
  }
  if (!answer.some(({ type }) => moves.has(type))) return;
  const seats = new Map([...turnedIn(before), ...now].map(({ seat, person: by }) => [seat, by]));
  const persons = new Set([...seats.values(), ...(at === 'board' && before.phase === 'confirming' ? [before.recordedBy] : [])]);
  expect(persons.size).toBe(2);
  if (at !== 'board') expect([...seats.keys()].sort()).toEqual(['municipal-chair', 'regional-chair']);
}

function holds(room: ReturnType<typeof chamber>, state: RaisedCase): void {
  const verdict = competenceOn(fjord, state.at, state.matter, state.termsOn).verdict;
  const been = state.way.map((stop) => stop.body);
  const last = onward(fjord, state.at, state.matter, state.termsOn, been).to === null;
  if (state.phase === 'returned' || state.phase === 'closed') {
    expect(verdict === 'decides' || verdict === 'chairs-judge' || (verdict === 'not-stated' && last)).toBe(true);
    expect(state.result).not.toBeNull();
  }
  const bodies = [...been, state.at];
  expect(bodies).toEqual(['panel', 'forum', 'board'].slice(0, bodies.length));
  const next = nextStep(state, { charter: fjord, now: room.now(), one: (key) => key, body: room.body });
  const settled = state.phase === 'closed' && state.turns.length === 0;
  expect(next.step === 'none').toBe(settled || state.phase === 'withdrawn');
  if ('persons' in next) expect(next.persons.length).toBeGreaterThan(0);
}
