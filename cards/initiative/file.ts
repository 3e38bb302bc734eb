import { emptyBody } from '../../bot/governance/body/body.ts';
import type { BodyId, Part } from '../../bot/governance/charter/charter.ts';
import { secretariatOf } from '../../bot/governance/charter/terms.ts';
import { leads } from '../../bot/governance/people/leads.ts';
import { seatsHeld } from '../../bot/governance/people/roles.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { InitiativeState } from '../../bot/governance/vocabulary/initiative.ts';
import type { Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { said, shortBody } from '../kit/said.ts';
import { type Language, textIn } from '../text/languages.ts';

/** An initiative that somebody has, with what the cards about it look at. */
export interface InitiativeFile {
  readonly about: Stream;
  readonly state: InitiativeState;
  readonly owner: BodyId;
  /** The part of the agreement it is; null: a body's own. */
  readonly part: Part | null;
  readonly body: (id: BodyId) => BodyState;
}

/** null: there is no such initiative, or nobody has it. */
export async function initiativeFile(desk: Desk, about: Stream): Promise<InitiativeFile | null> {
  const state = await desk.state('initiative', about);
  if (!state?.owner) return null;
  const bodies = [state.owner, ...state.indicators.map(({ reportedBy }) => reportedBy)];
  const served = bodies.flatMap((body) => secretariatOf(desk.charter, body, dateAt(desk.charter, desk.now)) ?? []);
  const ids = [...new Set([...bodies, ...served, desk.charter.collaboration.secretariat])];
  const known = new Map(await Promise.all(ids.map(async (id) => [id, await desk.body(id)] as const)));
  const part = desk.charter.agreement.find(({ id }) => id === state.part) ?? null;
  return { about, state, owner: state.owner, part, body: (id) => known.get(id) ?? emptyBody(id) };
}

/** What an initiative is called, by its id: the model's name of a part of the agreement, or a body's own title. */
export async function initiativeName(desk: Desk, id: string, language: Language): Promise<string> {
  const part = desk.charter.agreement.find((each) => each.id === id);
  if (part) return said(part.name, language, desk.charter, 200);
  const about = streamOf('initiative', id);
  const title = (await desk.state('initiative', about))?.title ?? null;
  return (await worded(desk, about, title, 200)) || textIn(language).initiative.untitled;
}

export async function worded(desk: Desk, about: Stream, text: TextRef | null, most: number): Promise<string> {
  return text ? plain((await desk.words(about, text)) ?? '', most) : '';
}

/** Draws the buttons of those who lead a body. What a press may do is decided by the rules. */
export function leadsIn(desk: Desk, body: InitiativeFile['body'], id: BodyId, viewer: Viewer): boolean {
  if (viewer.kind === 'everyone') return false;
  const { charter, now, one, sectorOf } = desk;
  const by = { kind: 'person', person: one(viewer.person), administrator: viewer.administrator } as const;
  return leads({ charter, now, one, sectorOf, body, by, meetings: () => [], dates: () => [] }, id);
}

export function sitsIn(desk: Desk, body: BodyState, viewer: Viewer): boolean {
  if (viewer.kind === 'everyone') return false;
  return seatsHeld(desk.charter, body, viewer.person, dateAt(desk.charter, desk.now), desk.one).length > 0;
}

export function nameIn(desk: Desk, body: BodyId, language: Language): string {
  return shortBody(desk.charter, body, language, dateAt(desk.charter, desk.now));
}
