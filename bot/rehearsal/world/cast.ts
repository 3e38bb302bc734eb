import type { Body, BodyId, Charter, IsoDate, Seat, SeatId, Terms } from '../../governance/charter/charter.ts';
import { termsInForce } from '../../governance/charter/terms.ts';
import { type Someone, someone } from '../connector/activities.ts';
import { shortName } from '../short-name.ts';

/** Somebody in the room: called after the role they have, and in these seats. */
export interface Role {
  readonly person: Someone;
  readonly seats: readonly Place[];
}
interface Place {
  readonly body: BodyId;
  readonly seat: SeatId;
}
/** The bodies that the story is about: the group that raises, and the one above it. */
export interface Leads {
  readonly group: BodyId | null;
  readonly above: BodyId | null;
}

/** The group with the most seats among those whose terms say what stands above them, in Teams. */
export function leadsOf(charter: Charter, date: IsoDate): Leads {
  const meets = new Set(charter.bodies.filter(({ outside, outsideTeams }) => !outside && !outsideTeams).map(({ id }) => id));
  const [lead] = charter.bodies
    .flatMap(({ id }) => {
      const terms = meets.has(id) ? termsInForce(charter, id, date) : null;
      return terms?.above.stated && meets.has(terms.above.value) ? [{ id, above: terms.above.value, seats: terms.seats.length }] : [];
    })
    .sort((a, b) => b.seats - a.seats);
  return { group: lead?.id ?? null, above: lead?.above ?? null };
}

/** Everybody in the room: the secretaries of each sector, who serve all bodies; the chairs of each; and the members of the two that the story is about. */
export function castOf(charter: Charter, date: IsoDate, administrator: string): readonly Role[] {
  const leads = leadsOf(charter, date);
  const bodies = charter.bodies
    .filter(({ outside }) => !outside)
    .sort((one, other) => rank(leads, one.id) - rank(leads, other.id))
    .flatMap((body) => {
      const terms = termsInForce(charter, body.id, date);
      return terms ? [{ body, terms }] : [];
    });
  const named = new Map<string, Place[]>();
  const sits = (name: string, place: Place) => named.set(name, [...(named.get(name) ?? []), place]);
  const served = new Set<string>();
  for (const each of bodies) {
    for (const { seat, name } of placesIn(charter, each, leads, bodies)) {
      const taken = `${each.body.id}|${seat.sector}`;
      if (seat.role === 'secretary' && served.has(taken)) continue;
      if (seat.role === 'secretary') served.add(taken);
      sits(sameAs(each.terms, seat, named, bodies) ?? name, { body: each.body.id, seat: seat.id });
    }
  }
  return [...named, [administrator, []] as const].map(([name, seats], at) => ({ person: someone(at + 1, name), seats }));
}

interface Meeting {
  readonly body: Body;
  readonly terms: Terms;
}

function rank({ group, above }: Leads, id: BodyId): number {
  return id === group ? 0 : id === above ? 1 : 2;
}

function placesIn(charter: Charter, meeting: Meeting, leads: Leads, all: readonly Meeting[]) {
  return meeting.terms.seats.flatMap((seat) => {
    const lead = rank(leads, meeting.body.id) < 2;
    if (seat.role === 'ad-hoc' || (seat.role === 'member' && !lead)) return [];
    const most = meeting.body.id === leads.group ? Math.max(1, seat.min) : Math.min(2, Math.max(1, seat.min));
    const name = nameFor(charter, meeting, seat, all);
    const count = seat.role === 'member' ? most : 1;
    return Array.from({ length: count }, (_each, at) => ({ seat, name: count > 1 ? `${name} ${at + 1}` : name }));
  });
}

/** Where the terms say that the same people sit in another body, a chair is whoever chairs that one for the same sector. */
function sameAs(terms: Terms, seat: Seat, named: ReadonlyMap<string, readonly Place[]>, all: readonly Meeting[]): string | null {
  const other = terms.links.find(({ how }) => how === 'same-people-as')?.body;
  const theirs = all
    .find(({ body }) => body.id === other)
    ?.terms.seats.find(({ role, sector }) => role === 'chair' && sector === seat.sector);
  if (seat.role !== 'chair' || !theirs) return null;
  return [...named].find(([, places]) => places.some((place) => place.body === other && place.seat === theirs.id))?.[0] ?? null;
}

/** Secretaries of a sector are the same everywhere; who chairs several bodies by one name is told apart by the body. */
function nameFor(charter: Charter, { body }: Meeting, seat: Seat, all: readonly Meeting[]): string {
  const language = charter.collaboration.languages[0] ?? '';
  const said = (each: Seat) => (each.name[language] ?? each.id).replace(/ \([^)]*\)/g, '');
  if (seat.role === 'secretary') {
    const first = all.flatMap(({ terms }) => terms.seats).find((each) => each.role === 'secretary' && each.sector === seat.sector);
    return said(first ?? seat);
  }
  const others = all.filter(({ terms }) => terms.seats.some((each) => said(each) === said(seat)));
  const shared = others.length > 1 && !others.every(({ terms }) => terms.links.some(({ how }) => how === 'same-people-as'));
  return shared ? `${said(seat)} (${lowered(shortName(charter, body.id, language))})` : said(seat);
}

function lowered(name: string): string {
  return /^.[A-ZÆØÅ]/.test(name) ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1);
}
