import type { GovernanceEvent } from '../../governance/vocabulary/all.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from '../../governance/vocabulary/stream.ts';
import type { Cause } from '../../store/cause.ts';
import type { Store } from '../../store/store.ts';

/** An entry as a person reads it: names for keys, words for references. */
export interface ShownEntry {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly by: string | null;
  readonly cause: Cause;
  readonly type: GovernanceEvent['type'];
  readonly details: Readonly<Record<string, unknown>>;
}

export const erased = '[erased]';

/** A stream's entries with their texts, and with the names that `nameOf` knows. */
export async function showStream(
  store: Store,
  stream: Stream,
  nameOf: (person: PersonKey) => string | null,
): Promise<readonly ShownEntry[]> {
  const texts = await store.texts(stream);
  const readable = (value: unknown): unknown => {
    if (typeof value === 'string') return nameOf(value) ?? value;
    if (Array.isArray(value)) return value.map(readable);
    if (isTextRef(value)) return texts.get(value.ref)?.words ?? erased;
    if (typeof value === 'object' && value !== null) return mapped(value, readable);
    return value;
  };
  return (await store.history(stream)).map(({ seq, at, by, cause, event }) => {
    const { type, v, ...rest } = event;
    return { seq, at, by: by === null ? null : (nameOf(by) ?? by), cause, type, details: mapped(rest, readable) };
  });
}

/** Every reference to a text in an event, however deep. */
export function textRefs(value: unknown): readonly TextRef[] {
  if (isTextRef(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textRefs) : [];
}

function isTextRef(value: unknown): value is TextRef {
  return typeof value === 'object' && value !== null && 'ref' in value && 'mac' in value;
}

function mapped(value: object, each: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, each(inside)]));
}
