import { createHmac, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Directory } from '../../directory.ts';
import type { Charter, IsoDate } from '../../governance/charter/charter.ts';
import { instantOf } from '../../governance/time/calendar.ts';
import type { Command } from '../../governance/vocabulary/all.ts';
import type { Actor, PersonKey, Stream, TextRef } from '../../governance/vocabulary/stream.ts';
import type { Handle } from '../../handle.ts';
import { idFrom, operatorCause, pressCause } from '../../store/cause.ts';
import type { SealedText } from '../../store/store.ts';
import { localTenant } from '../../teams/settings.ts';
import type { Role } from './cast.ts';

/** What a world is made with. */
export interface Making {
  readonly charter: Charter;
  readonly handle: Handle;
  readonly directory: Directory;
  readonly cast: readonly Role[];
  /** The clock jumps there; nothing else happens. */
  readonly at: (time: Temporal.Instant) => void;
  readonly now: () => Temporal.Instant;
  /** Everything that has been asked to be delivered is delivered. */
  readonly settle: () => Promise<void>;
}
export type Seal = (words: string) => TextRef;
export type Doing = ReturnType<typeof openDoing>;

/** The first day of the story, and the day on which the room opens: day 50 is a Friday in the model that comes with the product. */
export function openDoing(making: Making, first: IsoDate) {
  const { charter, handle, directory, cast } = making;
  let count = 0;

  const personIn = (body: string, role: 'chair' | 'secretary' | 'member', nth = 0): Role | null => {
    const terms = charter.bodies.find(({ id }) => id === body)?.terms[0];
    const seats = (terms?.seats ?? []).filter((seat) => seat.role === role).map(({ id }) => id);
    const there = cast.filter((each) => each.seats.some((place) => place.body === body && seats.includes(place.seat)));
    return there[nth] ?? null;
  };
  const keyOf = ({ person }: Role): Promise<PersonKey> =>
    directory.person({ tenant: localTenant, aadObjectId: person.aadObjectId, mri: person.id }, person.name, null);

  async function does(by: Role | null, stream: Stream, command: (seal: Seal) => Command): Promise<boolean> {
    count += 1;
    const person = by && (await keyOf(by));
    const cause = person === null ? operatorCause(`rehearsal.${count}`) : pressCause(person, 'rehearsal', stream, String(count), {});
    const texts: SealedText[] = [];
    const seal: Seal = (words) => {
      const key = randomBytes(32).toString('hex');
      const ref = `${idFrom(cause)}.${texts.length}`;
      texts.push({ ref, key, words });
      return { ref, mac: createHmac('sha256', Buffer.from(key, 'hex')).update(words).digest('hex') };
    };
    const actor: Actor = person === null ? { kind: 'operator' } : { kind: 'person', person, administrator: false };
    const handled = await handle({ stream, command: command(seal), by: actor, cause, texts, now: making.now() });
    return handled.result !== 'refused';
  }

  return {
    charter,
    cast,
    keyOf,
    personIn,
    settle: making.settle,
    /** The day so many days after the first, as a date. */
    day: (days: number): IsoDate => dayAfter(first, days),
    goesTo: (days: number, time: string): void => making.at(instantOf(charter, dayAfter(first, days), time)),
    /** By somebody, or by the operator; false: the rules said no. */
    does,
  };
}

function dayAfter(first: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
}
