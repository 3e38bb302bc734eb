import { Temporal } from 'temporal-polyfill';
import type { BodyState } from '../bot/governance/body.ts';
import { dateAt } from '../bot/governance/calendar.ts';
import type { Seat, Terms } from '../bot/governance/charter.ts';
import { type Holding, holdings } from '../bot/governance/roles.ts';
import type { Desk, Viewer } from './card.ts';
import { named } from './people.ts';
import { said, sectorName } from './said.ts';
import { shorten } from './shorten.ts';
import { textIn } from './text/languages.ts';

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
  const lines = (await Promise.all((terms?.seats ?? []).map((seat) => linesOf(desk, seat, held, viewer)))).flat();
  const { shown, left } = shorten(lines, viewer.kind === 'everyone' ? 25 : 45);
  const order = [...desk.charter.collaboration.sectors.map((each) => each.id), null];
  const sectors = order.flatMap((sector) => {
    const rows = shown.filter((each) => each.sector === sector).map((each) => ({ text: each.text }));
    return rows.length === 0 ? [] : [{ title: sectorName(desk.charter, sector, viewer.language) ?? text.organ.noSector, rows }];
  });
  const count = (of: 'filled' | 'vacant') => lines.reduce((sum, each) => sum + each[of], 0);
  const empty = terms ? text.seats.noSeats : text.seats.noTerms;
  return {
    sectors,
    more: left > 0 ? (viewer.kind === 'everyone' ? text.more(left) : `… +${left}`) : '',
    line: lines.length === 0 ? empty : text.seats.filled(count('filled'), count('vacant')),
  };
}

/** How many places of a seat must still be filled. */
export function vacancies(seat: Seat, held: readonly Holding[]): number {
  return Math.max(0, seat.min - held.filter((each) => each.seat.id === seat.id).length);
}

async function linesOf(desk: Desk, seat: Seat, held: readonly Holding[], { language }: Viewer): Promise<readonly Line[]> {
  const text = textIn(language).seats;
  const name = said(seat.name, language, desk.charter, 60);
  const mine = held.filter((each) => each.seat.id === seat.id);
  const filled = mine.map(async ({ appointment }): Promise<Line> => {
    const [holder = ''] = await named(desk, [appointment.person]);
    const { shown, left } = shorten(await named(desk, appointment.deputies), 2);
    const deputies = shown.length > 0 ? [text.deputies([...shown, ...(left > 0 ? [`+${left}`] : [])].join(', '))] : [];
    const from = text.from(textIn(language).date(Temporal.PlainDate.from(appointment.from)));
    return { sector: seat.sector, text: `${name}: ${[holder, from, ...deputies].join(' · ')}`, filled: 1, vacant: 0 };
  });
  const vacant = vacancies(seat, held);
  const open: Line = { sector: seat.sector, text: `${name}: ${text.vacantMany(vacant)}`, filled: 0, vacant };
  return [...(await Promise.all(filled)), ...(vacant > 0 ? [open] : [])];
}
