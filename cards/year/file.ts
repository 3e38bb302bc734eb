import type { BodyId, Charter, IsoDate } from '../../bot/governance/charter/charter.ts';
import { bodyOf } from '../../bot/governance/charter/terms.ts';
import type { KeyQuestion } from '../../bot/governance/people/keys.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { idIn, isOf } from '../../bot/governance/vocabulary/stream.ts';
import { bodyYearIn, yearStream } from '../../bot/governance/vocabulary/year/streams.ts';
import type { YearState } from '../../bot/governance/vocabulary/year/year.ts';
import { yearKeys } from '../../bot/governance/year/decide.ts';
import type { BodyYear, YearDate } from '../../bot/governance/year/facts.ts';
import { type SharedDate, sharedDates } from '../../bot/governance/year/shared.ts';
import type { Desk } from '../kit/card.ts';

/** A body's year with what the cards about it look at. */
export interface YearFile {
  readonly year: number;
  readonly today: IsoDate;
  readonly body: BodyState;
  /** null: no days off are known, or there is nothing to plan. */
  readonly plan: BodyYear | null;
  /** What others have called and some of its own take part in. */
  readonly shared: readonly SharedDate[];
  /** null: nothing is recorded. */
  readonly state: YearState | null;
  readonly keys: KeyQuestion | null;
  /** This year and the next, as far as their days off are known. */
  readonly years: readonly number[];
}

/** A card is about a body, and then shows the running year, or about one of its years; null: there is no such body. */
export async function yearFile(desk: Desk, about: Stream): Promise<YearFile | null> {
  const today = dateAt(desk.charter, desk.now);
  const asked = yearAbout(about, today);
  const known = asked && bodyOf(desk.charter, asked.body);
  if (!asked || !known || known.outside) return null;
  const { body: id, year } = asked;
  const body = await desk.body(id);
  const state = await desk.state('year', yearStream(id, year));
  const plans = isKnown(desk.charter, year) ? await desk.year(year) : [];
  const running = Number(today.slice(0, 4));
  return {
    year,
    today,
    body,
    plan: plans.find((each) => each.body === id) ?? null,
    shared: sharedDates(desk.charter, plans, id),
    state,
    keys: state && yearKeys(state, { charter: desk.charter, now: desk.now, one: desk.one, body: () => body }),
    years: [running, running + 1].filter((each) => isKnown(desk.charter, each)),
  };
}

/** The body and the year a stream names; of a body alone, the running year. */
export function yearAbout(about: Stream, today: IsoDate): { readonly body: BodyId; readonly year: number } | null {
  const running = Number(today.slice(0, 4));
  return bodyYearIn(about, 'year') ?? (isOf(about, 'body') ? { body: idIn(about, 'body'), year: running } : null);
}

/** What there is to see: of a proposal only what is still to come. */
export function datesShown({ plan, today }: Pick<YearFile, 'plan' | 'today'>): readonly YearDate[] {
  if (!plan) return [];
  return plan.stands === 'proposal' ? plan.meetings.filter(({ date, beside }) => beside || date > today) : plan.meetings;
}

/** What the secretary would put to the chairs. */
export function datesProposed(file: YearFile): readonly YearDate[] {
  return file.plan?.stands === 'proposal' ? datesShown(file).filter(({ beside, cancelled }) => !beside && !cancelled) : [];
}

function isKnown({ daysOff }: Charter, year: number): boolean {
  return [...daysOff].some((date) => date.startsWith(`${year}-`));
}
