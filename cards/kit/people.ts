import { emptyBody } from '../../bot/governance/body/body.ts';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { type AwaitedAround, awaited, bodiesAsked } from '../../bot/governance/people/awaited.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import type { AskingState } from '../../bot/governance/vocabulary/all.ts';
import type { Ask } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Button, Choice } from '../anatomy/parts.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { Desk, Face, Viewer } from './card.ts';
import { plain } from './escape.ts';
import { shorten } from './shorten.ts';

export type { Choice } from '../anatomy/parts.ts';

/** More than this in one choice set is searched, not scrolled. */
const mostChoices = 50;

/** Names of persons, in their order, safe to show. */
export function named(desk: Desk, persons: readonly PersonKey[]): Promise<readonly string[]> {
  return Promise.all(persons.map(async (person) => plain(await desk.name(person), 60)));
}

/** Names as mentions. Two of the same name are told apart, so that each mention finds its own person. */
export async function mentioned(desk: Desk, persons: readonly PersonKey[]): Promise<Face['mentions']> {
  const names = await named(desk, persons);
  return persons.map((person, at) => {
    const name = names[at] ?? '';
    const before = names.slice(0, at).filter((each) => each === name).length;
    return { person, name: before === 0 ? name : `${name} (${before + 1})` };
  });
}

/** Persons seen in a body's channel whose name has `part` in it, each joined person once; how many more there are. */
export async function inChannel(
  desk: Desk,
  body: BodyId,
  language: Language,
  ask: { readonly part: string; readonly first: readonly PersonKey[]; readonly without: readonly PersonKey[]; readonly joined: boolean },
): Promise<{ readonly choices: readonly Choice[]; readonly left: number }> {
  const text = textIn(language);
  const key = (person: PersonKey) => (ask.joined ? desk.one(person) : person);
  const without = new Set(ask.without.map(key));
  const first = await Promise.all(
    ask.first.map(async (person) => ({ title: text.meeting.namedDeputy(plain(await desk.name(person), 60)), value: key(person) })),
  );
  const seen = (await desk.roster(body))
    .filter(({ name }) => folded(name).includes(folded(ask.part)))
    .map(({ person, name, guest }) => ({ title: `${plain(name, 60)}${guest ? ` (${text.seats.guest})` : ''}`, value: key(person) }));
  const each = new Map([...seen, ...first].map((choice) => [choice.value, choice] as const));
  const order = [...new Set([...first, ...seen].map(({ value }) => value))].filter((value) => !without.has(value));
  const { shown, left } = shorten(order, mostChoices);
  return { choices: shown.flatMap((value) => each.get(value) ?? []), left };
}

function folded(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('da').replace(/\s+/gu, ' ').trim();
}

/** What is looked at to know whom an ask falls to. */
export async function aroundAsk(desk: Desk, ask: Ask): Promise<AwaitedAround> {
  const bodies = new Map<string, BodyState>(
    await Promise.all(bodiesAsked(desk.charter, ask).map(async (id) => [id, await desk.body(id)] as const)),
  );
  const body = (id: string) => bodies.get(id) ?? emptyBody(id);
  return { charter: desk.charter, now: desk.now, one: desk.one, sectorOf: desk.sectorOf, body };
}

/**
 * The way to a body's seats, for whoever is asked because nobody who can answer is there: a key is never theirs to turn, and they see to it
 * that somebody holds it. `state`: of what the card is about.
 */
export async function seatsAsked(desk: Desk, about: Stream, state: AskingState, viewer: Viewer): Promise<readonly Button[]> {
  if (viewer.kind === 'everyone') return [];
  const person = desk.one(viewer.person);
  const bodies = await Promise.all(
    openAsks(about, state, desk.charter).map(async (ask): Promise<readonly string[]> => {
      if (!('keys' in ask.of)) return [];
      const { now, falls } = awaited(ask, await aroundAsk(desk, ask));
      return falls === 'secretariat' && now.includes(person) ? [ask.of.keys] : [];
    }),
  );
  return [...new Set(bodies.flat())]
    .slice(0, 1)
    .map((of) => ({ title: textIn(viewer.language).seats.fill, verb: 'seats', of, sends: false }));
}
