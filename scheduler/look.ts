import { Temporal } from 'temporal-polyfill';
import { openDesk } from '../bot/desk.ts';
import { openDirectory } from '../bot/directory.ts';
import { faceOf, type Printed } from '../bot/draw.ts';
import { type NotedReads, openReading } from '../bot/drawn-from.ts';
import type { Charter, IsoDate } from '../bot/governance/charter/charter.ts';
import { instantOf, wall } from '../bot/governance/time/calendar.ts';
import { erasureOf, isErasable, stateOf } from '../bot/store/sources.ts';
import type { CardSource, Claim, Look, StandingNotice } from '../bot/store/store.ts';
import type { DeliverDeps } from './delivering.ts';
import { drawNotice, type Size } from './draw.ts';

type NoticeClaim = Extract<Claim, { kind: 'notice' }>;

/** A notice as it is drawn now; `printed` null: there is nothing (any more) to show. */
export interface Looked {
  readonly printed: Printed | null;
  readonly short: () => Promise<Printed | null>;
  readonly watch: readonly CardSource[];
  readonly look: Look;
}

/** Drawing shows what else must be watched; nobody goes round in this for ever. */
const rounds = 4;

/** Draws a notice once all that it is drawn from is watched: whatever changes from then on asks for another look. */
export async function lookAt(deps: DeliverDeps, claim: NoticeClaim): Promise<Looked> {
  const watched = new Set(claim.standing.watch);
  for (let round = 1; ; round++) {
    const looked = await once(deps, claim.standing);
    const fresh = looked.watch.filter((source) => !watched.has(source));
    if (fresh.length === 0 || round === rounds) return looked;
    await deps.store.watch(claim, fresh);
    for (const source of fresh) watched.add(source);
  }
}

async function once(deps: DeliverDeps, standing: StandingNotice): Promise<Looked> {
  const began = deps.now();
  const { reading, drawn } = await reader(deps, standing, began);
  const printed = await drawn('whole');
  const { closed = false, keptUntil: kept } = printed?.lasts ?? {};
  const { said } = standing.notice;
  const ends = [...(kept === undefined ? [] : [Date.parse(kept)]), ...(said ? [endOfDay(deps.charter(), said.day)] : [])];
  const keptUntil = ends.length === 0 ? null : Math.min(...ends);
  return {
    printed,
    short: () => drawn('short'),
    watch: closed ? reading.sources().filter((source) => ofItsOwn(standing, source)) : reading.sources(),
    look: {
      at: began.epochMilliseconds,
      face: faceOf(printed),
      staleAt: closed ? null : staleAt(deps.charter(), reading, keptUntil),
      keptUntil,
      closed,
    },
  };
}

/** An address of a picture is good for a week: only what is of one day shows one. */
async function reader(deps: DeliverDeps, standing: StandingNotice, at: Temporal.Instant) {
  const reading = openReading(deps.store, at);
  const directory = openDirectory(reading.store);
  const { said } = standing.notice;
  const picture = said ? deps.picture : undefined;
  const desk = await openDesk(reading.store, directory, deps.charter(), reading.now, deps.pages.address, picture, deps.calendar);
  return { reading, drawn: (size: Size) => drawNotice({ store: reading.store, directory, desk }, standing, size) };
}

/**
 * A card that says how something was until now: it is left as it stands, where it still says what was true then. What has been erased since,
 * or was changed before anybody could look, is taken down, for nobody can draw how it was.
 */
export async function leave(deps: DeliverDeps, { standing }: NoticeClaim, until: number): Promise<Looked> {
  const { drawn } = await reader(deps, standing, Temporal.Instant.fromEpochMilliseconds(until - 1));
  const then = standing.look?.closed ? null : await drawn('whole');
  const still = then !== null && faceOf(then) === standing.look?.face;
  const past = still && standing.notice.said ? await drawn('past') : then;
  const printed = still ? past : await drawn('gone');
  return {
    printed,
    short: () => drawn('gone'),
    watch: still ? standing.watch.filter(isErasable).map(erasureOf) : [],
    look: { at: deps.now().epochMilliseconds, face: faceOf(printed), staleAt: null, keptUntil: until, closed: true },
  };
}

function ofItsOwn({ notice: { about } }: StandingNotice, source: CardSource): boolean {
  return source === stateOf(about) || source.startsWith(`${stateOf(about)}#`) || isErasable(source);
}

/** The midnight that ends a day where the collaboration is. */
function endOfDay(charter: Charter, day: IsoDate): number {
  return instantOf(charter, Temporal.PlainDate.from(day).add({ days: 1 }).toString(), '00:00').epochMilliseconds;
}

/** Where the time was looked at, at midnight, or before that when a meeting begins or ends; and when the card itself is left. */
function staleAt(charter: Charter, reading: NotedReads, keptUntil: number | null): number | null {
  const midnight = () => wall(charter, reading.at).startOfDay().add({ days: 1 }).epochMilliseconds;
  const passing = reading.timed() ? [midnight(), ...reading.moments()] : [];
  const ahead = [...passing, ...(keptUntil === null ? [] : [keptUntil])].filter((at) => at > reading.at.epochMilliseconds);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
