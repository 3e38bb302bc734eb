import type { Charter } from '../../governance/charter/charter.ts';
import { decisionsIn } from '../../governance/register/register.ts';
import type { PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { erased } from '../ledger/show.ts';

/** What somebody had before them when they judged. `words`: null where an older Samspil did not keep it. */
export interface FaceRead {
  readonly name: string;
  readonly says: string;
  readonly at: string;
  readonly words: string | null;
}

/** What each of those who made a decision read on the card, from the ledger entry of that decision; null: the entry is no decision. */
export async function facesRead(
  store: Store,
  charter: Charter,
  stream: Stream,
  entry: number,
  nameOf: (person: PersonKey) => string | null,
): Promise<readonly FaceRead[] | null> {
  const decision = decisionsIn(charter, stream, await store.history(stream)).find(({ seq }) => seq === entry);
  if (!decision) return null;
  const texts = await store.texts(stream);
  return decision.turns.map(({ person, at, judgement: { says, face } }) => ({
    name: nameOf(person) ?? person,
    says,
    at,
    words: face ? (texts.get(face.ref)?.words ?? erased) : null,
  }));
}
