import type { Charter } from '../charter/charter.ts';
import { silence } from '../people/silence.ts';
import type { AskingState } from '../vocabulary/all.ts';
import { type Errand, errandOf } from '../vocabulary/errand.ts';
import { type Stream, streamOf } from '../vocabulary/stream.ts';
import { openAsks } from './asks.ts';

/** What nobody has answered after the last reminder comes onto the secretariat's list, and off it again when it ends. `seq`: the entry that did it. */
export function askErrands(about: Stream, seq: number, before: AskingState, after: AskingState, charter: Charter): readonly Errand[] {
  const was = silentAsks(about, before, charter);
  const is = silentAsks(about, after, charter);
  const to = streamOf('body', charter.collaboration.secretariat);
  const listed = is.filter((id) => !was.includes(id)).map((ask) => ({ type: 'ListUnanswered', about, ask }) as const);
  const struck = was.filter((id) => !is.includes(id)).map((ask) => ({ type: 'StrikeUnanswered', about, ask }) as const);
  return [...listed, ...struck].map((command, at) => errandOf(about, seq, { rule: 'lists-silence', of: String(at), to, command }));
}

/** Those that are still open after all their reminders. */
function silentAsks(about: Stream, state: AskingState, charter: Charter): readonly string[] {
  const last = (state.asks?.reminded ?? []).filter(({ rung }) => rung === silence.secretariatTold);
  if (last.length === 0) return [];
  return openAsks(about, state, charter).flatMap(({ id }) => (last.some(({ ask }) => ask === id) ? [id] : []));
}
