import type { Temporal } from 'temporal-polyfill';
import type { Charter, Terms } from '../bot/governance/charter/charter.ts';
import { dateAt } from '../bot/governance/time/calendar.ts';
import { begun } from '../bot/governance/vocabulary/all.ts';
import type { Handle } from '../bot/handle.ts';
import { operatorCause } from '../bot/store/cause.ts';
import type { Store } from '../bot/store/store.ts';

/** Terms that have been in force are in the model no more: decisions made under them could not be explained. */
class TermsTakenOut extends Error {
  readonly code = 'terms-taken-out';
  readonly terms: string;
  constructor(terms: string, body: string, at: { readonly file: string; readonly line: number } | null) {
    const where = at ? `${at.file}:${at.line}` : body;
    super(`${where}: the terms ${terms} have been in force and are gone from the model; put them back, and add a new version after them`);
    this.terms = terms;
  }
}

/** Terms that have been in force were changed in the model. Nothing starts before they are put back. */
export class TermsChangedInForce extends Error {
  readonly code = 'terms-changed-in-force';
  readonly terms: string;
  readonly at: { readonly file: string; readonly line: number };
  constructor(terms: string, at: { readonly file: string; readonly line: number }) {
    super(
      `${at.file}:${at.line}: the terms ${terms} have been in force and may not change; add a new version instead, or where the document was read wrongly, write under "corrected" how it was read before`,
    );
    this.terms = terms;
    this.at = at;
  }
}

/** A file has another version than the one that a case has decided. */
class TermsNotDecided extends Error {
  readonly code = 'terms-not-decided';
  constructor(terms: string, { file, line }: { readonly file: string; readonly line: number }) {
    super(`${file}:${line}: the terms ${terms} are not those that were decided; take them out, and write them with samspil model adopt`);
  }
}

/** New terms would begin before today, and a case was raised under the old ones meanwhile: it keeps those. */
class TermsBackdated extends Error {
  readonly code = 'terms-backdated';
  readonly terms: string;
  constructor(terms: Terms, raised: string) {
    const { file, line } = terms.at;
    super(
      `${file}:${line}: the terms ${terms.id} would begin before ${raised} was raised under the terms before them; let them begin later`,
    );
    this.terms = terms.id;
  }
}

/** Takes the versions of terms the ledger does not know into it. Terms that have been in force may neither have changed nor be gone, nor be overtaken afterwards. */
export async function adoptTerms(store: Store, handle: Handle, charter: Charter, now: Temporal.Instant): Promise<void> {
  await noneTakenOut(store, charter, now);
  await noneBackdated(store, charter, now);
  for (const { id, body, hash, from, at, formerly, readings } of charter.bodies.flatMap((each) => each.terms)) {
    const known = await store.recall('charter');
    if (known?.state.kind === 'charter' && known.state.versions[id]?.hash === hash) continue;
    const handled = await handle({
      stream: 'charter',
      command: { type: 'AdoptTerms', id, body, hash, from, formerly, readings: readings.map(({ was, why, by }) => ({ was, why, by })), at },
      by: { kind: 'operator' },
      cause: operatorCause(`terms/${id}/${hash}/${known?.version ?? 0}`),
      now,
    });
    if (handled.result !== 'refused') continue;
    if (handled.refusal.refused === 'terms-decided') throw new TermsNotDecided(id, handled.refusal);
    if (handled.refusal.refused === 'terms-in-force') throw new TermsChangedInForce(id, handled.refusal);
    throw new Error(`the terms ${id} could not be taken into the ledger: ${handled.refusal.refused}`);
  }
}

/** A case keeps the terms it was raised under: no version comes between it and those afterwards. */
async function noneBackdated(store: Store, charter: Charter, now: Temporal.Instant): Promise<void> {
  const known = (await store.recall('charter'))?.state;
  if (known?.kind !== 'charter') return;
  const before = Object.values(known.versions);
  const today = dateAt(charter, now);
  const late = charter.bodies
    .flatMap((each) => each.terms)
    .filter(({ id, from }) => from <= today && !known.versions[id])
    .filter(({ body, from }) => before.some((each) => each.body === body && each.from < from));
  if (late.length === 0) return;
  for (const stream of await store.ofKind('case')) {
    const state = begun((await store.recall(stream))?.state, 'case');
    if (!state) continue;
    const overtaken = late.find(({ body, from }) => from <= state.termsOn && [state.body, ...state.cameTo].includes(body));
    if (overtaken) throw new TermsBackdated(overtaken, state.number ?? stream);
  }
}

/** The file is named where the body has other terms; a body that is gone as a whole is named itself. */
async function noneTakenOut(store: Store, charter: Charter, now: Temporal.Instant): Promise<void> {
  const known = (await store.recall('charter'))?.state;
  if (known?.kind !== 'charter') return;
  const terms = charter.bodies.flatMap((each) => each.terms);
  const stand = new Set(terms.map(({ id }) => id));
  const today = dateAt(charter, now);
  const [gone] = Object.entries(known.versions).filter(([id, { from }]) => !stand.has(id) && from <= today);
  if (!gone) return;
  const [id, { body }] = gone;
  throw new TermsTakenOut(id, body, terms.find((each) => each.body === body)?.at ?? null);
}
