import { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../../bot/governance/body/body.ts';
import type { BodyId, IsoDate, SeatId } from '../../bot/governance/charter/charter.ts';
import { secretariatOf } from '../../bot/governance/charter/terms.ts';
import { isChair } from '../../bot/governance/people/roles.ts';
import { isServed, servesHere, turnFor, waitedForIn } from '../../bot/governance/people/two-secretaries.ts';
import { askedBody } from '../../bot/governance/request/answer.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { RequestState } from '../../bot/governance/vocabulary/request.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Around } from '../../bot/governance/vocabulary/subject.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { shortBody } from '../kit/said.ts';
import { toldWords } from '../kit/told-words.ts';
import { type Language, textIn } from '../text/languages.ts';

/** A request with what the cards about it look at. */
export interface RequestFile {
  readonly about: Stream;
  readonly state: RequestState;
  readonly around: Pick<Around, 'charter' | 'now' | 'one' | 'body' | 'sectorOf'>;
  readonly from: BodyState;
  readonly to: BodyState;
}

/** null: there is no such request. */
export async function requestFile(desk: Desk, about: Stream): Promise<RequestFile | null> {
  const state = await desk.state('request', about);
  if (!state || state.phase === 'none') return null;
  const { secretariat } = desk.charter.collaboration;
  const served = [state.from, state.to].map((body) => secretariatOf(desk.charter, body, state.termsOn) ?? secretariat);
  const ids = [...new Set([state.from, state.to, ...served])];
  const bodies = new Map(await Promise.all(ids.map(async (id) => [id, await desk.body(id)] as const)));
  const body = (id: BodyId) => bodies.get(id) ?? emptyBody(id);
  const around = { charter: desk.charter, now: desk.now, one: desk.one, body, sectorOf: desk.sectorOf };
  return { about, state, around, from: body(state.from), to: body(state.to) };
}

/** What is asked of a body's keys now, and who is waited for; null: nothing. */
export function askedNow({ state, around }: RequestFile) {
  if (state.question === null) return null;
  const asked = { body: askedBody(state, state.question), since: state.since, turns: state.turns };
  return { ...asked, ...waitedForIn(asked, around) };
}

/** This person may turn a key for a body now. */
export function holdsKey({ state, around }: RequestFile, body: BodyId, person: PersonKey): boolean {
  return typeof turnFor({ body, since: state.since, turns: [] }, person, around) === 'string';
}

/** The key this person may turn on what is asked now; null: none. */
export function keyNow(file: RequestFile, person: PersonKey): SeatId | null {
  const asked = askedNow(file);
  const seat = asked && turnFor(asked, person, file.around);
  return typeof seat === 'string' ? seat : null;
}

/** May say that the report has been received. */
export function mayReceipt({ state, around, from }: RequestFile, person: PersonKey): boolean {
  const today = dateAt(around.charter, around.now);
  const serves = isServed(around.charter, state.from, today) && servesHere(state.from, person, around);
  return serves || isChair(around.charter, from, person, today, around.one);
}

export function nameThen(desk: Desk, { state }: RequestFile, body: BodyId, language: Language): string {
  return shortBody(desk.charter, body, language, state.termsOn);
}

/** Words of a request, safe to show; '' where there are none or they were erased. */
export async function requestTitle(desk: Desk, { state }: RequestFile, language: Language): Promise<string> {
  return (await toldWords(desk, state.order.title, 200)) || textIn(language).request.untitled;
}

export function dayInWords(date: IsoDate, language: Language): string {
  return textIn(language).date(Temporal.PlainDate.from(date));
}

export function whoLooks(desk: Desk, viewer: Viewer): PersonKey | null {
  return viewer.kind === 'person' ? desk.one(viewer.person) : null;
}
