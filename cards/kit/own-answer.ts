import type { Said } from '../../bot/governance/vocabulary/request.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Turn } from '../../bot/governance/vocabulary/turn.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { Desk, Viewer } from './card.ts';
import type { Button } from './sheet.ts';

/** What stands on one's own view once one has answered what several keys are asked: what was recorded, and until when it can be undone; null: one has not answered. */
export function answerRecorded(
  desk: Desk,
  turns: readonly Turn<Said>[],
  viewer: Viewer,
): { readonly question: string; readonly byWhen: string } | null {
  const person: PersonKey | null = viewer.kind === 'person' ? desk.one(viewer.person) : null;
  const mine = turns.find((turn) => desk.one(turn.person) === person);
  const { ownAnswer: text } = textIn(viewer.language);
  return mine ? { question: text.recorded(mine.judgement.yes), byWhen: text.until } : null;
}

/** The way back from one's own answer. */
export function takesBack(language: Language): Button {
  return { title: textIn(language).ownAnswer.takeBack, verb: 'take-back', sends: false };
}
