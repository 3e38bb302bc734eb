import { turnFor, waitedForIn } from '../../bot/governance/people/two-secretaries.ts';
import type { FlagState } from '../../bot/governance/vocabulary/knowledge/flag.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk } from '../kit/card.ts';
import { type Here, hereWith } from './experience-file.ts';

/** A flag with what the cards about it look at. */
export interface FlagFile {
  readonly about: Stream;
  readonly state: FlagState;
  readonly around: Here;
}

/** null: nobody has raised it. */
export async function flagFile(desk: Desk, about: Stream): Promise<FlagFile | null> {
  const state = await desk.state('flag', about);
  if (!state || state.phase === 'none') return null;
  return { about, state, around: await hereWith(desk, [state.body]) };
}

/** Who is waited for to answer. */
export function chairsAwaited({ state, around }: FlagFile): readonly PersonKey[] {
  return state.phase === 'open' ? waitedForIn({ body: state.body, since: state.since, turns: [] }, around).persons : [];
}

export function mayAnswerFlag({ state, around }: FlagFile, person: PersonKey): boolean {
  const open = state.phase === 'open' || state.phase === 'answered';
  return open && typeof turnFor({ body: state.body, since: state.since, turns: [] }, person, around) === 'string';
}
