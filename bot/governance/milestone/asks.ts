import type { Charter } from '../charter/charter.ts';
import { newestTerms } from '../charter/terms.ts';
import { whereAsked } from '../people/two-secretaries.ts';
import { instantOf } from '../time/calendar.ts';
import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { FollowUpState } from '../vocabulary/milestone/follow-up.ts';
import type { MilestonePlanState } from '../vocabulary/milestone/plan.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { quarterDay } from './check-in-dates.ts';
import { hasNoAnswer, waitsSince } from './standing.ts';

/** The keys are asked about a plan that has been put forward. */
export function planAsks(about: Stream, { phase, since, body, turns, putForward }: MilestonePlanState): readonly Ask[] {
  if (phase !== 'asked') return [];
  const under = `${about}:milestone-plan@version-${putForward}`;
  return [askFor(about, 'milestone-plan', since, { since, of: { keys: body }, answered: turns, ladder: 'keys', where: body, under })];
}

/**
 * Whoever owns a milestone is asked how it stands, and the chairs about those nobody owns: the quarter's card says it when it is posted, and
 * a reply in its thread what falls to somebody later in the quarter. The chairs of the body whose plan it is are asked when it needs them.
 */
export function followUpAsks(about: Stream, { body, rows, noted, checkIns }: FollowUpState, charter: Charter): readonly Ask[] {
  const opening = (day: string) => instantOf(charter, day, charter.collaboration.defaults.promptsFrom).toString();
  const own = { ladder: 'own', said: 'card' } as const;
  const serving = whereAsked(charter, body, newestTerms);
  const elsewhere = serving === body ? {} : ({ where: serving, stands: body, said: 'reply' } as const);
  const waiting = rows.filter(hasNoAnswer);
  const asked = [...new Set(waiting.flatMap((row) => waitsSince(row) ?? []))].toSorted().flatMap((since) => {
    const owners = waiting.filter((row) => waitsSince(row) === since).map(({ owner }) => owner);
    const persons = [...new Set(owners.flatMap((owner) => owner ?? []))];
    const quarter = quarterDay(charter, since);
    const under = `${about}:check-in@check-in-${quarter}`;
    const said = since === quarter ? 'card' : 'reply';
    const by = checkIns.find(({ on }) => on === since)?.answerBy ?? null;
    const given = { since: opening(since), by, where: body, under, said } as const;
    return [
      ...(persons.length > 0 ? [askFor(about, 'check-in', since, { ...given, of: { persons, body } })] : []),
      ...(owners.includes(null)
        ? [askFor(about, 'check-in', `${since}-chairs`, { ...given, ...elsewhere, of: { role: 'chair', body } })]
        : []),
    ];
  });
  const attention = noted
    .filter((note) => rows.some((row) => note.rows.includes(row.key) && row.attention !== null))
    .map(({ plan, on }) =>
      askFor(about, 'attention', `${plan}-${on}`, {
        since: opening(on),
        of: { role: 'chair', body: plan },
        where: plan,
        ...own,
      }),
    );
  return [...asked, ...attention];
}
