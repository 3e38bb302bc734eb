import type { BodyId, Charter } from '../../governance/charter/charter.ts';

/** One date as a file gave it. `id` null: the file does not know ours. */
export interface ReadDate {
  readonly body: BodyId;
  readonly gathering: string | null;
  readonly id: string | null;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly cancelled: boolean;
  readonly line: number;
}

/** A file that is not a calendar or a table of dates; `line` is where, counted from 1. What it quotes cannot steer a terminal. */
export class FileUnreadable extends Error {
  readonly code = 'file-unreadable';
  readonly line: number;
  constructor(line: number, message: string) {
    super(`Line ${line}: ${message.replace(/\p{Cc}/gu, '?')}`);
    this.line = line;
  }
}

/** The body that goes by this name or id. */
export function bodyCalled(charter: Charter, written: string, line: number): BodyId {
  const sought = fold(written);
  const body =
    charter.bodies.find((each) => each.id === written.trim()) ??
    charter.bodies.find((each) => [...each.aliases, ...Object.values(each.name)].some((name) => fold(name) === sought));
  if (!body) throw new FileUnreadable(line, `there is no body called "${written.trim()}".`);
  return body.id;
}

/** A meeting lasts some days at most. */
export const mostMinutes = 7 * 24 * 60;

/** An id as our own files write them. */
export function idWritten(written: string, line: number): string {
  if (/^[a-z0-9-]{1,80}$/.test(written.trim())) return written.trim();
  throw new FileUnreadable(line, `"${written.slice(0, 40)}" is not an id; leave it out where the file is not ours.`);
}

/** The gathering of this id that the body calls. */
export function gatheringCalled(charter: Charter, body: BodyId, written: string, line: number): string {
  const gathering = charter.gatherings.find((each) => each.host === body && each.id === written.trim());
  if (!gathering) throw new FileUnreadable(line, `${body} calls no gathering "${written.trim()}".`);
  return gathering.id;
}

/** Nothing is read twice, and nothing is left half read: the same date or id twice is an error. */
export function eachOnce(dates: readonly ReadDate[]): readonly ReadDate[] {
  const seen = new Map<string, number>();
  for (const each of dates) {
    if (each.cancelled) continue;
    const keys = [
      `at ${each.body} ${each.date} ${each.time}`,
      ...(each.id === null ? [] : [`id ${each.body} ${each.date.slice(0, 4)} ${each.id}`]),
    ];
    for (const key of keys) {
      const before = seen.get(key);
      if (before !== undefined) throw new FileUnreadable(each.line, `the same meeting stands on line ${before} already.`);
      seen.set(key, each.line);
    }
  }
  return dates;
}

function fold(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase();
}
