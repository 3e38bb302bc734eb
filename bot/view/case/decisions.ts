import type { Charter } from '../../governance/charter/charter.ts';
import { type Decision, decisionsIn } from '../../governance/register/register.ts';
import type { PersonKey, Stream, TextRef } from '../../governance/vocabulary/stream.ts';
import { idIn } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { erased } from '../ledger/show.ts';

/** A decision as the register has it: names for keys, words for references, and what it takes to draw the card again. */
export interface RegisteredDecision {
  readonly at: string;
  readonly case: string;
  readonly number: string;
  readonly title: string;
  readonly body: string;
  readonly kind: Decision['kind'];
  readonly decision: string;
  readonly persons: readonly {
    readonly seat: string;
    readonly name: string;
    readonly says: string;
    readonly reason: string;
    readonly card: string;
  }[];
  readonly recordedBy: string;
  readonly clauses: readonly string[];
  /** The answer to who may decide was not all from the terms. */
  readonly ours: boolean;
  /** Content hash of the terms, and the day they are from. */
  readonly terms: string;
  readonly termsFrom: string;
  /** The version of the content and of the result, and the ledger entry before which everything on the card was said. */
  readonly edition: number;
  readonly report: number;
  readonly entry: number;
  readonly hash: string;
}

/** Every decision in cases, oldest first, from the ledger; those of one body where one is named. */
export async function decisionRegister(
  store: Store,
  charter: Charter,
  nameOf: (person: PersonKey) => string | null,
  body: string | null,
): Promise<readonly RegisteredDecision[]> {
  const found: RegisteredDecision[] = [];
  for (const stream of await store.ofKind('case')) {
    const entries = await store.history(stream);
    const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
    for (const each of decisionsIn(charter, stream, entries)) {
      if (body === null || each.body === body) found.push(await registered(store, each, nameOf, hashes.get(each.seq) ?? ''));
    }
  }
  return found.sort((a, b) => (a.at === b.at ? a.entry - b.entry : a.at < b.at ? -1 : 1));
}

async function registered(
  store: Store,
  each: Decision,
  nameOf: (person: PersonKey) => string | null,
  hash: string,
): Promise<RegisteredDecision> {
  const words = async (stream: Stream, text: TextRef | null) => (text ? ((await store.texts(stream)).get(text.ref)?.words ?? erased) : '');
  const name = (person: PersonKey) => nameOf(person) ?? person;
  return {
    at: each.at,
    case: idIn(each.stream, 'case'),
    number: each.number ?? '',
    title: await words(each.stream, each.title),
    body: each.body,
    kind: each.kind,
    decision: each.result ? await words(each.result.textsIn, each.result.text) : '',
    persons: await Promise.all(
      each.turns.map(async ({ seat, person, judgement }) => ({
        seat,
        name: name(person),
        says: judgement.says,
        reason: await words(each.stream, judgement.reason),
        card: judgement.card ?? '',
      })),
    ),
    recordedBy: each.recordedBy ? name(each.recordedBy) : '',
    clauses: each.clauses,
    ours: each.ours,
    terms: each.terms?.hash ?? '',
    termsFrom: each.terms?.from ?? '',
    edition: each.edition,
    report: each.report,
    entry: each.seq,
    hash,
  };
}
