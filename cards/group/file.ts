import { emptyBody } from '../../bot/governance/body/body.ts';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { secretariatOf } from '../../bot/governance/charter/terms.ts';
import { groupKeyFor, mayReceiptGroup, turnsOf } from '../../bot/governance/group/group.ts';
import { waitedForIn, wholeFor } from '../../bot/governance/people/two-secretaries.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { GroupState } from '../../bot/governance/vocabulary/group.ts';
import type { PersonKey, Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import type { Around } from '../../bot/governance/vocabulary/subject.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { takesBack } from '../kit/own-answer.ts';
import { shortBody } from '../kit/said.ts';
import type { Button } from '../kit/sheet.ts';
import { runs } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';

/** A group with what the cards about it look at. */
export interface GroupFile {
  readonly about: Stream;
  readonly state: GroupState;
  readonly around: Pick<Around, 'charter' | 'now' | 'one' | 'body' | 'sectorOf'>;
  readonly bodies: readonly BodyState[];
}
export const groupForms = ['no', 'extend', 'report'] as const;
export type GroupForm = (typeof groupForms)[number];

/** null: there is no such group. */
export async function groupFile(desk: Desk, about: Stream): Promise<GroupFile | null> {
  const state = await desk.state('group', about);
  if (!state || state.phase === 'none') return null;
  const { secretariat } = desk.charter.collaboration;
  const served = state.bodies.map((body) => secretariatOf(desk.charter, body, state.termsOn) ?? secretariat);
  const known = new Map(
    await Promise.all([...new Set([...state.bodies, ...served])].map(async (id) => [id, await desk.body(id)] as const)),
  );
  const body = (id: string) => known.get(id) ?? emptyBody(id);
  const around = { charter: desk.charter, now: desk.now, one: desk.one, body, sectorOf: desk.sectorOf };
  return { about, state, around, bodies: state.bodies.map(body) };
}

/** Whose keys are waited for, over all bodies. */
export function groupAwaits({ state, around }: GroupFile): readonly PersonKey[] {
  if (state.question === null) return [];
  const done = new Set(state.turns.map((turn) => around.one(turn.person)));
  const waited = state.bodies.flatMap((body) => waitedForIn({ body, since: state.since, turns: turnsOf(state, body) }, around).persons);
  return [...new Set(waited)].filter((person) => !done.has(person));
}

/** Bodies for which a key is missing and nobody can turn it. */
export function groupVacant({ state, around }: GroupFile): readonly BodyId[] {
  if (state.question === null) return [];
  return state.bodies.filter((body) => {
    const asked = { body, since: state.since, turns: turnsOf(state, body) };
    return !wholeFor(asked, around) && waitedForIn(asked, around).persons.length === 0;
  });
}

export function bodiesSaid(desk: Desk, { state }: GroupFile, language: Language): string {
  return state.bodies.map((body) => shortBody(desk.charter, body, language, state.termsOn)).join(' + ');
}

/** Words of a group, safe to show; '' where there are none or they were erased. */
export async function groupWords(desk: Desk, { about }: GroupFile, text: TextRef | null, most: number): Promise<string> {
  return text ? plain((await desk.words(about, text)) ?? '', most) : '';
}

/** Draws the buttons of what the viewer is asked, then of what they may do besides. What a press may do is decided by the rules. */
export function groupButtons(desk: Desk, file: GroupFile, viewer: Viewer): readonly Button[] {
  if (viewer.kind === 'everyone') return [];
  const text = textIn(viewer.language).group.buttons;
  const { state, around } = file;
  const person = desk.one(viewer.person);
  const seat = groupKeyFor(state, person, around);
  const holds = typeof seat === 'string';
  const mine = state.turns.find((turn) => turn.seat === seat)?.judgement;
  const shown = String(state.edition);
  const asked = state.question !== null && holds;
  const inside = state.mandate.persons.some((each) => desk.one(each) === person);
  const opening = (title: string, open: GroupForm): Button => ({ title, verb: 'open', open, sends: false });
  const served = file.bodies.find((body) => runs(desk, body, viewer));
  return [
    ...(asked && !mine
      ? [{ title: text.yes[state.question?.ask ?? 'set-up'], verb: 'yes', shown, sends: false }, opening(text.no, 'no')]
      : []),
    ...(state.question !== null && mine ? [takesBack(viewer.language)] : []),
    ...(state.phase === 'running' && (inside || served !== undefined) ? [opening(text.report, 'report')] : []),
    ...(state.phase === 'running' && state.question === null && holds ? [opening(text.extend, 'extend')] : []),
    ...(state.phase === 'reported' && mayReceiptGroup(state, person, around)
      ? [{ title: text.receipt, verb: 'receipt', shown, sends: false }]
      : []),
  ];
}
