import { gateAt, gateIsMissing, onScalingPath, waysOf } from '../../bot/governance/case/gate.ts';
import { resultsOf } from '../../bot/governance/case/outcome.ts';
import { resultIn } from '../../bot/governance/case/phases.ts';
import { mayRecordGate } from '../../bot/governance/case/pilot.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import type { Button, Field, SheetPart } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';
import { type CaseFile, called, caseWords, runsIn, whose } from './file.ts';

export const mostEvidence = 1_000;

/** What each body on the way of a trial has laid down, and whether this one still has to. */
export async function gateParts(desk: Desk, file: CaseFile, language: Language, most: number): Promise<readonly SheetPart[]> {
  const { state, about } = file;
  if (!onScalingPath(desk.charter, state)) return [];
  const { gates: text } = textIn(language);
  const lines = await Promise.all(
    state.gates.map(async ({ body, way, evidence, person }) => {
      const [who = ''] = await named(desk, [person]);
      return text.line(called(desk, file, body, language), text.ways[way], await caseWords(desk, about, evidence, most), who);
    }),
  );
  const open = state.phase !== 'returned' && state.phase !== 'closed' && state.phase !== 'withdrawn';
  const missing = open && gateIsMissing(desk.charter, state) ? [text.missing[leavesHow(file)](called(desk, file, state.at, language))] : [];
  return [{ heading: text.heading, lines: [...lines, ...missing] }];
}

/** A last body sends nothing on, and one that may not decide only does that. */
function leavesHow({ state, around }: CaseFile): 'decide' | 'send' | 'both' {
  const results = resultsOf(state, around);
  if (!results.includes('sent-on')) return 'decide';
  return results.includes('decided') ? 'both' : 'send';
}

/** For those who may lay down what a trial has shown in the body that has it. */
export function gateButtons(desk: Desk, file: CaseFile, viewer: Viewer): readonly Button[] {
  const { state, around } = file;
  const person = whose(desk, viewer);
  const open = state.phase === 'draft' || state.phase === 'judging' || state.phase === 'waiting' || state.phase === 'confirming';
  if (person === null || !open || !onScalingPath(desk.charter, state)) return [];
  if (!mayRecordGate(state, person, around, runsIn(file, file.state.at, viewer))) return [];
  const text = textIn(viewer.language).gates;
  return [{ title: gateAt(state, state.at) === null ? text.record : text.correct, verb: 'open', open: 'gate', sends: false }];
}

/** Until it is laid down, a trial cannot be sent on or decided from here, so those buttons are not drawn. */
export function heldByGate(desk: Desk, { state }: CaseFile, { verb, open }: Button): boolean {
  if (!gateIsMissing(desk.charter, state)) return false;
  const result = resultIn(state)?.kind;
  const leaves = result === 'decided' || result === 'sent-on';
  return open === 'here' || open === 'up' || (leaves && (verb === 'right' || verb === 'confirm-outside'));
}

/** What the others say of the experience behind a trial stands there already, to be built on. */
export function gateFields({ state }: CaseFile, language: Language, tally: readonly string[]): readonly Field[] {
  const text = textIn(language).gates;
  const ways = waysOf(state);
  const choices = ways.map((way) => ({ title: text.ways[way], value: way }));
  return [
    {
      kind: 'text',
      id: 'evidence',
      label: text.evidence,
      ...(ways.includes('try') ? { hint: text.untried } : {}),
      most: mostEvidence,
      long: true,
      required: true,
      value: tally.join('\n'),
    },
    { kind: 'one', id: 'way', label: text.way, choices, style: 'expanded' },
  ];
}
