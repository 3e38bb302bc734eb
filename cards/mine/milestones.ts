import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { hasNoAnswer } from '../../bot/governance/milestone/standing.ts';
import { isChair } from '../../bot/governance/people/roles.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { shortBody } from '../kit/said.ts';
import { answersAs, followFile, planFile } from '../milestone/file.ts';
import { keyOf } from '../milestone/plan.ts';
import { type Language, textIn } from '../text/languages.ts';

/** Milestones that wait for this person's answer, plans for their key, and, for a chair, what needs attention. */
export async function milestonesAsking(desk: Desk, viewer: Viewer) {
  if (viewer.kind === 'everyone') return [];
  const person = desk.one(viewer.person);
  const bodies = desk.charter.bodies.filter(({ outside }) => !outside);
  return (await Promise.all(bodies.map(({ id }) => asked(desk, id, person, viewer.language)))).flat();
}

async function asked(desk: Desk, id: BodyId, person: PersonKey, language: Language) {
  const { milestoneMine: text, checkIn, milestonePlan, plan: words } = textIn(language);
  const [follow, plan] = await Promise.all([followFile(desk, id), planFile(desk, id)]);
  const name = shortBody(desk.charter, id, language, plan.today);
  const waits = follow.rows.filter((row) => hasNoAnswer(row) && (row.owner === null || desk.one(row.owner) === person));
  const mine = waits.filter((row) => answersAs(follow, row, person) === 'self').length;
  const key = keyOf(plan, person);
  const turned = plan.plan?.turns.some(({ seat }) => seat === key) ?? false;
  const chair = isChair(desk.charter, plan.body, person, plan.today, desk.one);
  const uneasy = chair ? plan.carried.flatMap(({ rows }) => rows).filter(({ attention }) => attention !== null).length : 0;
  const row = (title: string, line: string, verb: string, open: string) => ({
    title,
    when: '',
    line,
    asked: 'milestone',
    meeting: '',
    case: id,
    verb,
    open,
    yes: '',
    no: '',
  });
  return [
    ...(mine > 0 ? [row(checkIn.title(name), text.answer(mine), 'check-in', text.open)] : []),
    ...(key !== null && !turned ? [row(milestonePlan.title(name), text.plan, 'milestone-plan', text.openPlan)] : []),
    ...(uneasy > 0 ? [row(words.title(name), text.attention(uneasy), 'milestones', text.see)] : []),
  ];
}
