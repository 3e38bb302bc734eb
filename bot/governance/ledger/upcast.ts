import type { OwnEvent } from '../vocabulary/all.ts';
import type { WrittenEvent } from '../vocabulary/anchor.ts';
import type { Steps } from '../vocabulary/subject.ts';

/** The store was written by a newer build. Nothing is guessed: this one does not read it. */
class EventTooNew extends Error {
  readonly code = 'event-too-new';
  constructor({ type, v }: WrittenEvent) {
    super(`${type} version ${v} was written by a newer Samspil; start that one`);
  }
}

/** What was written in any version, in today's: one step a version. */
export function upcast(written: WrittenEvent, known: Steps = {}): OwnEvent {
  const own = Object.hasOwn(known, written.type) ? (known[written.type] ?? []) : [];
  if (written.v > own.length + 1) throw new EventTooNew(written);
  return own.slice(written.v - 1).reduce<WrittenEvent>((event, step) => step(event), written) as OwnEvent;
}
