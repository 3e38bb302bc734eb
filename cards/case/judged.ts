import { keysOf } from '../../bot/governance/case/judge.ts';
import { nextStep } from '../../bot/governance/case/next.ts';
import { isAnswered, turnedIn } from '../../bot/governance/case/phases.ts';
import { keyFor, keyRuleOf } from '../../bot/governance/people/keys.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Judgement, WrittenProcedure } from '../../bot/governance/vocabulary/case/case.ts';
import type { TextRef } from '../../bot/governance/vocabulary/stream.ts';
import type { Turn } from '../../bot/governance/vocabulary/turn.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { seatSaid } from '../kit/clauses.ts';
import { named } from '../kit/people.ts';
import type { SheetRow } from '../kit/sheet.ts';
import { textIn } from '../text/languages.ts';
import { type CaseFile, caseDay, caseWords, whose } from './file.ts';

const mostReason = 300;

/** Who has turned which key and, where the viewer may read that now, what they judged and why; and which keys are missing. */
export async function keysTurned(desk: Desk, file: CaseFile, viewer: Viewer): Promise<readonly SheetRow[]> {
  const { state, around } = file;
  const { language } = viewer;
  const turns = turnedIn(state);
  const asked = state.phase === 'judging' || (state.phase === 'confirming' && state.result.via !== 'outside');
  const reopening = isAnswered(state) && turns.length > 0;
  if (!asked && !reopening) return [];
  const { case: text, seats } = textIn(language);
  const step = nextStep(state, around);
  const vacant = step.step === 'fill-seats' ? step.seats : [];
  const today = dateAt(desk.charter, desk.now);
  const seat = (id: string) => seatSaid(desk.charter, state.at, id, language, today);
  const open = (keyRuleOf(desk.charter, keysOf(state, around).body.body, today)?.seats ?? []).filter(
    (each) => !turns.some((turn) => turn.seat === each),
  );
  const said = await Promise.all(
    turns.map(async (turn) => {
      const [who = ''] = await named(desk, [turn.person]);
      const row = { first: text.heldBy(seat(turn.seat), who), tone: 'done' } as const;
      if (!reads(desk, file, viewer, turn)) return { ...row, second: text.hasJudged, third: '' };
      const reason = await caseWords(desk, file.about, turn.judgement.reason, mostReason);
      return { ...row, second: text.says[turn.judgement.says], third: reason === '' ? '' : text.quoted(reason) };
    }),
  );
  return [
    ...said,
    ...open.map(
      (each): SheetRow => ({ first: seat(each), second: vacant.includes(each) ? seats.vacant : text.keyOpen, third: '', tone: 'none' }),
    ),
  ];
}

/** What was recorded of the viewer's own answer, and how long it may be changed; null: they have given none, as the case stands. */
export async function ownCaseAnswer(desk: Desk, file: CaseFile, viewer: Viewer): Promise<{ question: string; byWhen: string } | null> {
  const { case: text } = textIn(viewer.language);
  const words = (reason: TextRef | null) => caseWords(desk, file.about, reason, mostReason);
  const turn = ownTurn(desk, file, viewer);
  if (turn) {
    // Why they judged so stands beside their seat.
    return { question: text.recorded(text.says[turn.judgement.says], ''), byWhen: text.takeBackNote };
  }
  const written = answerInWriting(desk, file, viewer);
  if (file.state.phase !== 'written' || !written || written.answer === 'meeting') return null;
  const question = text.recorded(text.says[written.answer], await words(written.reason));
  return { question, byWhen: text.changeUntil(caseDay(file.state.written.until, viewer.language)) };
}

/** What the viewer has answered in a written procedure that runs. */
export function answerInWriting(desk: Desk, { state }: CaseFile, viewer: Viewer): WrittenProcedure['answers'][number] | null {
  const person = whose(desk, viewer);
  if (state.phase !== 'written' || person === null) return null;
  return state.written.answers.find((each) => desk.one(each.person) === person) ?? null;
}

/** What the viewer has answered and may still take back, as the case stands; null: nothing. */
function ownTurn(desk: Desk, { state }: CaseFile, viewer: Viewer): Turn<Judgement> | null {
  const person = whose(desk, viewer);
  return turnedIn(state).find((turn) => desk.one(turn.person) === person) ?? null;
}

/**
 * While chairs judge where a case should go, the channel sees that one has judged, and not what. Those who hold the other keys read it, for
 * they are one chairmanship, unless their key rule says that they judge unseen. That a result is right, or is not, is for everybody.
 */
function reads(desk: Desk, file: CaseFile, viewer: Viewer, turn: Turn<Judgement>): boolean {
  const { state, around } = file;
  if (state.phase !== 'judging') return true;
  const person = whose(desk, viewer);
  if (person === null) return false;
  if (desk.one(turn.person) === person) return true;
  const unseen = keyRuleOf(desk.charter, state.at, dateAt(desk.charter, desk.now))?.unseen === true;
  const ownKey = typeof keyFor({ ...keysOf(state, around), turns: [] }, person) === 'string';
  return !unseen && (ownKey || ownTurn(desk, file, viewer) !== null);
}
