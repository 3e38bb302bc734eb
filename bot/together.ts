import type { NoteKept } from '../cards/kit/card.ts';
import type { Notice } from './governance/vocabulary/notice.ts';
import type { IsoInstant, PersonKey } from './governance/vocabulary/stream.ts';
import { togetherRecord } from './store/record-name.ts';
import type { Store } from './store/store.ts';

/** How notes are said together: those a note says along with its own, or the one that says it in its place. */
export interface Together {
  readonly others: readonly (Pick<Notice, 'about' | 'occasion'> & { readonly key: string })[];
  /** Key of the note that says it; null: it is said itself. */
  readonly saidBy: string | null;
  /** It cannot be sent: it says no others any more. */
  readonly ended: boolean;
}
/** The notes of a channel that may say others along with their own, since when, and whom Teams tells of each when it is posted. */
export type Hosts = readonly Host[];
interface Host {
  readonly key: string;
  readonly at: IsoInstant;
  /** Whoever is named on a card that stands already is told of nothing. An older Samspil did not note it. */
  readonly told?: readonly PersonKey[];
}

export const saidAlone: Together = { others: [], saidBy: null, ended: false };

/** What is remembered of a note beside its own words. */
export async function noteKept(store: Store, key: string): Promise<NoteKept> {
  const together = await store.record<Together>(...togetherRecord(key));
  return { came: (await store.notice(key))?.notice.came ?? null, others: together?.value.others ?? [] };
}
