import type { Charter } from '../charter/charter.ts';
import { hears } from '../request/notices.ts';
import { instantOf } from '../time/calendar.ts';
import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { FollowUpState } from '../vocabulary/milestone/follow-up.ts';
import type { MilestonePlanState } from '../vocabulary/milestone/plan.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { hasNoAnswer } from './standing.ts';

const newest = '9999-12-31';

/** The keys are asked about a plan that has been put forward. */
export function planAsks(about: Stream, { phase, since, body, turns, putForward }: MilestonePlanState, charter: Charter): readonly Ask[] {
  if (phase !== 'asked') return [];
  const under = `${about}:milestone-plan@version-${putForward}`;
  const where = hears(charter, body, newest);
  return [askFor(about, 'milestone-plan', since, { since, of: { keys: body }, answered: turns, ladder: 'keys', where, under })];
}

/** Whoever owns a milestone is asked how it stands; and the chairs of the body whose plan it is, when it needs them. Their own cards say both. */
export function followUpAsks(about: Stream, { body, rows, noted, checkIns }: FollowUpState, charter: Charter): readonly Ask[] {
  const opening = (day: string) => instantOf(charter, day, charter.collaboration.defaults.promptsFrom).toString();
  const own = { ladder: 'own', said: 'card' } as const;
  const where = hears(charter, body, newest);
  const asked = rows.flatMap((row) => {
    const { key, owner, askedOn } = row;
    if (askedOn === null || !hasNoAnswer(row)) return [];
    const of = owner === null ? ({ role: 'seat', body } as const) : { persons: [owner], body };
    const by = checkIns.find(({ on }) => on === askedOn)?.answerBy ?? null;
    const under = `${about}:check-in@check-in-${askedOn}`;
    return [askFor(about, 'check-in', `${key}-${askedOn}`, { since: opening(askedOn), of, by, where, under, ...own })];
  });
  const attention = noted
    .filter((note) => rows.some((row) => note.rows.includes(row.key) && row.attention !== null))
    .map(({ plan, on }) =>
      askFor(about, 'attention', `${plan}-${on}`, {
        since: opening(on),
        of: { role: 'chair', body: plan },
        where: hears(charter, plan, newest),
        ...own,
      }),
    );
  return [...asked, ...attention];
}
