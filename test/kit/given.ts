import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { emptyBody } from '../../bot/governance/body/body.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { Command, GovernanceEvent, State } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import type { PersonsState } from '../../bot/governance/vocabulary/persons.ts';
import type { Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Actor, PersonKey, Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import type { Around } from '../../bot/governance/vocabulary/subject.ts';
import type { PlannedDate } from '../../bot/governance/vocabulary/year/year.ts';
import { charter as fjord } from './charter.ts';

export interface Scene {
  readonly stream: Stream;
  readonly now?: string;
  readonly by?: Actor;
  readonly charter?: Charter;
  readonly bodies?: readonly BodyState[];
  readonly persons?: Partial<PersonsState>;
  readonly meetings?: readonly CalledMeeting[];
  readonly dates?: readonly PlannedDate[];
}

/** A rule's test reads like minutes: given what has happened, when somebody asks, then this happens or is refused. */
export function given(scene: Scene, ...events: readonly GovernanceEvent[]) {
  const subject = subjectOf(scene.stream);
  const state: State = events.reduce<State>((each, event) => subject.evolve(each, event), subject.initial(scene.stream));
  return {
    state,
    when: (command: Command, by?: Actor) => {
      const decided = subject.decide(state, command, around(scene, by));
      return {
        decided,
        thenHappens: (...expected: readonly Partial<GovernanceEvent>[]) => expect(decided).toMatchObject(expected),
        thenNothing: () => expect(decided).toEqual([]),
        thenRefused: (refused: Refusal['refused']) => expect(decided).toMatchObject({ refused }),
      };
    },
  };
}

export function person(key: PersonKey, administrator = false): Actor {
  return { kind: 'person', person: key, administrator };
}
/** The reference to a sealed text that the ledger would hold. */
export const text = (ref: string): TextRef => ({ ref, mac: `mac-${ref}` });
export const clock: Actor = { kind: 'clock' };
export const errand: Actor = { kind: 'errand', errand: 'channel/c#1/some-rule' };

export function around(scene: Scene, by?: Actor): Around {
  const one = (key: PersonKey) => scene.persons?.joined?.[key] ?? key;
  return {
    now: Temporal.Instant.from(scene.now ?? '2015-02-02T08:00:00Z'),
    by: by ?? scene.by ?? person('anybody'),
    charter: scene.charter ?? fjord(),
    one,
    sectorOf: (key) => scene.persons?.sectors?.[one(key)] ?? null,
    dates: (_id, year) => (scene.dates ?? []).filter(({ date }) => date.startsWith(`${year}-`)),
    meetings: (id) => (scene.meetings ?? []).filter((each) => each.body === id),
    body: (id) => scene.bodies?.find((each) => each.body === id) ?? emptyBody(id),
  };
}

/** A body with these persons in these seats from the first day of 2015, as `{ 'regional-chair': ['rita'] }`. */
export function seated(id: string, holders: Readonly<Record<string, readonly PersonKey[]>>): BodyState {
  return {
    ...emptyBody(id),
    appointments: Object.entries(holders).flatMap(([seat, persons]) =>
      persons.map((each) => ({ id: `a-${seat}-${each}`, seat, person: each, from: '2015-01-01', until: null, deputies: [] })),
    ),
  };
}
