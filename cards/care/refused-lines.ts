import { refusedStill } from '../../bot/governance/tables/refused.ts';
import type { State } from '../../bot/governance/vocabulary/all.ts';
import { ruleOf } from '../../bot/governance/vocabulary/errand.ts';
import type { ErrandRefused } from '../../bot/governance/vocabulary/refused-errand.ts';
import { kindOf, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { namesIn } from '../kit/said.ts';
import type { SheetPart } from '../kit/sheet.ts';
import { type Language, refusalSentence, textIn } from '../text/languages.ts';

const most = 80;

/** What should have followed elsewhere from what was done here, was refused there, and still matters: each in a line, with why. */
export async function refusedLines(
  desk: Desk,
  about: Stream,
  state: State,
  language: Language,
  only: (errand: ErrandRefused) => boolean = () => true,
): Promise<readonly string[]> {
  const { refusedErrand: text } = textIn(language);
  const still = await refusedStill(about, state, desk.charter, async (stream) => (await desk.state(kindOf(stream), stream)) ?? undefined);
  const body = 'at' in state ? state.at : 'body' in state ? state.body : null;
  const names = namesIn(desk.charter, body, language, desk.now);
  return Promise.all(
    still
      .filter(only)
      .map(async (each) => text.line(await whatFollows(desk, state, each, language), refusalSentence(language, each.refusal, names))),
  );
}

/** The same as a part of the card on which somebody did it; nothing where all has followed. */
export async function refusedPart(
  desk: Desk,
  about: Stream,
  state: State | null,
  language: Language,
  only: (errand: ErrandRefused) => boolean = () => true,
): Promise<SheetPart> {
  const lines = state === null ? [] : await refusedLines(desk, about, state, language, only);
  return { heading: lines.length > 0 ? textIn(language).refusedErrand.title : '', lines };
}

/** What it should have led to, with the name of the item where it is one of several. */
async function whatFollows(desk: Desk, state: State, errand: ErrandRefused, language: Language): Promise<string> {
  const { rules, other, ofItem } = textIn(language).refusedErrand;
  const known: Readonly<Record<string, string>> = rules;
  const said = known[ruleOf(errand) ?? ''] ?? other;
  const item = state.kind === 'meeting' && state.phase !== 'none' ? state.items.find(({ id }) => errand.rule.endsWith(`-${id}`)) : null;
  const title = item ? plain((await desk.words(item.textsIn, item.title)) ?? '', most) : '';
  return title === '' ? said : ofItem(title, said);
}
