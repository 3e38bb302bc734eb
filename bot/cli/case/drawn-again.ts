import { Temporal } from 'temporal-polyfill';
import { caseCard } from '../../../cards/case/case.ts';
import { fill } from '../../../cards/kit/fill.ts';
import type { Language } from '../../../cards/text/languages.ts';
import { openDesk } from '../../desk.ts';
import { openDirectory } from '../../directory.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import { subjectOf } from '../../governance/tables/subjects.ts';
import type { State } from '../../governance/vocabulary/all.ts';
import { begun } from '../../governance/vocabulary/all.ts';
import type { Stream } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';

/** A case's card as it stood just before an entry of the ledger, made again from the entries until then; null: there was none. */
export async function drawnAgain(
  store: Store,
  charter: Charter,
  stream: Stream,
  entry: number,
  language: Language,
): Promise<object | null> {
  const entries = await store.history(stream);
  const moment = entries.find(({ seq }) => seq === entry)?.at;
  if (moment === undefined) return null;
  const subject = subjectOf(stream);
  const then = entries
    .filter(({ seq }) => seq < entry)
    .reduce<State>((state, { event }) => subject.evolve(state, event), subject.initial(stream));
  const desk = await openDesk(store, openDirectory(store), charter, Temporal.Instant.from(moment));
  const state: typeof desk.state = async (kind, of) => (of === stream && then.kind === kind ? begun(then, kind) : desk.state(kind, of));
  const face = await caseCard.show({ ...desk, state }, stream, null, { kind: 'everyone', language });
  if (!face) return null;
  const paper = {
    about: stream,
    occasion: null,
    form: String(entry),
    version: entry - 1,
    language,
    viewer: 'everyone',
    viewers: [],
  } as const;
  return fill(caseCard, face, { ...paper, mentions: face.mentions.map(({ name }) => ({ name, mri: null })) }).card;
}
