import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { halfOf } from '../../bot/governance/time/periods.ts';
import type { Frequency, Indicator } from '../../bot/governance/vocabulary/initiative.ts';
import type { Desk } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { named } from '../kit/people.ts';
import { said, sourceSaid } from '../kit/said.ts';
import type { SheetPart } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { dayInWords } from '../request/file.ts';
import { type Language, textIn } from '../text/languages.ts';
import { type InitiativeFile, nameIn, worded } from './file.ts';

const most = { patients: 500, name: 120, unit: 30, link: 500, lines: 8 };

/** What is waited for now; where nothing is, nothing. */
export function askedIn({ state }: InitiativeFile, language: Language): { readonly question: string; readonly byWhen: string } {
  const { initiative: text } = textIn(language);
  const asked = state.patientsAsked !== null && state.stage !== 'closed';
  if (!asked || patientsAnswered(state.patients?.on ?? null, state.patientsAsked)) return { question: '', byWhen: '' };
  return { question: text.patientsAsked, byWhen: text.patientsBy };
}

/** Said at all, and, where it has been asked about, said since that half-year began. */
export function patientsAnswered(on: string | null, asked: string | null): boolean {
  return on !== null && (asked === null || halfOf(on) >= asked);
}

/** What there is to know of an initiative, the liveliest first. */
export async function initiativeParts(desk: Desk, file: InitiativeFile, language: Language): Promise<readonly SheetPart[]> {
  const { initiative: text } = textIn(language);
  const { about, state, part } = file;
  const [by = ''] = state.patients ? await named(desk, [state.patients.person]) : [];
  const told = state.patients
    ? [await worded(desk, about, state.patients.text, most.patients), text.toldBy(by, dayInWords(state.patients.on, language))].filter(
        Boolean,
      )
    : [];
  const numbers = await Promise.all(state.indicators.map((each) => indicatorLine(desk, file, each, language)));
  const tools = await Promise.all(
    state.deliverables.map(async ({ kind, title, done, link }) => {
      const line = text.deliverable[kind](await worded(desk, about, title, most.name), done === null ? null : dayInWords(done, language));
      return link === null ? line : `${line} · ${await worded(desk, about, link, most.link)}`;
    }),
  );
  const under = state.under.flatMap((id) => {
    const goal = desk.charter.agreement.find((each) => each.id === id);
    return goal ? [said(goal.name, language, desk.charter)] : [];
  });
  const ours = part?.assumed && part.under.length === state.under.length && part.under.every((id) => state.under.includes(id));
  const list = (heading: string, lines: readonly string[]): SheetPart => ({ heading: lines.length > 0 ? heading : '', lines });
  return [
    list(text.patients, told),
    list(text.indicators, few(numbers, text.more)),
    list(text.deliverables, few(tools, text.more)),
    list(text.clusters, state.clusters.length > 0 ? [state.clusters.map((each) => nameIn(desk, each, language)).join(', ')] : []),
    list(text.belongs, under.length > 0 ? [`${under.join(', ')}${ours ? text.ourReading : ''}`] : []),
  ];
}

/** Where it comes from, and by which clause patients are asked about. */
export function whyOf(desk: Desk, { part, owner }: InitiativeFile, language: Language): readonly string[] {
  const { initiative: text } = textIn(language);
  const asked = whyPatients(desk, owner, language);
  return [
    ...(part ? [text.from(sourceSaid(desk.charter, part.source, language))] : []),
    ...(asked.length > 0 ? asked : [text.patientsOurs]),
  ];
}

/** The clause by which a body involves patients; nothing where its terms have none. */
function whyPatients(desk: Desk, body: BodyId, language: Language): readonly string[] {
  const clause = termsInForce(desk.charter, body, dateAt(desk.charter, desk.now))?.patients ?? null;
  return chainSaid(desk.charter, { chain: clause === null ? [] : [clause], ours: false }, language);
}

/** A number as the reader writes it. */
export function numberSaid(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
}

async function indicatorLine(desk: Desk, { about }: InitiativeFile, each: Indicator, language: Language): Promise<string> {
  const { indicator: text } = textIn(language).initiative;
  const [name, unit] = [await worded(desk, about, each.name, most.name), await worded(desk, about, each.unit, most.unit)];
  const amount = (value: number | null) => (value === null ? null : `${numberSaid(value, language)} ${unit}`);
  const last = each.values.at(-1);
  const goal = text.goal(amount(each.baseline), amount(each.target));
  const by = (line: string) => text.reported(line, nameIn(desk, each.reportedBy, language), each.every);
  if (!last) return by(text.none(name, goal));
  const stands = text.stands(name, amount(last.value) ?? '', periodSaid(each.every, last.of, language), goal);
  return by(last.was === null ? stands : text.corrected(stands, amount(last.was) ?? ''));
}

/** The quarter, half-year or year that a day lies in, as one says it. */
export function periodSaid(every: Frequency, day: string, language: Language): string {
  const [year = '', month = ''] = day.split('-');
  return textIn(language).initiative.periods[every](Math.ceil(Number(month) / (every === 'quarter' ? 3 : 6)), year);
}

function few(lines: readonly string[], more: (n: number) => string): readonly string[] {
  const { shown, left } = shorten(lines, most.lines);
  return left === 0 ? shown : [...shown, more(left)];
}
