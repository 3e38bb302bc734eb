import { keyFor, keyRuleOf } from '../../bot/governance/people/keys.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { yearStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { yearKeys } from '../../bot/governance/year/decide.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { shortBody } from '../kit/said.ts';
import { textIn } from '../text/languages.ts';

/** Year plans that wait for this person's key, of this year and the next. */
export async function yearsAsked(desk: Desk, viewer: Viewer) {
  if (viewer.kind === 'everyone') return [];
  const { year: text, eyebrow } = textIn(viewer.language);
  const today = dateAt(desk.charter, desk.now);
  const running = Number(today.slice(0, 4));
  const bodies = desk.charter.bodies.filter(({ id, outside }) => !outside && keyRuleOf(desk.charter, id, today) !== null);
  const rows = await Promise.all(
    bodies.flatMap(({ id }) =>
      [running, running + 1].map(async (year) => {
        const state = await desk.state('year', yearStream(id, year));
        if (state?.phase !== 'proposed') return [];
        const body = await desk.body(id);
        const seat = keyFor(
          yearKeys(state, { charter: desk.charter, now: desk.now, one: desk.one, body: () => body }),
          desk.one(viewer.person),
        );
        if (isRefusal(seat) || state.turns.some((turn) => turn.seat === seat)) return [];
        const title = eyebrow(text.title(year), shortBody(desk.charter, id, viewer.language, today));
        return [
          {
            title,
            when: text.stands.proposed,
            line: text.confirmIt,
            asked: 'year',
            meeting: `${id}.${year}`,
            case: '',
            verb: 'year',
            open: text.see,
            yes: '',
            no: '',
          },
        ];
      }),
    ),
  );
  return rows.flat();
}
