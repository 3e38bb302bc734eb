import type { BodyId } from '../governance/charter/charter.ts';
import type { State } from '../governance/vocabulary/all.ts';
import type { Index, Kind, PersonKey, Stream } from '../governance/vocabulary/stream.ts';
import type { CardSource, Recalled, RecordKind } from './store.ts';

/** The words and the model that every card is drawn with. */
export const model: CardSource = 'model';
/** What is parked in the outbox. */
export const parkedItems: CardSource = 'parked';
/** All of a stream's state. */
export const stateOf = (stream: Stream): CardSource => stream;
export const fieldOf = (stream: Stream, field: string): CardSource => `${stream}#${field}`;
export const textsOf = (stream: Stream): CardSource => `${stream} texts`;
export const historyOf = (stream: Stream): CardSource => `${stream} history`;
/** Which streams of a kind a body has. */
export const listOf = (kind: Kind, body: BodyId): CardSource => `of ${kind} ${body}`;
export const allOf = (kind: Kind): CardSource => `all ${kind}`;
/** Which streams of a kind have moved. */
export const movedOf = (kind: string): CardSource => `moved ${kind}`;
export const recordOf = (kind: RecordKind, id: string): CardSource => `${kind} ${id}`;
/** That something has been erased, and no other change to it. */
export const erasureOf = (source: CardSource): CardSource => `${source} erased`;
/** Whether a source is one that somebody may have a right to have erased. */
export const isErasable = (source: CardSource): boolean => / texts$|^person /.test(source);
/** What is known of one person in the stream of persons, which every card reads. */
export const personIn = (field: 'joined' | 'sectors', person: PersonKey): CardSource => `persons#${field} ${person}`;

interface After {
  readonly state: State;
  readonly index: Index;
  /** Whether texts were written with it. */
  readonly texts: boolean;
}

/** What an append changes for those who have read it: fields that say something else now, texts, and the lists that the stream comes into or leaves. */
export function touchedBy(stream: Stream, before: Recalled | null, { state, index, texts }: After): readonly CardSource[] {
  const moved = before?.index.body !== index.body || before.index.open !== index.open;
  const bodies = moved ? new Set([before?.index.body, index.body]) : new Set<string>();
  return [
    stateOf(stream),
    ...(before ? changedFields(before.state, state).map((field) => fieldOf(stream, field)) : [allOf(index.kind)]),
    ...[...bodies].flatMap((body) => (body ? [listOf(index.kind, body)] : [])),
    ...(texts ? [textsOf(stream)] : []),
    historyOf(stream),
    movedOf(index.kind),
    ...(state.kind === 'persons' ? personsTouched(before?.state ?? null, state) : []),
  ];
}

function changedFields(was: object, next: object): readonly string[] {
  const [old, fresh]: readonly Readonly<Record<string, unknown>>[] = [{ ...was }, { ...next }];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(next)])];
  return fields.filter((field) => old?.[field] !== fresh?.[field] && JSON.stringify(old?.[field]) !== JSON.stringify(fresh?.[field]));
}

function personsTouched(was: State | null, next: Extract<State, { kind: 'persons' }>): readonly CardSource[] {
  const before = was?.kind === 'persons' ? was : { joined: {}, sectors: {} };
  return (['joined', 'sectors'] as const).flatMap((field) =>
    changedFields(before[field], next[field]).map((person) => personIn(field, person)),
  );
}
