import { emptyBody } from '../../bot/governance/body/body.ts';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { speaksFor, withSecretariats } from '../../bot/governance/people/speaks.ts';
import { standsInFor, turnFor, waitedForIn } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { ExperienceState } from '../../bot/governance/vocabulary/knowledge/experience.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { PersonKey, Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import type { Around } from '../../bot/governance/vocabulary/subject.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { shortBody } from '../kit/said.ts';
import { type Language, textIn } from '../text/languages.ts';

/** What the rules about persons look at when a card is drawn. */
export type Here = Pick<Around, 'charter' | 'now' | 'one' | 'body' | 'sectorOf'>;
/** An experience with what the cards about it look at. */
export interface ExperienceFile {
  readonly about: Stream;
  readonly state: ExperienceState;
  readonly around: Here;
}

/** null: nobody has told it. */
export async function experienceFile(desk: Desk, about: Stream): Promise<ExperienceFile | null> {
  const state = await desk.state('experience', about);
  if (!state || state.phase === 'none') return null;
  return { about, state, around: await hereWith(desk, [state.from, state.assessor, ...state.audience]) };
}

/** These bodies and those that serve them, as they stand now. */
export async function hereWith(desk: Desk, bodies: readonly BodyId[]): Promise<Here> {
  const wanted = withSecretariats(desk.charter, bodies);
  const known = new Map<BodyId, BodyState>(await Promise.all(wanted.map(async (id) => [id, await desk.body(id)] as const)));
  return { charter: desk.charter, now: desk.now, one: desk.one, sectorOf: desk.sectorOf, body: (id) => known.get(id) ?? emptyBody(id) };
}

/** Who is waited for to assess it. */
export function assessorsAwaited({ state, around }: ExperienceFile): readonly PersonKey[] {
  return state.phase === 'told' ? waitedForIn({ body: state.assessor, since: state.since, turns: [] }, around).persons : [];
}

export function mayAssess({ state, around }: ExperienceFile, person: PersonKey): boolean {
  const open = state.phase === 'told' || state.phase === 'set-aside';
  return open && typeof turnFor({ body: state.assessor, since: state.since, turns: [] }, person, around) === 'string';
}

/** The body this viewer answers for here: the card's own, or, where it stands for none of theirs, the first that has not answered. */
export function answersHere({ state, around }: ExperienceFile, viewer: Viewer, here: BodyId | null): BodyId | null {
  if (state.phase !== 'spread' || viewer.kind === 'everyone') return null;
  const mine = state.audience.filter((body) => speaksFor(body, around.one(viewer.person), around));
  const open = mine.filter((body) => !state.answers.some((each) => each.body === body));
  if (here !== null && mine.includes(here) && (open.includes(here) || open.length === 0)) return here;
  return open[0] ?? mine[0] ?? null;
}

/** Of the bodies that are served where the card stands, the one to be asked now: a card there is for all of them. */
export function askedHere({ state, around }: ExperienceFile, here: BodyId): BodyId {
  const open = (body: BodyId) => !state.answers.some((each) => each.body === body);
  if (state.phase !== 'spread' || (state.audience.includes(here) && open(here))) return here;
  const today = dateAt(around.charter, around.now);
  const served = (body: BodyId) => {
    const secretariat = standsInFor(around.charter, body, today);
    return around.body(body).channel ?? (secretariat === null ? null : around.body(secretariat).channel);
  };
  const channel = served(here);
  return channel === null ? here : (state.audience.find((body) => open(body) && served(body) === channel) ?? here);
}

/** The body in whose channel a card of this occasion stands. */
export function bodyHere({ state }: ExperienceFile, occasion: string | null): BodyId {
  const named = readOccasion('experience', occasion)?.mark ?? '';
  return [state.assessor, ...state.audience].find((body) => body === named) ?? state.from;
}

export async function experienceTitle(desk: Desk, { about, state }: ExperienceFile, language: Language): Promise<string> {
  return (await wordsIn(desk, about, state.title, 160)) || textIn(language).experience.untitled;
}

/** Words that stand in a stream, safe to show; '' where there are none or they were erased. */
export async function wordsIn(desk: Desk, about: Stream, text: TextRef | null, most: number): Promise<string> {
  return text ? plain((await desk.words(about, text)) ?? '', most) : '';
}

export function nameToday(desk: Desk, body: BodyId, language: Language): string {
  return shortBody(desk.charter, body, language, dateAt(desk.charter, desk.now));
}
