import { type Awaited, type AwaitedAround, awaited } from '../../../bot/governance/people/awaited.ts';
import { isSecretary } from '../../../bot/governance/people/roles.ts';
import { servedBy } from '../../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../../bot/governance/time/calendar.ts';
import { type Ask, askFor } from '../../../bot/governance/vocabulary/ask/ask.ts';
import type { PersonKey } from '../../../bot/governance/vocabulary/stream.ts';
import { streamOf } from '../../../bot/governance/vocabulary/stream.ts';
import { type Language, textIn } from '../../text/languages.ts';
import type { Desk } from '../card.ts';
import { seatSaid } from '../clauses.ts';
import { aroundAsk, named } from '../people.ts';
import { shortBody } from '../said.ts';

type Role = Extract<Ask['of'], { readonly role: string }>['role'];

/** Whom a card that mentions by itself falls to, by the same rule as the asks, and in whose place. */
export async function roleFallsTo(desk: Desk, role: Role, body: string, language: Language) {
  const ask = askFor(streamOf('body', body), 'attention', '', { since: desk.now.toString(), of: { role, body }, where: body });
  const falls = awaited(ask, await aroundAsk(desk, ask));
  return { now: falls.now, instead: await insteadSaid(desk, ask, falls, language) };
}

/** Why somebody is not asked who would be, and who is asked in their place; nothing, where it falls to those it is for. */
export async function insteadSaid(desk: Desk, ask: Ask, { falls, skipped, now }: Awaited, language: Language): Promise<readonly string[]> {
  const { ask: text } = textIn(language);
  const { of } = ask;
  const body = 'keys' in of ? of.keys : of.body;
  const today = dateAt(desk.charter, desk.now);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const kinds = Map.groupBy(skipped, ({ person, why: how }) => (person === null ? 'vacant' : how));
  const why = await Promise.all(
    [...kinds].map(async ([how, all]) => {
      if (how === 'vacant')
        return text.skipped.vacant(list.format(all.map(({ seat }) => seatSaid(desk.charter, body, seat, language, today))));
      return text.skipped[how](
        list.format(
          await named(
            desk,
            all.flatMap(({ person }) => person ?? []),
          ),
        ),
      );
    }),
  );
  // Whoever is away from their own vote is waited for, and nobody is asked to find another.
  const waitsForThem = falls === 'holders' && why.length > 0;
  if (now.length === 0) return [...why, waitsForThem ? text.noOthers : text.nobody];
  if (falls === 'deputies') return [...why, text.deputies];
  if (falls !== 'secretariat') return why;
  const lacks = why.length === 0 && 'role' in of && (of.role === 'secretary' || of.role === 'chair' || of.role === 'runs');
  const missing = lacks ? text.missing[of.role](shortBody(desk.charter, body, language, today)) : '';
  if (why.length === 0 && missing === '') return [];
  const whom = inWhosePlace(desk, body, now, await aroundAsk(desk, ask));
  const asked =
    whom === null
      ? text.place.chairs
      : whom === body
        ? text.place.secretary
        : text.place.other(shortBody(desk.charter, whom, language, today));
  return [why.length > 0 ? [...why, text.none].join(' ') : missing, asked];
}

/** The body whose secretaries they are; null: they are of none, and are asked as chairs. */
function inWhosePlace(desk: Desk, body: string, now: readonly PersonKey[], around: AwaitedAround): string | null {
  const today = dateAt(desk.charter, desk.now);
  const near = [body, servedBy(desk.charter, body, today), desk.charter.collaboration.secretariat];
  const runs = (id: string) => now.some((person) => isSecretary(desk.charter, around.body(id), person, today, desk.one));
  return near.find(runs) ?? null;
}
