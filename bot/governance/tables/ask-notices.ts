import type { Charter } from '../charter/charter.ts';
import type { AskingState } from '../vocabulary/all.ts';
import { type Ask, askOccasion, type Fall, type Rung } from '../vocabulary/ask/ask.ts';
import { cardNames } from '../vocabulary/card-name.ts';
import { type Notice, standing, standingFor } from '../vocabulary/notice.ts';
import type { IsoInstant, Stream } from '../vocabulary/stream.ts';
import { asksOf, openAsks } from './asks.ts';
import { cameOf, type Happened } from './came.ts';

/**
 * What is said of asks when a stream has moved: what falls to somebody now, a reminder, and, drawn again, what has been said and does not
 * stand so any more. `dueAt`: what time alone made waits for the hours in which people are written to.
 */
export function askNotices(
  about: Stream,
  before: AskingState,
  after: AskingState,
  charter: Charter,
  dueAt: IsoInstant | null,
  happened: Happened,
): readonly Notice[] {
  const was = openAsks(about, before, charter);
  const is = openAsks(about, after, charter);
  const asked = asksOf(about, after, charter);
  const ended = was
    .filter(({ id }) => !is.some((each) => each.id === id))
    .flatMap((ask) => {
      const said = saidOf(ask, after);
      return asked.some(({ id }) => id === ask.id) ? said : said.map((each) => ({ ...each, came: cameOf(ask, happened) }));
    });
  const still = is.flatMap((ask) => {
    const known = was.find(({ id }) => id === ask.id);
    if (!known) return saidOf(ask, after).map((notice) => ({ ...notice, dueAt }));
    const said = saidOf(ask, after);
    return said.length === saidOf(known, before).length ? said.slice(-1) : [...said, ...above(ask)];
  });
  return [...still, ...ended];
}

/** The card that said it first, where it was said in a reply, and those of the reminders since. */
function saidOf(ask: Ask, { asks }: AskingState): readonly Notice[] {
  const reminded = (asks?.reminded ?? []).filter((each) => each.ask === ask.id).map(({ rung }) => rung);
  return [...(ask.said === 'reply' ? [null] : []), ...reminded].map((rung) => notice(ask, rung));
}

/** The standing card of its thread, which says by when an answer is wanted. */
function above({ about, under, where, stands }: Ask): readonly Notice[] {
  if (under === null) return [];
  const [card = '', occasion] = under.slice(about.length + 1).split('@');
  const named = cardNames.find((each) => each === card);
  return named === undefined ? [] : [{ ...standing(named, about, { body: stands ?? where }), key: under, occasion: occasion ?? null }];
}

function notice(ask: Ask, rung: Rung | Fall | null): Notice {
  const on = { what: '', mark: askOccasion(ask, rung) } as const;
  return { ...standingFor('ask', ask.about, { body: ask.where }, on), under: ask.under };
}
