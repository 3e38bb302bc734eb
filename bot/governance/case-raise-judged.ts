import { dateAt } from './calendar.ts';
import type { CaseState, Content, Judgement } from './case.ts';
import { type JudgeEvent, onwardFrom } from './case-judge.ts';
import { evolveRaise, type RaiseEvent } from './case-raise.ts';
import type { BodyId } from './charter.ts';
import { competenceOn, type Matter } from './competence.ts';
import type { Turn } from './keys.ts';
import type { Around, Stream } from './model.ts';
import type { Refusal } from './refusal.ts';
import type { Said } from './request.ts';
import type { Laid } from './work-plan.ts';

/** By errand from a work plan: the keys that confirmed it are the reasons it goes up with, so nobody is asked twice. */
export interface RaiseJudged {
  readonly type: 'RaiseJudged';
  readonly body: BodyId;
  readonly from: Stream;
  readonly laid: Laid;
  readonly turns: readonly Turn<Said>[];
}

const matter: Matter = { kind: 'work-plan', weighs: [] };

/** It is raised, or, once it has come back, changed; and it leaves for the body above at once. */
export function decideRaiseJudged(
  state: CaseState,
  { body, from, laid, turns }: RaiseJudged,
  around: Around,
): readonly (RaiseEvent | JudgeEvent)[] | Refusal {
  if (around.by.kind !== 'errand') return { refused: 'only-chairs', clause: null };
  const again = state.phase === 'draft' && state.origin === from;
  if (state.phase !== 'none' && !again) return [];
  const at = around.now.toString();
  const content: Content = { title: laid.title, account: null, recommendations: [laid.recommendation], papers: null, journal: null };
  const termsOn = dateAt(around.charter, around.now);
  const written: RaiseEvent = again
    ? { type: 'CaseEdited', v: 1, matter, content, at }
    : { type: 'CaseDrafted', v: 1, body, termsOn, by: turns[0]?.person ?? null, matter, content, origin: from, at };
  const raised = evolveRaise(state, written);
  const { to, passed } = onwardFrom(raised, around);
  if (to === null) return { refused: 'nobody-above' };
  const reasons = turns.map((turn): Turn<Judgement> => ({ ...turn, judgement: { says: 'up', reason: null } }));
  const told = (where: BodyId) => competenceOn(around.charter, where, matter, raised.termsOn).told;
  return [
    written,
    { type: 'CaseSent', v: 1, told: told(body), at },
    { type: 'SentUp', v: 1, stop: { body, left: 'up', reasons, at }, to, told: [...passed, ...told(to)], at },
  ];
}
