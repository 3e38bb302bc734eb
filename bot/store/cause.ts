import { createHash } from 'node:crypto';
import type { PersonKey, Stream } from '../governance/vocabulary/stream.ts';

/** What caused an entry: a press, an errand, an occurrence, or an operator's act. The same once more has the same cause, and changes nothing. */
export type Cause = `press:${string}` | `errand:${string}` | `time:${string}` | `operator:${string}`;

/** Who, which button, on what, on which printing of the card, with which answers. */
export function pressCause(person: PersonKey, verb: string, about: string, form: string, inputs: Readonly<Record<string, string>>): Cause {
  const answers = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256')
    .update(JSON.stringify([person, verb, about, form, answers]))
    .digest('hex');
  return `press:${hash}`;
}

/** An errand; one that goes to many has a cause in each of them, and that it was refused has one of its own. */
export function errandCause(errand: string, there: Stream | 'refused' | null): Cause {
  return there === null ? `errand:${errand}` : `errand:${errand}/${there}`;
}

export function clockCause(stream: Stream, occasion: string): Cause {
  return `time:${stream}/${occasion}`;
}

/** What somebody does with a command, a file or in Teams' own menus. */
export function operatorCause(act: string): Cause {
  return `operator:${act}`;
}

/** An id for what a cause makes: the same cause, the same id. */
export function idFrom(cause: Cause): string {
  return createHash('sha256').update(`id|${cause}`).digest('hex').slice(0, 16);
}
