import { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../../bot/governance/body/body.ts';
import { aimIn } from '../../bot/governance/case/phases.ts';
import type { BodyId, IsoDate } from '../../bot/governance/charter/charter.ts';
import { secretariatOf } from '../../bot/governance/charter/terms.ts';
import { runsBody } from '../../bot/governance/people/roles.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import type { PersonKey, Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import type { Around } from '../../bot/governance/vocabulary/subject.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { shortBody } from '../kit/said.ts';
import { type Language, textIn } from '../text/languages.ts';

/** A case with what the cards about it look at. */
export interface CaseFile {
  readonly about: Stream;
  readonly state: RaisedCase;
  readonly around: Pick<Around, 'charter' | 'now' | 'one' | 'body' | 'sectorOf'>;
  /** The body that has it, and the one it was raised in. */
  readonly at: BodyState;
  readonly home: BodyState;
  /** The meeting it aims at, as that is now; null: it aims at none. */
  readonly meeting: CalledMeeting | null;
}

/** null: there is no such case. */
export async function caseFile(desk: Desk, about: Stream): Promise<CaseFile | null> {
  const state = await desk.state('case', about);
  if (!state) return null;
  const { secretariat } = desk.charter.collaboration;
  const served = [state.body, state.at, ...state.told].map((body) => secretariatOf(desk.charter, body, state.termsOn) ?? secretariat);
  const ids = new Set([state.body, state.at, ...state.told, ...served]);
  const bodies = new Map(await Promise.all([...ids].map(async (id) => [id, await desk.body(id)] as const)));
  const body = (id: string) => bodies.get(id) ?? emptyBody(id);
  const around = { charter: desk.charter, now: desk.now, one: desk.one, body, sectorOf: desk.sectorOf };
  const aim = aimIn(state);
  const meeting = aim && (await desk.state('meeting', aim.meeting));
  return { about, state, around, at: body(state.at), home: body(state.body), meeting };
}

/** Whose view of it opens: the person who pressed, by the one key they count as; null: everyone's card. */
export function whose(desk: Desk, viewer: Viewer): PersonKey | null {
  return viewer.kind === 'person' ? desk.one(viewer.person) : null;
}

/** Draws the buttons of those who run a body that the case is or was raised in, as the rules have it. */
export function runsIn({ around }: CaseFile, body: BodyId, viewer: Viewer): boolean {
  return viewer.kind === 'person' && (viewer.administrator || runsBody(around, body, around.one(viewer.person)));
}

/** Words of a case, safe to show; '' where there are none or they were erased. */
export async function caseWords(desk: Desk, about: Stream, text: TextRef | null, most: number): Promise<string> {
  return text ? plain((await desk.words(about, text)) ?? '', most) : '';
}

export async function caseTitle(desk: Desk, { about, state }: CaseFile, language: Language): Promise<string> {
  return (await caseWords(desk, about, state.content.title, 200)) || textIn(language).case.untitled;
}

/** What a body is called on the day whose terms the case keeps. */
export function called(desk: Desk, { state }: CaseFile, body: string, language: Language): string {
  return shortBody(desk.charter, body, language, state.termsOn);
}

/** The same, short: for inside a sentence and above a title. */
export function shortCalled(desk: Desk, { state }: CaseFile, body: string, language: Language): string {
  return shortBody(desk.charter, body, language, state.termsOn);
}

export function caseDay(date: IsoDate, language: Language): string {
  return textIn(language).date(Temporal.PlainDate.from(date));
}

/** The date an instant has on the collaboration's clocks, in words. */
export function dayAt(desk: Desk, at: string, language: Language): string {
  return caseDay(dateAt(desk.charter, Temporal.Instant.from(at)), language);
}
