import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../bot/governance/charter/charter.ts';
import type { Counts, IndicatorLine, StatusMilestone, StatusReport, StatusRow } from '../../bot/governance/status/status.ts';
import type { Tone } from '../anatomy/marks.ts';
import { periodSaid } from '../initiative/said.ts';
import type { Desk } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { said, shortBody } from '../kit/said.ts';
import { shorten } from '../kit/shorten.ts';
import { type Language, textIn } from '../text/languages.ts';

/** A heading and its lines. */
export interface Section {
  /** It lies behind its heading. */
  readonly aside: boolean;
  readonly heading: string;
  readonly lines: readonly string[];
  /** The same as rows of a card, where each line has a name of its own; `more` says how many were left out. */
  readonly rows: readonly { readonly first: string; readonly third: string }[];
  readonly more: string;
  readonly tone: Tone;
}
/** A measured figure in words, and its values to be drawn, oldest first. */
export interface Measured extends Section {
  readonly points: readonly { readonly x: string; readonly y: number }[];
  /** The values in words, for whoever cannot see them drawn. */
  readonly inWords: string;
}
export interface StatusWords {
  readonly title: string;
  readonly name: string;
  readonly asOf: string;
  /** How many milestones there are, and how they stand. */
  readonly headline: string;
  /** The same beside the figures that say how they stand. */
  readonly brief: string;
  readonly counts: readonly { readonly value: number; readonly word: string; readonly tone: Tone }[];
  readonly sections: readonly Section[];
  readonly measured: readonly Measured[];
}

interface Most {
  /** Under a heading. */
  readonly lines: number;
  /** Of the milestones that stand in the open. */
  readonly rows: number;
  readonly charts: number;
  /** The year that need not be said. */
  readonly thisYear?: number;
}

/** A status in words, shortened where there is no room for all of it. The card and the command line say the same. */
export async function statusSaid(desk: Desk, report: StatusReport, language: Language, most: Most): Promise<StatusWords> {
  const { status: text, date } = textIn(language);
  const name = (body: string) => shortBody(desk.charter, body, language, report.date);
  const { headings } = text;
  const lists = [
    ['late', 'attention', report.milestones.filter(({ stands }) => stands === 'late')],
    ['at-risk', 'warning', report.milestones.filter(({ stands }) => stands === 'at-risk')],
    ['no-answer', 'none', report.milestones.filter(({ stands }) => stands === 'no-answer')],
    ['overdue', 'default', report.milestones.filter(({ stands, overdue }) => overdue && (stands === 'follows' || stands === 'not-asked'))],
  ] as const;
  const rows = await Promise.all(
    lists.map(async ([list, tone, all]) => {
      const said = await Promise.all(all.map((each) => milestoneSaid(desk, each, report, name, language, most.thisYear)));
      const { shown, left } = shorten(said, most.rows);
      const lines = said.map(({ line }) => line);
      return {
        ...cut(headings[list], lines, most.lines, language),
        tone,
        rows: shown.map(({ row }) => row),
        more: left > 0 ? text.more(left) : '',
      };
    }),
  );
  const each = report.each.length < 2 ? [] : report.each.map(({ body, counts }) => text.of(name(body), countsSaid(counts, language)));
  const aside = (section: Section): Section => ({ ...section, aside: true });
  const parts = (all: StatusReport['bareGoals']) => all.map((part) => said(part.name, language, desk.charter));
  const measured = await Promise.all(report.indicators.slice(0, most.charts).map((line) => measuredSaid(desk, line, language)));
  return {
    title: text.title(name(report.body)),
    name: shortBody(desk.charter, report.body, language, report.date),
    asOf: text.asOf(date(Temporal.PlainDate.from(report.date))),
    headline: report.counts.all === 0 ? text.none : countsSaid(report.counts, language),
    brief: report.counts.all === 0 ? text.none : briefSaid(report.counts, language),
    counts: report.counts.all === 0 ? [] : standingOf(report.counts, language),
    sections: [
      ...rows,
      ...[
        cut(headings.each, each, most.lines, language),
        cut(headings.bareGoals, parts(report.bareGoals), most.lines, language),
        cut(headings.unassigned, parts(report.unassigned), most.lines, language),
      ].map(aside),
    ].filter(({ lines }) => lines.length > 0),
    measured,
  };
}

/** A chart is small. */
const mostPoints = 8;

function cut(heading: string, lines: readonly string[], most: number, language: Language): Section {
  const { shown, left } = shorten(lines, most);
  return {
    aside: false,
    tone: 'default',
    rows: [],
    more: '',
    heading,
    lines: left > 0 ? [...shown, textIn(language).status.more(left)] : shown,
  };
}

/** The four figures that a reader looks for first. */
function standingOf(counts: Counts, language: Language): StatusWords['counts'] {
  const { follows, 'at-risk': atRisk, late, 'no-answer': none } = textIn(language).status.figures;
  return [
    { value: counts.follows + counts.done, word: follows, tone: 'good' },
    { value: counts['at-risk'], word: atRisk, tone: 'warning' },
    { value: counts.late, word: late, tone: 'attention' },
    { value: counts['no-answer'], word: none, tone: 'none' },
  ];
}

/** What the four figures do not say. */
function briefSaid(counts: Counts, language: Language): string {
  const { status: text } = textIn(language);
  const beside = (['not-asked', 'overdue'] as const).flatMap((each) => (counts[each] > 0 ? [text.counts[each](counts[each])] : []));
  return [text.all(counts.all), ...beside].join(' · ');
}

function countsSaid(counts: Counts, language: Language): string {
  const { status: text } = textIn(language);
  const order = ['late', 'at-risk', 'no-answer', 'follows', 'done', 'not-asked', 'overdue'] as const;
  const said = order.flatMap((each) => (counts[each] > 0 ? [text.counts[each](counts[each])] : []));
  return text.line(text.all(counts.all), said.join(' · '));
}

/** The milestone, who answers for it, its day, and what was said of it; where several carry it out, which of them say what. */
async function milestoneSaid(
  desk: Desk,
  { rows, stands, overdue }: StatusMilestone,
  { body: own, date: today }: StatusReport,
  name: (body: string) => string,
  language: Language,
  thisYear?: number,
): Promise<{ readonly line: string; readonly row: { readonly first: string; readonly third: string } }> {
  const { status: text, milestone, date } = textIn(language);
  const [first, ...more] = rows;
  if (!first) throw new Error('a milestone that nobody carries has no line');
  const deliverable = plain((await desk.words(first.deliverable.in, first.deliverable.text)) ?? '', 90) || text.erased;
  const due = Temporal.PlainDate.from(first.due);
  const told = (bodies: string, more: readonly string[]) => ({
    line: [text.row(deliverable, bodies, date(due, thisYear)), ...(overdue ? [text.overdue] : []), ...more].filter(Boolean).join(' · '),
    row: {
      first: deliverable,
      third: [bodies, text.due(date(due, Temporal.PlainDate.from(today).year)), ...more].filter(Boolean).join(' · '),
    },
  });
  if (more.length === 0) {
    const { expected, because } = await answerSaid(desk, first, language, thisYear);
    return told(first.by === own ? '' : name(first.by), [expected, because]);
  }
  const bodies = (of: readonly StatusRow[]) => of.map(({ by }) => name(by)).join(', ');
  const groups = [...Map.groupBy(rows, (row) => row.stands)];
  const each = groups.length < 2 ? [] : groups.map(([standing, of]) => milestone.each(milestone.standing[standing], bodies(of)));
  const worst = rows.filter((row) => row.stands === stands);
  const said = await Promise.all(
    worst.map(async (row) => {
      const { expected, because } = await answerSaid(desk, row, language, thisYear);
      return expected === '' ? '' : milestone.each(name(row.by), [expected, because].filter(Boolean).join(', '));
    }),
  );
  return told(bodies(rows), [...each, ...said]);
}

async function answerSaid(desk: Desk, { answer, stands }: StatusRow, language: Language, thisYear?: number) {
  const { status: text, date } = textIn(language);
  if (!answer?.expected || (stands !== 'late' && stands !== 'at-risk')) return { expected: '', because: '' };
  const because = answer.why ? plain((await desk.words(answer.textsIn, answer.why)) ?? '', 90) : '';
  return { expected: text.expected(date(Temporal.PlainDate.from(answer.expected), thisYear)), because };
}

async function measuredSaid(desk: Desk, { about, indicator, last, reached }: IndicatorLine, language: Language): Promise<Measured> {
  const { status: text } = textIn(language);
  const words = async (ref: typeof indicator.name) => plain((await desk.words(about, ref)) ?? '', 80) || text.erased;
  const period = (day: IsoDate) => periodSaid(indicator.every, day, language);
  const { baseline, target, direction } = indicator;
  const stands = [
    last === null ? text.noValue : text.now(text.number(last.value), period(last.of)),
    ...(baseline === null ? [] : [text.from(text.number(baseline))]),
    ...(target === null ? [] : [text.target(text.number(target), direction)]),
  ].join(', ');
  const points = indicator.values.slice(-mostPoints).map(({ of, value }) => ({ x: of, y: value }));
  return {
    aside: false,
    tone: 'default',
    rows: [],
    more: '',
    heading: await words(indicator.name),
    lines: [
      [
        `${text.indicator(stands, await words(indicator.unit))}.`,
        ...(reached === null ? [] : [reached ? text.reached : text.notReached]),
      ].join(' '),
    ],
    points: points.length < 2 ? [] : points,
    inWords: text.values(points.map(({ x, y }) => text.value(period(x), text.number(y))).join(' · ')),
  };
}
