import { Temporal } from 'temporal-polyfill';
import type { Identity } from '../directory.ts';
import type { LocalEdge } from './app.ts';
import { localTenant } from './settings.ts';
import { spelled } from './words.ts';

/** One of the people the stand-in for Teams knows, named by role. */
export interface Stander {
  readonly name: string;
  readonly aadObjectId: string;
  readonly mri: string;
}
export interface Local {
  /** The first one sits at the screen. */
  readonly people: readonly [Stander, ...Stander[]];
  /** Moves the clock on, and gives what it shows then. */
  readonly moveClock: (by: Temporal.Duration) => Promise<Temporal.Instant>;
  readonly timeZone: string;
}

/** Two words for trying things out alone: whoever sits at the screen acts as another, and the clock is moved on. Only local mode opens this. */
export function openLocal({ people, moveClock, timeZone }: Local): LocalEdge {
  const [screen] = people;
  let acting: Stander = screen;
  return {
    identify: (identity: Identity): Identity => {
      if (identity.aadObjectId !== screen.aadObjectId.toLowerCase()) return identity;
      return { tenant: localTenant, aadObjectId: acting.aadObjectId.toLowerCase(), mri: acting.mri };
    },
    word: async (said) => {
      const [, word, rest] = /^(som|as|tid|time)(?: (.*))?$/u.exec(said) ?? [];
      switch (word) {
        case 'som':
        case 'as': {
          const named = people.find(({ name }) => spelled(name) === rest);
          const say = sentences[word === 'som' ? 'da' : 'en'];
          if (!named) return say.who(people.map(({ name }) => name));
          acting = named;
          return say.acting(named.name);
        }
        case 'tid':
        case 'time': {
          const by = durationIn(rest ?? '');
          const say = sentences[word === 'tid' ? 'da' : 'en'];
          return by ? say.clock((await moveClock(by)).toZonedDateTimeISO(timeZone)) : say.how;
        }
        default:
          return null;
      }
    },
  };
}

const sentences = {
  da: {
    acting: (name: string) => `Du svarer nu som ${name}.`,
    who: (names: readonly string[]) => `Skriv »som« og et navn: ${names.join(', ')}.`,
    clock: (at: Temporal.ZonedDateTime) => `Uret viser nu ${at.toLocaleString('da-DK', { dateStyle: 'full', timeStyle: 'short' })}.`,
    how: 'Skriv f.eks. »tid +7d«, »tid +3t« eller »tid +20m«.',
  },
  en: {
    acting: (name: string) => `Your presses now count as those of ${name}.`,
    who: (names: readonly string[]) => `Write as and one of these names: ${names.join(', ')}.`,
    clock: (at: Temporal.ZonedDateTime) => `The clock now shows ${at.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })}.`,
    how: 'Write, for example, time +7d, time +3h or time +20m.',
  },
};

const units: Readonly<Record<string, 'weeks' | 'days' | 'hours' | 'minutes'>> = {
  u: 'weeks',
  w: 'weeks',
  d: 'days',
  t: 'hours',
  h: 'hours',
  m: 'minutes',
};

/** Only forwards, and at most some years at a time: the ledger does not go back. */
function durationIn(words: string): Temporal.Duration | null {
  const [, amount = '', letter = ''] = /^\+(\d{1,4})([uwdthm])$/.exec(words) ?? [];
  const unit = units[letter];
  return unit && Number(amount) > 0 ? Temporal.Duration.from({ [unit]: Number(amount) }) : null;
}
