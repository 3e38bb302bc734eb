import { Temporal } from 'temporal-polyfill';
import { type Awaited, awaited } from '../../bot/governance/people/awaited.ts';
import { asksOf } from '../../bot/governance/tables/asks.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { AskingState } from '../../bot/governance/vocabulary/all.ts';
import { type Ask, occasionOf, type Rung } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { Came } from '../../bot/governance/vocabulary/ask/came.ts';
import { kindOf, type PersonKey, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, NoteKept } from '../kit/card.ts';
import { aroundAsk, named } from '../kit/people.ts';
import { type Language, textIn } from '../text/languages.ts';

/** What a note asks, and of whom; or, where it asks nothing any more, the one line it has become. */
export type NoteNow = { readonly over: string } | NoteAsking;
export interface NoteAsking {
  readonly over: null;
  readonly ask: Ask;
  readonly rung: Rung | null;
  readonly falls: Awaited;
  /** Who are mentioned; those who have been before are only named. */
  readonly told: readonly PersonKey[];
  readonly others: readonly PersonKey[];
}

/** Null: it was never the note of an ask. */
export async function noteNow(
  desk: Desk,
  about: Stream,
  occasion: string | null,
  came: NoteKept['came'],
  language: Language,
): Promise<NoteNow | null> {
  const state: AskingState | null = await desk.state(kindOf(about), about);
  const said = occasionOf(occasion ?? '');
  if (!state || !said) return null;
  const { ask: text } = textIn(language);
  const heading = text.titles[said.what];
  const ask = asksOf(about, state, desk.charter).find(({ id }) => id === said.ask);
  if (!ask) return { over: came ? await whatCame(desk, heading, came, language) : text.done(heading) };
  const over = state.asks?.over.find((each) => each.ask === ask.id);
  if (over) return { over: over.how === 'let-lie' ? text.letLie(heading) : text.unanswered(heading) };
  const newest = state.asks?.reminded.findLast((each) => each.ask === ask.id);
  if ((newest?.rung ?? null) !== said.rung) return { over: text.again(heading) };
  const falls = awaited(ask, await aroundAsk(desk, ask));
  const rung = typeof said.rung === 'number' ? said.rung : null;
  return { over: null, ask, rung, falls, ...whom(falls.now, newest?.to) };
}

async function whatCame(desk: Desk, heading: string, { how, by, at }: Came, language: Language): Promise<string> {
  const { ask: text, date } = textIn(language);
  const day = date(Temporal.PlainDate.from(dateAt(desk.charter, Temporal.Instant.from(at))));
  return text.came[how](heading, (await named(desk, by.map(desk.one))).join(', '), day);
}

/** Where it has fallen to others, they are mentioned, and not again who has been; those are named. */
function whom(now: readonly PersonKey[], to: readonly PersonKey[] | undefined) {
  const fresh = now.filter((person) => to?.includes(person));
  return fresh.length === 0 ? { told: now, others: [] } : { told: fresh, others: now.filter((person) => !fresh.includes(person)) };
}
