import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk } from '../kit/card.ts';
import type { SheetPart } from '../kit/sheet.ts';
import { deliverableOf } from '../milestone/file.ts';
import { type Language, textIn } from '../text/languages.ts';
import { type CaseFile, called } from './file.ts';

/** What the case's decision moves: the milestone as the plan has it now, and the day it would get. */
export async function movesPart(desk: Desk, file: CaseFile, language: Language): Promise<readonly SheetPart[]> {
  const { moves } = file.state.content;
  if (!moves) return [];
  const { moves: text, milestone } = textIn(language);
  const plan = await desk.state('milestone-plan', streamOf('milestone-plan', moves.plan));
  const body = called(desk, file, moves.plan, language);
  const found = plan?.inForce.find(({ id }) => id === moves.milestone);
  if (!found) return [{ heading: text.heading, lines: [text.gone(body)] }];
  const [was, due] = [milestone.day(found.due), milestone.day(moves.due)];
  return [{ heading: text.heading, lines: [text.line(await deliverableOf(desk, found, language), body, was, due)] }];
}
