import type { Body, Charter } from '../governance/charter/charter.ts';
import { type InLedger, withDecided } from '../governance/charter/decided.ts';
import { bodyCalled } from '../governance/lists/body-called.ts';
import { dayWritten } from '../governance/time/written.ts';
import type { ModelError } from '../model/page.ts';
import type { readCharter } from '../model/read.ts';
import { CommandFailed } from './open.ts';

/** What a command was given in words, read against the model; what cannot be read fails the command with a sentence. */

/** The model in a folder, with what has been decided and is in no file of it yet. */
export interface CharterIn {
  (dir: string): Charter;
  /** What was read in another way, with what has been decided. */
  readonly withDecided: (charter: Charter) => Charter;
  readonly decided: () => InLedger;
}

export function openModel(read: typeof readCharter, decided: () => InLedger): CharterIn {
  const charterIn = (dir: string): Charter => {
    const found = read(dir);
    if ('charter' in found) return withDecided(found.charter, decided());
    throw new CommandFailed([...found.errors.map(sentence), `${counted(found.errors.length, 'error')} in the model in ${dir}.`].join('\n'));
  };
  return Object.assign(charterIn, { withDecided: (charter: Charter) => withDecided(charter, decided()), decided });
}

export function bodyFrom(charter: Charter, name: string): Body {
  const body = bodyCalled(charter, name);
  if (body) return body;
  throw new CommandFailed(`There is no body "${name}". There are: ${charter.bodies.map(({ id }) => id).join(', ')}.`);
}

export function dateFrom(written: string): string {
  const day = dayWritten(written);
  if (day !== null) return day;
  throw new CommandFailed(`"${written}" is not a date; a date is written 2015-06-01 or 1.6.2015, with four digits for the year.`);
}

export function languageFrom(charter: Charter, written: string | undefined): string {
  const { languages } = charter.collaboration;
  const language = written ?? languages[0] ?? '';
  if (languages.includes(language)) return language;
  throw new CommandFailed(`The model has no language "${language}". It has: ${languages.join(', ')}.`);
}

export function sentence({ file, line, message }: ModelError): string {
  return `${file}:${line}: ${message}`;
}

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
