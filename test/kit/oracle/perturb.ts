import type { Temporal } from 'temporal-polyfill';
import type { Bot } from '../../../bot/assemble.ts';
import type { PersonRecord } from '../../../bot/directory.ts';
import { begun, type Command } from '../../../bot/governance/vocabulary/all.ts';
import type { Appointment, BodyState } from '../../../bot/governance/vocabulary/body.ts';
import { kinds, type PersonKey, type Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { personRecord } from '../../../bot/store/record-name.ts';
import type { Store } from '../../../bot/store/store.ts';

/** The part of a world that things happen to. */
export interface Shaken {
  readonly store: Store;
  readonly bot: Bot;
  readonly people: readonly string[];
  readonly now: () => Temporal.Instant;
  readonly key: (name: string) => Promise<PersonKey>;
  readonly settle: () => Promise<void>;
  readonly at: (time: string) => Promise<void>;
}

/** What may happen to a collaboration at any time, one thing after another; each returns once everything it asks for has been delivered. */
export async function perturb(world: Shaken): Promise<void> {
  const day = (days: number) => world.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().add({ days }).toString();
  const bodies = (await world.store.ofKind('body')) as readonly Stream[];
  const each = async (of: (body: BodyState) => readonly Command[]) => {
    for (const stream of bodies) {
      const state = begun((await world.store.recall(stream))?.state, 'body');
      for (const command of state ? of(state) : []) await tries(world, stream, command);
    }
    await world.settle();
  };
  const stranger = await world.key(world.people[0] ?? '');

  await each((body) => chairs(body).map(({ person }) => ({ type: 'NoteAbsence', person, from: day(0), until: day(20) })));
  await each((body) => chairs(body).map(({ id }) => ({ type: 'NameDeputy', appointment: id, deputy: stranger })));
  await each((body) => ends(body, /secretary|sekret/, day(-1)));
  await each((body) => ends(body, /chair|formand/, day(-1)));
  await each((body) =>
    [...new Set(body.appointments.map(({ seat }) => seat))].map((seat) => ({
      type: 'FillSeat',
      appointment: `again-${body.body}-${seat}`,
      seat,
      person: stranger,
      from: day(0),
    })),
  );
  for (const person of world.people) await renamed(world, await world.key(person));
  await world.settle();
  await oneTextErasedInEach(world);
  for (const days of [1, 8, 40, 400]) await world.at(`${day(days)}T09:00`);
}

function chairs({ appointments }: BodyState): readonly Appointment[] {
  return appointments.filter(({ seat, until }) => /chair|formand/.test(seat) && until === null);
}

function ends({ appointments }: BodyState, seats: RegExp, until: string): readonly Command[] {
  return appointments
    .filter((held) => seats.test(held.seat) && held.until === null)
    .slice(0, 1)
    .map(({ id }) => ({ type: 'EndAppointment', appointment: id, until }));
}

/** What the rules refuse does not happen. */
async function tries({ bot, now }: Shaken, stream: Stream, command: Command): Promise<void> {
  const cause = `operator:perturbed.${stream}.${JSON.stringify(command)}` as const;
  await bot.handle({ stream, command, by: { kind: 'operator' }, cause, now: now() });
}

async function renamed({ store }: Shaken, person: PersonKey): Promise<void> {
  const known = await store.record<PersonRecord>(...personRecord(person));
  if (known) await store.putRecord(...personRecord(person), { ...known.value, name: `${known.value.name} Ny` }, known.version);
}

async function oneTextErasedInEach({ store, settle }: Shaken): Promise<void> {
  for (const kind of kinds) {
    for (const stream of await store.ofKind(kind)) {
      const [first] = (await store.texts(stream)).keys();
      if (first !== undefined) await store.eraseText(stream, first);
    }
  }
  await settle();
}
