import { Temporal } from 'temporal-polyfill';
import type { Charter, ClauseId } from '../../bot/governance/charter/charter.ts';
import { gatheringCalled } from '../../bot/governance/charter/gathering.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { firstUncrowded } from '../../bot/governance/meeting/deadlines.ts';
import { keyRuleOf, vacantKeys } from '../../bot/governance/people/keys.ts';
import { instantOf, wall } from '../../bot/governance/time/calendar.ts';
import type { Owed } from '../../bot/governance/vocabulary/year/year.ts';
import type { BodyYear, YearDate } from '../../bot/governance/year/facts.ts';
import type { SharedDate } from '../../bot/governance/year/shared.ts';
import type { Desk } from '../kit/card.ts';
import { seatSaid } from '../kit/clauses.ts';
import { named } from '../kit/people.ts';
import { reference, said, shortBody } from '../kit/said.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { YearFile } from './file.ts';

/** What the terms owe the year, each with its clause, or that it is ours. */
export function owedLines(charter: Charter, plan: BodyYear, language: Language): readonly string[] {
  const { firstBy } = plan.owed;
  const { year: text, date } = textIn(language);
  const first = firstBy
    ? [text.firstBy(date(Temporal.PlainDate.from(firstBy.date))) + clauseSaid(charter, plan, firstBy.clause, language)]
    : [];
  return [
    owedSaid(charter, plan, plan.owed, language),
    ...first,
    ...plan.gatherings.map(({ id, owed }) => text.of(gatheringSaid(charter, plan, id, language), owedSaid(charter, plan, owed, language))),
  ];
}

/** One date in words, with what is to be said about it. */
export function yearDateSaid(charter: Charter, plan: BodyYear, meeting: YearDate, language: Language): string {
  const { year: text } = textIn(language);
  const { gathering, cancelled, beside, breaks, joint, online } = meeting;
  const { files, date } = textIn(language);
  const better = () => date(Temporal.PlainDate.from(firstUncrowded(charter, plan.body, meeting.date)));
  const notes = [
    ...(gathering === null ? [] : [gatheringSaid(charter, plan, gathering, language)]),
    ...(cancelled ? [text.cancelled] : []),
    ...(beside && plan.stands !== 'proposal' ? [text.beside] : []),
    ...(joint.length > 0 ? [files.with(joint.map((id) => shortBody(charter, id, language, meeting.date)).join(', '))] : []),
    ...(online ? [files.online] : []),
    ...breaks.map((rule) => text.breaks(rule === 'papers' ? text.better(text.rules[rule], better()) : text.rules[rule])),
  ];
  return [whenSaid(charter, meeting, language), ...notes].join(' · ');
}

/** A date that another body has called: whose or what it is, and who takes part from here. */
export function sharedDateSaid(charter: Charter, shared: SharedDate, language: Language): string {
  const { year: text, meeting } = textIn(language);
  const called = gatheringCalled(charter, shared.host, shared.gathering);
  const name = called ? said(called.name, language, charter) : shortBody(charter, shared.host, language, shared.date);
  const notes = [...(shared.cancelled ? [text.cancelled] : []), ...(shared.stands === 'proposed' && !shared.beside ? [text.proposed] : [])];
  return [whenSaid(charter, shared, language), name, meeting.from[shared.seats], ...notes].join(' · ');
}

export function whenSaid(
  charter: Charter,
  { date, time, minutes }: Pick<YearDate, 'date' | 'time' | 'minutes'>,
  language: Language,
): string {
  const start = wall(charter, instantOf(charter, date, time));
  return textIn(language).period(start, start.add({ minutes }));
}

/** Where the year has fewer meetings than it owes, with the clause. */
export function shortLines(charter: Charter, plan: BodyYear, language: Language): readonly string[] {
  const { year: text } = textIn(language);
  return plan.shortfalls.map(({ how, has, owes, gathering, clause }) => {
    const line = text.short[how](plan.year, has, owes) + clauseSaid(charter, plan, clause, language);
    return gathering === null ? line : text.of(gatheringSaid(charter, plan, gathering, language), line);
  });
}

/** Why there is no proposal: the rules that cannot be kept together. */
export function conflictLines(charter: Charter, plan: BodyYear, language: Language): readonly string[] {
  const { year: text } = textIn(language);
  return plan.conflicts.map((conflict) => {
    const others = conflict.with.map((id) => shortBody(charter, id, language, `${plan.year}-12-31`)).join(', ');
    return text.impossible(conflict.rules.map((rule) => text.rules[rule]).join(', '), others);
  });
}

/** Who has confirmed, seat by seat. */
export async function keyLines(desk: Desk, { body, state, keys, today }: YearFile, language: Language): Promise<readonly string[]> {
  const rule = keyRuleOf(desk.charter, body.body, today);
  if (!state || !keys || !rule) return [];
  const { year: text } = textIn(language);
  const vacant = vacantKeys(keys);
  return Promise.all(
    rule.seats.map(async (seat) => {
      const name = seatSaid(desk.charter, body.body, seat, language, today);
      const turn = state.turns.find((each) => each.seat === seat);
      if (!turn) return text.of(name, vacant.includes(seat) ? text.vacant : text.missing);
      const [who = ''] = await named(desk, [desk.one(turn.person)]);
      return text.of(name, text.confirmedBy(who));
    }),
  );
}

function owedSaid(charter: Charter, plan: BodyYear, owed: Owed, language: Language): string {
  const { year: text, organ } = textIn(language);
  const { least, most, yearly, about, asNeeded, ranOut } = owed;
  if (owed.by === 'nothing') return text.notOwed;
  const partly = owed.propose > 0 && least !== yearly;
  const often = organ.cadenceIs({ least: yearly, most: partly ? yearly : most, about, asNeeded });
  const share = partly ? text.share(plan.year, least) : '';
  return `${often}${share}${clauseSaid(charter, plan, owed.clause, language)}${ranOut ? text.ranOut : ''}`;
}

/** ` (§ 4, D0)`, or that it is ours. */
function clauseSaid(charter: Charter, { body, year }: BodyYear, clause: ClauseId | null, language: Language): string {
  const { year: text } = textIn(language);
  const terms = termsInForce(charter, body, `${year}-12-31`);
  return clause !== null && terms ? ` (${reference(charter, terms, clause, language)})` : ` (${text.ours})`;
}

function gatheringSaid(charter: Charter, { body }: BodyYear, id: string, language: Language): string {
  const gathering = charter.gatherings.find((each) => each.host === body && each.id === id);
  return gathering ? said(gathering.name, language, charter) : id;
}
