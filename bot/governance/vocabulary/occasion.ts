import type { BodyId, IsoDate } from '../charter/charter.ts';
import type { HalfYear, Quarter } from '../time/periods.ts';
import type { CardName } from './card-name.ts';
import type { IsoInstant } from './stream.ts';
import type { AskedPrompt } from './turn.ts';

/** What marks one occasion out among those of its kind. */
interface Marks {
  readonly none: null;
  readonly day: IsoDate;
  readonly moment: IsoDate | IsoInstant;
  readonly month: string;
  readonly quarter: Quarter;
  readonly half: HalfYear;
  readonly count: number;
  readonly body: BodyId;
  readonly plan: { readonly plan: BodyId; readonly on: IsoDate };
  readonly errand: string;
  readonly asking: string;
}
type Mark = keyof Marks;

const away = { in: 'body' } as const;
const silent = { reminded: 'day', deputy: 'day', secretariat: 'day' } as const satisfies Readonly<Record<AskedPrompt, Mark>>;
const asked = { ...silent, told: 'count' } as const;
/** What cards of these names reminded of is read in older ledgers; they are drawn no more. */
type Gone = 'group-note' | 'work-plan-note' | 'year-note';

/** Every kind of occasion that a card stands for, and what marks it; '' where the mark says it all. A new reminder begins here. */
const forms = {
  meeting: away,
  reminder: { reminder: 'day' },
  /** The asking, and how often it has been reminded of: `vocabulary/ask.ts` says how. */
  ask: { '': 'asking' },
  'unanswered-note': { said: 'day' },
  note: {
    call: 'day',
    'agenda-out': 'none',
    'minutes-out': 'none',
    changed: 'count',
  },
  case: away,
  'case-told': { '': 'body' },
  'case-note': { ...silent, receipt: 'day', written: 'day', stands: 'day', back: 'moment', answer: 'moment', outcome: 'moment' },
  request: away,
  'request-note': { ...silent, receipt: 'day', 'due-soon': 'day', overdue: 'day', report: 'count', back: 'count', outcome: 'none' },
  group: away,
  'group-note': { ...silent, ending: 'day', overdue: 'day', receipt: 'day', report: 'none' },
  experience: away,
  'experience-note': { ...asked, outcome: 'count' },
  'flag-note': asked,
  initiative: away,
  'work-plan-note': silent,
  portfolio: { '': 'quarter' },
  'milestone-plan': { version: 'count' },
  'milestone-note': { ...silent, attention: 'plan' },
  'check-in': { 'check-in': 'day' },
  status: { status: 'quarter' },
  'terms-run-out': { 'run-out': 'quarter' },
  'assess-terms': { assess: 'quarter' },
  'year-note': { reminded: 'day', secretariat: 'day' },
  'year-short': { short: 'day' },
  'seat-empty': { vacant: 'day' },
  anchor: { '': 'month' },
  'errand-refused': { '': 'errand' },
  'turned-down': { at: 'moment' },
  /** Which answer: the moment of the report that was received, or the no that was answered. */
  'answer-note': { '': 'asking' },
  'channel-away': { since: 'moment' },
  /** What the clock does without a card of that name: it is only written, so that late or twice is the same occurrence. */
  clock: {
    patients: 'half',
    indicators: 'quarter',
    'run-out': 'quarter',
    assess: 'quarter',
    portfolio: 'quarter',
    status: 'quarter',
    years: 'day',
    silence: 'day',
    'check-in': 'day',
    shown: 'day',
    over: 'moment',
    close: 'day',
    away: 'moment',
    lost: 'moment',
    unanswered: 'day',
    vacant: 'day',
    passes: 'day',
    remind: 'asking',
    'close-ask': 'asking',
  },
} as const satisfies { readonly [C in CardName | Gone | 'clock']?: Readonly<Record<string, Mark>> };
type Forms = typeof forms;

/** What may stand for an occasion: a card whose name says which, or the clock. */
export type Occasioned = keyof Forms;
/** The kinds of occasion that a card has. */
export type What<C extends Occasioned> = { [N in C]: keyof Forms[N] & string }[C];
/** Why a card stands, or why the clock strikes; where it is not the first of its cards, also whose channel it is in, or whom it is said to. */
export type Occasion<C extends Occasioned> = {
  [N in C]: {
    [W in keyof Forms[N]]: {
      readonly what: W;
      readonly mark: Marks[Forms[N][W] & Mark];
      readonly in?: BodyId | null;
      readonly to?: BodyId | null;
    };
  }[keyof Forms[N]];
}[C];

declare const of: unique symbol;
/** An occasion as text: the end of a notice's key, on a button and in the ledger. Only this file puts it together or takes it apart. */
export type OccasionText<C extends Occasioned> = string & { readonly [of]: C };

export function writeOccasion<C extends Occasioned>({ what, mark, in: channel, to }: Occasion<C>): OccasionText<C> {
  const parts = [what, markWritten(mark), channel ? `in-${channel}` : '', to ? `to-${to}` : ''];
  return parts.filter((each) => each !== '').join('-') as OccasionText<C>;
}

/** A button and an old notice carry it as text; null: a card of that name has no such occasion. */
export function readOccasion<C extends Occasioned>(card: C, text: string | null): Occasion<C> | null {
  for (const [what, form] of Object.entries<Mark>(forms[card])) {
    const found = patterned.get(`${what} ${form}`)?.exec(text ?? '')?.groups;
    if (!found) continue;
    const mark = readers[form](found.mark ?? '');
    return { what, mark, in: found.in ?? null, to: found.to ?? null } as unknown as Occasion<C>;
  }
  return null;
}

function markWritten(mark: Marks[Mark]): string {
  if (mark === null) return '';
  return typeof mark === 'object' ? `${mark.plan}-${mark.on}` : String(mark);
}

const readers: { readonly [M in Mark]: (text: string) => unknown } = {
  none: () => null,
  day: String,
  moment: String,
  month: String,
  quarter: String,
  half: String,
  count: Number,
  body: String,
  plan: (text) => ({ plan: text.slice(0, -1 - dayLength), on: text.slice(-dayLength) }),
  errand: String,
  asking: String,
};
const dayLength = '2015-03-02'.length;
const id = '[a-z0-9][a-z0-9.-]*';
const day = '\\d{4}-\\d\\d-\\d\\d';
const patterns: { readonly [M in Mark]: string } = {
  none: '',
  day,
  moment: `${day}(?:T[\\d:.]+Z)?`,
  month: '\\d{4}-\\d\\d',
  quarter: '\\d{4}-Q[1-4]',
  half: '\\d{4}-H[12]',
  count: '\\d{1,6}',
  body: id,
  plan: `${id}-${day}`,
  errand: '.+',
  asking: '.+',
};

const patterned: ReadonlyMap<string, RegExp> = new Map(
  Object.values(forms).flatMap((kinds) =>
    Object.entries<Mark>(kinds).map(([what, form]) => [`${what} ${form}`, pattern(what, form)] as const),
  ),
);

function pattern(what: string, form: Mark): RegExp {
  const begins = [what, form === 'none' ? '' : `(?<mark>${patterns[form]})`].filter((each) => each !== '').join('-');
  const ends = form === 'body' || form === 'errand' || form === 'asking' ? '' : `(?:-in-(?<in>${id}))?(?:-to-(?<to>${id}))?`;
  return new RegExp(`^${begins}${ends}$`);
}
