import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../bot/governance/charter.ts';
import type { Handle } from '../bot/handle.ts';
import type { Store } from '../bot/store/store.ts';

/** Terms that have been in force were changed in the model. Nothing starts before they are put back. */
export class TermsChangedInForce extends Error {
  readonly code = 'terms-changed-in-force';
  readonly terms: string;
  readonly at: { readonly file: string; readonly line: number };
  constructor(terms: string, at: { readonly file: string; readonly line: number }) {
    super(`${at.file}:${at.line}: the terms ${terms} have been in force and may not change; add a new version instead`);
    this.terms = terms;
    this.at = at;
  }
}

/** Takes the versions of terms the ledger does not know into it. Terms that have been in force may not have changed. */
export async function adoptTerms(store: Store, handle: Handle, charter: Charter, now: Temporal.Instant): Promise<void> {
  for (const { id, body, hash, from, at } of charter.bodies.flatMap((each) => each.terms)) {
    const known = await store.recall('charter');
    if (known?.state.kind === 'charter' && known.state.versions[id]?.hash === hash) continue;
    const handled = await handle({
      stream: 'charter',
      command: { type: 'AdoptTerms', id, body, hash, from, at },
      by: { kind: 'operator' },
      cause: `operator:terms/${id}/${hash}/${known?.version ?? 0}`,
      now,
    });
    if (handled.result !== 'refused') continue;
    if (handled.refusal.refused === 'terms-in-force') throw new TermsChangedInForce(id, handled.refusal);
    throw new Error(`the terms ${id} could not be taken into the ledger: ${handled.refusal.refused}`);
  }
}
