import type { BodyId } from '../charter/charter.ts';
import { competenceOn } from '../charter/competence.ts';
import type { Matter } from '../charter/matter.ts';
import { dateAt } from '../time/calendar.ts';
import type { CaseState, Content, Judgement } from '../vocabulary/case/case.ts';
import type { JudgeEvent, RaiseEvent, RaiseJudged } from '../vocabulary/case/events.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { Turn } from '../vocabulary/turn.ts';
import { onwardFrom } from './judge.ts';
import { drafted, evolveRaise } from './raise.ts';

const matter: Matter = { kind: 'work-plan', weighs: [] };

/** It is raised, or, once it has come back, changed; and it leaves for the body above at once. */
export function decideRaiseJudged(
  state: CaseState,
  { body, from, laid, turns }: RaiseJudged,
  around: Around,
): readonly (RaiseEvent | JudgeEvent)[] | Refusal {
  if (around.by.kind !== 'errand') return { refused: 'only-chairs', clause: null };
  if (state.phase !== 'none' && !(state.phase === 'draft' && state.origin === from)) return [];
  const at = around.now.toString();
  const content: Content = { title: laid.title, account: null, recommendations: [laid.recommendation], papers: null, journal: null };
  const termsOn = dateAt(around.charter, around.now);
  const edited = { type: 'CaseEdited', v: 1, matter, content, at } as const;
  const begun = { type: 'CaseDrafted', v: 1, body, termsOn, by: turns[0]?.person ?? null, matter, content, origin: from, at } as const;
  const raised = state.phase === 'none' ? drafted(state.case, begun) : evolveRaise(state, edited);
  const { to, passed } = onwardFrom(raised, around);
  if (to === null) return { refused: 'nobody-above' };
  const reasons = turns.map((turn): Turn<Judgement> => ({ ...turn, judgement: { says: 'up', reason: null } }));
  const told = (where: BodyId) => competenceOn(around.charter, where, matter, raised.termsOn).told;
  return [
    state.phase === 'none' ? begun : edited,
    { type: 'CaseSent', v: 1, told: told(body), at },
    { type: 'SentUp', v: 1, stop: { body, left: 'up', reasons, at }, to, told: [...passed, ...told(to)], at },
  ];
}
