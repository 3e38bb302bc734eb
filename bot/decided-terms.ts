import { z } from 'zod';
import type { Charter, Collaboration, Terms } from './governance/charter/charter.ts';
import { type InForceByDecision, type InLedger, withDecided } from './governance/charter/decided.ts';
import { begun } from './governance/vocabulary/all.ts';
import type { CharterState, DecidedTerms } from './governance/vocabulary/charter-ledger.ts';
import { macOf } from './store/chain.ts';
import type { SealedText, Store } from './store/store.ts';

/** What a case carries of the terms it lays before a body: the version as the model has it, and the draft as it was written. */
export interface CarriedTerms {
  readonly terms: Terms;
  readonly document: Collaboration['documents'][number];
  /** The draft's file by its name, and its text, word for word. */
  readonly file: string;
  readonly draft: string;
}

const carriedShape = z.custom<CarriedTerms>(
  (read) => typeof read === 'object' && read !== null && ['terms', 'document', 'file', 'draft'].every((field) => field in read),
);
/** What terms have had since the first were carried; a version carried before has none. */
const since = { competence: [], tells: [], links: [], holders: [], assumed: [], formerly: [], readings: [] };

export function carriedWords(carried: CarriedTerms): string {
  return JSON.stringify(carried);
}

/** The version that a case has decided, from its words in the ledger; null: they have been erased, or are not those that were decided. */
export function carriedIn(texts: ReadonlyMap<string, SealedText>, { text, hash }: DecidedTerms): CarriedTerms | null {
  const sealed = texts.get(text.ref);
  if (!sealed || macOf(sealed.key, sealed.words) !== text.mac) return null;
  const read = carriedShape.safeParse(JSON.parse(sealed.words));
  if (!read.success || read.data.terms.hash !== hash) return null;
  return { ...read.data, terms: { ...since, ...read.data.terms } };
}

export async function decidedNow(store: Store): Promise<InLedger> {
  const known = await ledgerOf(store);
  if (known === null) return { decided: [], undone: {}, corrected: {} };
  const texts = known.decided.length === 0 ? new Map<string, SealedText>() : await store.texts('charter');
  const decided = known.decided.flatMap((each): readonly InForceByDecision[] => {
    const carried = carriedIn(texts, each);
    return carried ? [{ terms: carried.terms, document: carried.document, from: each.from, case: each.case }] : [];
  });
  const corrected = Object.entries(known.versions).flatMap(([id, each]) => (each.corrected ? [[id, each.corrected] as const] : []));
  return { decided, undone: known.undone, corrected: Object.fromEntries(corrected) };
}

/** A snapshot of before terms could be decided has none. */
async function ledgerOf(store: Store): Promise<CharterState | null> {
  const state = begun((await store.recall('charter'))?.state, 'charter');
  return state && { ...state, decided: Object.values(state.decided ?? []), undone: state.undone ?? {} };
}

export interface LivingCharter {
  readonly charter: () => Charter;
  /** Takes in what has been decided since, here or by another replica. Where nothing has come into the ledger, the charter stays the same object. */
  readonly refresh: () => Promise<void>;
}

/** The charter of a bot that runs: what is decided counts without a restart. */
export function openLivingCharter(store: Store, model: Charter): LivingCharter {
  let [charter, version] = [model, 0];
  return {
    charter: () => charter,
    refresh: async () => {
      const newest = (await store.recall('charter'))?.version ?? 0;
      if (newest === version) return;
      charter = withDecided(model, await decidedNow(store));
      version = newest;
    },
  };
}
