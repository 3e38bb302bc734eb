import type { BodyId } from '../../governance/charter/charter.ts';
import type { PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import type { Entry, Store } from '../../store/store.ts';
import { ledgerWords, type ToldEvent } from '../words/ledger.ts';
import { bodyOfState } from './next.ts';
import { type Remembered, rememberedState } from './remembered.ts';

/** An entry of the ledger, as somebody reads it. */
export interface ToldLine {
  readonly at: string;
  readonly who: string;
  readonly did: string;
  readonly body: BodyId | null;
  readonly about: Stream;
  readonly hash: string;
}

const mostLookedAt = 12;

/** The newest things that happened, newest first; what only keeps the books in order is left out. */
export async function newestEntries(
  store: Store,
  remembered: Remembered,
  language: string,
  nameOf: (person: PersonKey) => string | null,
  most: number,
): Promise<readonly ToldLine[]> {
  const words = ledgerWords(language);
  const entries: Entry[] = [];
  for (const [stream, { version }] of remembered.streams) {
    entries.push(...(await store.history(stream, { after: Math.max(0, version - mostLookedAt) })));
  }
  return entries
    .filter(({ event }) => words.of(event.type) !== null)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at) || other.seq - one.seq)
    .slice(0, most)
    .map(({ at, by, event, stream, hash }) => {
      const state = rememberedState(remembered, stream);
      const number = state?.kind === 'case' && state.phase !== 'none' ? (state.number ?? '') : '';
      return {
        at,
        who: by === null ? 'Samspil' : (nameOf(by) ?? words.somebody),
        did: (words.of(event.type as ToldEvent) ?? String)(number),
        body: state === null ? null : bodyOfState(stream, state),
        about: stream,
        hash: hash.slice(0, 6),
      };
    });
}
