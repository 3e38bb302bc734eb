import type { FollowUpEvent, FollowUpRow, FollowUpState } from '../vocabulary/milestone/follow-up.ts';
import { withNote } from './follow-up-answer.ts';
import { attentionOf } from './standing.ts';

type MilestonesSet = Extract<FollowUpEvent, { type: 'MilestonesSet' }>;

/** More than a body can answer for, and than a snapshot holds. */
export const mostRows = 70;

/**
 * What a plan now asks of this body. A row that stays keeps what was answered; one that is no longer in the plan is withdrawn, and
 * one that comes back is as it was. What was answered may now collide with what depends on it: that goes to the chairs too.
 */
export function withRows(state: FollowUpState, { plan, version, rows: told, on }: MilestonesSet): FollowUpState {
  const live = told.map((each): FollowUpRow => {
    const key = `${plan}.${each.milestone}`;
    const was = state.rows.find((row) => row.key === key);
    if (!was) return { ...each, ...fresh, plan, key, since: on };
    const same = !was.withdrawn && was.due === each.due && was.from === each.from;
    const said = was.answer === null ? null : attentionOf(each, was.answer);
    return { ...was, ...each, since: same ? was.since : on, withdrawn: false, attention: was.attention === 'silent' ? 'silent' : said };
  });
  const others = state.rows.filter((row) => row.plan !== plan && !row.withdrawn);
  const gone = state.rows.filter((row) => (row.withdrawn || row.plan === plan) && !live.some(({ key }) => key === row.key));
  const room = Math.max(0, mostRows - live.length - others.length);
  const withdrawn = gone.map((row): FollowUpRow => ({ ...row, withdrawn: true, attention: null })).slice(Math.max(0, gone.length - room));
  const news = live.filter(({ key, attention }) => attention !== null && attentionBefore(state, key) === null).map(({ key }) => key);
  return {
    ...state,
    versions: { ...state.versions, [plan]: version },
    rows: [...others, ...live, ...withdrawn],
    noted: news.length > 0 ? withNote(state.noted, plan, on, news) : state.noted,
  };
}

const fresh = { withdrawn: false, answer: null, corrections: 0, askedOn: null, silentQuarters: 0, attention: null } as const;

function attentionBefore({ rows }: FollowUpState, key: string) {
  return rows.find((row) => row.key === key)?.attention ?? null;
}
