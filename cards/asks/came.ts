import { Temporal } from 'temporal-polyfill';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { occasionOf } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { Came } from '../../bot/governance/vocabulary/ask/came.ts';
import type { Card } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import { doneFace } from '../kit/told-note.ts';
import { textIn } from '../text/languages.ts';

/** Where it was asked, one line says what came of it. */
export function withWhatCame(card: Card, { how, by, at }: Came): Card {
  return {
    ...card,
    show: async (desk, about, occasion, viewer) => {
      const face = await card.show(desk, about, occasion, viewer);
      const said = occasionOf(occasion ?? '');
      if (!face?.closed || !said) return face;
      const { ask: text, date } = textIn(viewer.language);
      const day = date(Temporal.PlainDate.from(dateAt(desk.charter, Temporal.Instant.from(at))));
      const names = (await named(desk, by.map(desk.one))).join(', ');
      return { ...doneFace(text.came[how](text.titles[said.what], names, day)), closed: true };
    },
  };
}
