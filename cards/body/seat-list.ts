import { Temporal } from 'temporal-polyfill';
import type { Charter, Seat, Terms } from '../../bot/governance/charter/charter.ts';
import { vacancies } from '../../bot/governance/people/composition.ts';
import { representation } from '../../bot/governance/people/representation.ts';
import { type Holding, holdings } from '../../bot/governance/people/roles.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import { nounOf, said, sectorName } from '../kit/said.ts';
import { shorten } from '../kit/shorten.ts';
import { type Language, textIn } from '../text/languages.ts';

const mostHolders = 15;

interface Line {
  readonly sector: string | null;
  readonly text: string;
  readonly filled: number;
  readonly vacant: number;
}

/** The seats line by line, grouped by sector in the collaboration's order. */
export async function seatList(desk: Desk, body: BodyState, terms: Terms | null, viewer: Viewer) {
  const text = textIn(viewer.language);
  const held = holdings(desk.charter, body, dateAt(desk.charter, desk.now));
  const lines = (
    await Promise.all((terms?.seats ?? []).map((seat) => (terms ? lineOf(desk, seat, held, terms, viewer.language) : [])))
  ).flat();
  const { shown, left } = shorten(lines, viewer.kind === 'everyone' ? 25 : 45);
  const order = [...desk.charter.collaboration.sectors.map((each) => each.id), null];
  const sectors = order.flatMap((sector) => {
    const rows = shown.filter((each) => each.sector === sector).map((each) => ({ text: each.text }));
    const filled = lines.filter((each) => each.sector === sector).reduce((sum, each) => sum + each.filled, 0);
    const title = sectorName(desk.charter, sector, viewer.language) ?? text.organ.noSector;
    return rows.length === 0 ? [] : [{ title: `${title} (${filled})`, rows }];
  });
  const count = (of: 'filled' | 'vacant') => lines.reduce((sum, each) => sum + each[of], 0);
  const empty = terms ? text.seats.noSeats(nounOf(desk.charter, body.body, viewer.language).of) : text.seats.noTerms;
  return {
    sectors,
    more: left > 0 ? (viewer.kind === 'everyone' ? text.more(left) : text.left(left)) : '',
    line:
      lines.length === 0
        ? empty
        : [text.seats.filled(count('filled'), count('vacant')), ...clusters(desk.charter, terms, held, viewer)].join(' · '),
  };
}

/** Whether every cluster is represented, where the terms ask for that. */
function clusters(charter: Charter, terms: Terms | null, held: readonly Holding[], viewer: Viewer): readonly string[] {
  const asked = terms && representation(charter, terms, held);
  return asked ? [textIn(viewer.language).seats.clusters(asked.represented, asked.of)] : [];
}

/** A seat on one line: who holds it, with deputies, and how many places are vacant. Nothing for one that nobody must hold. */
async function lineOf(desk: Desk, seat: Seat, held: readonly Holding[], terms: Terms, language: Language): Promise<readonly Line[]> {
  const text = textIn(language);
  const mine = held.filter((each) => each.seat.id === seat.id);
  const vacant = vacancies(seat, held);
  const { shown, left } = shorten(mine, mostHolders);
  const holders = await Promise.all(
    shown.map(async ({ appointment }) => {
      const [holder = ''] = await named(desk, [appointment.person]);
      const few = shorten(await named(desk, appointment.deputies), 2);
      const deputies = [few.shown.join(', '), ...(few.left > 0 ? [text.left(few.left)] : [])].join(' ');
      const from = text.date(Temporal.PlainDate.from(appointment.from));
      const notes = [
        ...(appointment.from > terms.from ? [text.seats.from(from)] : []),
        ...(appointment.until === null ? [] : [text.seats.until(text.date(Temporal.PlainDate.from(appointment.until)))]),
        ...(deputies ? [text.seats.deputies(deputies)] : []),
      ];
      return notes.length > 0 ? `${holder} (${notes.join(', ')})` : holder;
    }),
  );
  const all = [...holders, ...(left > 0 ? [text.left(left)] : []), ...(vacant > 0 ? [text.seats.vacantMany(vacant)] : [])];
  const name = said(seat.name, language, desk.charter, 90);
  return all.length === 0 ? [] : [{ sector: seat.sector, text: `${name}: ${all.join(', ')}`, filled: mine.length, vacant }];
}
