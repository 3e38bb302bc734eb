import { subjectOf } from '../../governance/tables/subjects.ts';
import type { State } from '../../governance/vocabulary/all.ts';
import type { IsoInstant, Stream } from '../../governance/vocabulary/stream.ts';
import { type Broken, canonical, macOf, verify } from '../../store/chain.ts';
import type { Entry, Recalled, SealedText, Store } from '../../store/store.ts';
import { textRefs } from './show.ts';

/** The anchor stream's own head one night, kept outside the store. Whoever changes the store cannot change it too. */
export interface AnchorLine {
  readonly at: IsoInstant;
  readonly seq: number;
  readonly hash: string;
}
interface Finding {
  readonly stream: Stream;
  /** Null: the stream as a whole. */
  readonly seq: number | null;
  readonly problem: Broken['problem'] | 'other-head' | 'missing' | 'cut' | 'rewritten' | 'other-snapshot' | 'other-words';
  readonly sentence: string;
}
export interface Checked {
  readonly streams: number;
  readonly entries: number;
  readonly findings: readonly Finding[];
}

/** What the head of a stream was, and who says so. */
interface Anchored {
  readonly seq: number;
  readonly hash: string;
  readonly where: string;
}
interface Read {
  readonly stream: Stream;
  readonly recalled: Recalled | null;
  readonly entries: readonly Entry[];
  readonly texts: ReadonlyMap<string, SealedText>;
}

/** Every chain, every snapshot made again from its events, every text still there, and every head against the anchors; `lines`: anchors kept outside. */
export async function checkLedger(store: Store, lines: readonly AnchorLine[]): Promise<Checked> {
  const anchored = await anchoredHeads(store, lines);
  const heads = await store.heads(null, Number.MAX_SAFE_INTEGER);
  const streams = [...new Set([...heads.map((head) => head.stream), ...anchored.keys()])].sort();
  const findings: Finding[] = [];
  let entries = 0;
  for (const stream of streams) {
    const read = await readWhole(store, stream);
    entries += read.entries.length;
    findings.push(...checkStream(read, anchored.get(stream) ?? []));
  }
  return { streams: heads.length, entries, findings };
}

/** The lines that a later check wants to see again: the anchor stream's head after each of its entries. */
export async function anchorLines(store: Store): Promise<readonly AnchorLine[]> {
  return (await store.history('anchor')).map(({ at, seq, hash }) => ({ at, seq, hash }));
}

async function anchoredHeads(store: Store, lines: readonly AnchorLine[]): Promise<ReadonlyMap<Stream, readonly Anchored[]>> {
  const outside = lines.map(({ at, seq, hash }): [Stream, Anchored] => [
    'anchor',
    { seq, hash, where: `the anchor kept outside on ${at}` },
  ]);
  const inside = (await store.history('anchor')).flatMap(({ event, seq: entry }) =>
    event.type === 'HeadsAnchored'
      ? event.heads.map(({ stream, seq, hash }): [Stream, Anchored] => [stream, { seq, hash, where: `anchor entry ${entry}` }])
      : [],
  );
  const found = new Map<Stream, Anchored[]>();
  for (const [stream, head] of [...outside, ...inside]) found.set(stream, [...(found.get(stream) ?? []), head]);
  return found;
}

/** One moment of a stream that may be growing. */
async function readWhole(store: Store, stream: Stream): Promise<Read> {
  for (;;) {
    const recalled = await store.recall(stream);
    const entries = await store.history(stream);
    const texts = await store.texts(stream);
    if ((await store.recall(stream))?.version === recalled?.version) return { stream, recalled, entries, texts };
  }
}

function checkStream(read: Read, anchored: readonly Anchored[]): readonly Finding[] {
  const { stream, recalled, entries } = read;
  const last = anchored.reduce<Anchored | null>((most, each) => (most && most.seq >= each.seq ? most : each), null);
  if (recalled === null && entries.length === 0) {
    const says = last ? `; ${last.where} has it with ${last.seq} entries` : '';
    return [{ stream, seq: null, problem: 'missing', sentence: `${stream} is missing${says}.` }];
  }
  const broken = verify(stream, entries).map(({ seq, problem }) => ({ stream, seq, problem, sentence: sentences[problem](stream, seq) }));
  return [
    ...broken,
    ...checkHead(read),
    ...checkAnchored(stream, entries, anchored, last),
    ...(broken.length === 0 ? checkSnapshot(read) : []),
    ...checkWords(read),
  ];
}

const sentences: Readonly<Record<Broken['problem'], (stream: Stream, seq: number) => string>> = {
  changed: (stream, seq) => `${stream} entry ${seq} has been changed: its hash is not made from what it says.`,
  unlinked: (stream, seq) => `${stream} entry ${seq} does not follow the entry before it.`,
  gap: (stream, seq) => `${stream} lacks the entries right before ${seq}.`,
};

function checkHead({ stream, recalled, entries }: Read): readonly Finding[] {
  const newest = entries.at(-1);
  if (recalled?.version === newest?.seq && recalled?.hash === newest?.hash) return [];
  const sentence = `${stream} ends with entry ${newest?.seq ?? 0}, but its head is remembered as entry ${recalled?.version ?? 0} or with another hash.`;
  return [{ stream, seq: newest?.seq ?? null, problem: 'other-head', sentence }];
}

function checkAnchored(
  stream: Stream,
  entries: readonly Entry[],
  anchored: readonly Anchored[],
  last: Anchored | null,
): readonly Finding[] {
  const newest = entries.at(-1)?.seq ?? 0;
  const cut: Finding[] = [];
  if (last && last.seq > newest) {
    const sentence = `${stream} has lost its end: it stops at entry ${newest}, and ${last.where} has ${last.seq} entries.`;
    cut.push({ stream, seq: newest, problem: 'cut', sentence });
  }
  const hashes = new Map(entries.map((entry) => [entry.seq, entry.hash]));
  const [first] = anchored.filter(({ seq, hash }) => hashes.has(seq) && hashes.get(seq) !== hash).sort((a, b) => a.seq - b.seq);
  if (!first) return cut;
  const sentence = `${stream} has been written anew at or before entry ${first.seq}: ${first.where} has another hash for it.`;
  return [...cut, { stream, seq: first.seq, problem: 'rewritten', sentence }];
}

function checkSnapshot({ stream, recalled, entries }: Read): readonly Finding[] {
  if (recalled === null) return [];
  const seq = recalled.version;
  const made = rebuilt(stream, entries);
  if (made instanceof Error) {
    const sentence = `${stream} cannot be made from its entries: ${made.message}.`;
    return [{ stream, seq, problem: 'other-snapshot', sentence }];
  }
  if (canonical(made) === canonical(recalled.state)) return [];
  return [{ stream, seq, problem: 'other-snapshot', sentence: `${stream} is remembered otherwise than its ${seq} entries say.` }];
}

/** Entries that no rule can have written may end in a fault, and a fault is a finding like the others. */
function rebuilt(stream: Stream, entries: readonly Entry[]): State | Error {
  try {
    const subject = subjectOf(stream);
    return entries.reduce((state, { event }) => subject.evolve(state, event), subject.initial(stream));
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
}

/** Words that were erased are no finding; words that are there are those that were typed. */
function checkWords({ stream, entries, texts }: Read): readonly Finding[] {
  return entries.flatMap(({ seq, event }) =>
    textRefs(event).flatMap(({ ref, mac }): Finding[] => {
      const text = texts.get(ref);
      if (!text || macOf(text.key, text.words) === mac) return [];
      return [{ stream, seq, problem: 'other-words', sentence: `${stream} entry ${seq} has other words at ${ref} than were written.` }];
    }),
  );
}
