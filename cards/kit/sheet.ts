import { createHash } from 'node:crypto';
import { acts, fieldData } from '../anatomy/acts.ts';
import { blocks, type PlacedPart } from '../anatomy/folds.ts';
import { type Tone, withMark } from '../anatomy/marks.ts';
import type { Act, Button, Field, SheetRow } from '../anatomy/parts.ts';
import { template } from '../anatomy/template.ts';

export type { Act, Button, Field, SheetRow } from '../anatomy/parts.ts';
export { template } from '../anatomy/template.ts';

/** Which version of the template a card was printed on; it goes along with every button, and into the ledger with a judgement. */
const printedOn = createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 12);

/** A block below the question: a heading, lines, facts or a chart, and links or buttons of its own. */
export interface SheetPart {
  readonly heading: string;
  readonly lines: readonly string[];
  /** An address to open, or a verb that is asked about `of`. */
  readonly leads?: { readonly open: string; readonly link: string } | { readonly open: string; readonly verb: string; readonly of: string };
  readonly buttons?: readonly Act[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly chart?: { readonly points: readonly { readonly x: string; readonly y: number }[]; readonly inWords: string };
  /** Only its heading stands, until it is pressed. */
  readonly folded?: boolean;
}
export interface TallyLine {
  readonly said: string;
  readonly under: string;
  readonly fold: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}
/** The very words that are asked about, and where they come from. */
export interface Lead {
  readonly from: string;
  readonly said: string;
  readonly more: readonly string[];
}
export interface Group {
  readonly heading: string;
  /** What the heading says of its rows. */
  readonly tone?: Tone;
  readonly rows: readonly SheetRow[];
  /** What was left out; '' where nothing was. */
  readonly more: string;
}
export interface Sheet {
  /** What kind of card it is, and whose: `Sag · It-temagruppen`. */
  readonly eyebrow: string;
  readonly title: string;
  readonly size?: 'Large' | 'Medium';
  /** The day as a leaf of a calendar. */
  readonly leaf?: { readonly month: string; readonly day: string; readonly weekday: string };
  readonly under: string;
  /** It stands above the question. */
  readonly lead?: Lead | null;
  readonly question: string;
  readonly byWhen: string;
  /** Nothing is asked any more: the frame is green. */
  readonly settled?: boolean;
  /** False: a reply that asks again what the card above it asks in its frame has none. */
  readonly framed?: boolean;
  /** Whom it waits for, and what else must be known to answer. */
  readonly waits?: readonly string[];
  /** Those whose answers it takes, and what each has said. */
  readonly keys?: readonly SheetRow[];
  /** Between the question and what there is to know. */
  readonly picture?: { readonly url: string; readonly alt: string };
  readonly counts?: readonly { readonly value: number; readonly word: string; readonly tone: Tone }[];
  /** How many of how many, in words, and what they are made up of behind a press beside it. */
  readonly tally?: TallyLine;
  readonly groups?: readonly Group[];
  readonly parts: readonly SheetPart[];
  readonly fields: readonly Field[];
  /** What stands below the fields. */
  readonly left?: string;
  /** What an empty required field says. */
  readonly missing: string;
  readonly buttons: readonly Act[];
  /** Ways onward, below all that there is to know. */
  readonly below?: readonly Act[];
  readonly why: readonly string[];
}

const mostRows = 4;
/** A title with more letters is smaller, so that it takes two lines on the narrowest phone. */
const mostLarge = 50;

/** The data of the one template: the question and its buttons in a frame, what there is to know, and the reason behind a press. */
export function sheet(said: Sheet): Readonly<Record<string, unknown>> {
  const { eyebrow, title, leaf = null, size = 'Large', under, question, byWhen, settled = false, framed = true, why } = said;
  const { lead = null, picture, waits = [], keys = [], counts = [], tally = null, groups = [], parts, fields, missing, left = '' } = said;
  const waited = waits.filter(Boolean).map((text) => ({ text }));
  const asks = question !== '' || byWhen !== '' || waited.length + keys.length + fields.length > 0;
  const upper = asks ? said.buttons : [];
  const lower = [...(asks ? [] : said.buttons), ...(said.below ?? [])];
  const known = blocks(parts.map(partData).filter(({ heading, filled, folded }) => filled || (heading !== '' && !folded)));
  const listed = groups.filter(({ rows }) => rows.length > 0).map(groupData);
  const more = (lead ? 1 : 0) + known.length + listed.length + counts.length + (tally ? 1 : 0) + upper.length + lower.length + why.length;
  return {
    eyebrow,
    title,
    size: leaf || title.length > mostLarge ? 'Medium' : size,
    leaf,
    under,
    lead: lead && { ...lead, more: lead.more.map((text) => ({ text })) },
    question,
    byWhen,
    asks,
    headed: asks || more > 0 || picture !== undefined || under !== '',
    tone: settled ? 'Good' : framed ? 'Emphasis' : 'Default',
    asksBelow: framed ? 'Default' : 'Small',
    waits: waited,
    keys: keys.map(rowData),
    picture: picture?.url ?? '',
    alt: picture?.alt ?? '',
    counts: counts.map(({ value, word, tone }) => ({
      value: String(value),
      word: withMark(word, tone).said,
      color: withMark(word, tone).color,
    })),
    tally,
    groups: listed,
    parts: known,
    fields: fieldData(fields, missing),
    left,
    upper: acts(upper, printedOn),
    lower: acts(lower, printedOn),
    why: why.filter(Boolean).map((text) => ({ text })),
  };
}

/** A card that has become one line. */
export function lineOnly(title: string): Readonly<Record<string, unknown>> {
  return sheet({ eyebrow: '', title, under: '', question: '', byWhen: '', parts: [], fields: [], missing: '', buttons: [], why: [] });
}

/** The form that asks for the day a card is to be of, and the button that opens it. */
export function dateForm(
  text: { readonly date: string; readonly show: string },
  date: string,
  back: string,
): Pick<Sheet, 'fields' | 'buttons'> {
  return {
    fields: [{ kind: 'date', id: 'asOf', label: text.date, value: date, required: false }],
    buttons: [
      { title: text.show, verb: 'asOf', sends: true, primary: true },
      { title: back, verb: 'view', sends: false },
    ],
  };
}

export function dateButton(title: string): Button {
  return { title, verb: 'open', open: 'asOf', sends: false };
}

function partData({ heading, lines, leads, buttons = [], facts = [], chart, folded = false }: SheetPart, at: number): PlacedPart {
  const leading: readonly Act[] = leads ? [leadOf(leads)] : [];
  const all = [...leading, ...buttons];
  return {
    id: `part-${at}`,
    heading,
    folded: folded && heading !== '',
    lines: lines.filter(Boolean).map((text) => ({ text })),
    facts,
    chart: chart ? { title: heading, ...chart } : null,
    acts: acts(all, printedOn),
    filled: lines.filter(Boolean).length + facts.length + all.length > 0 || chart !== undefined,
  };
}

function leadOf(leads: NonNullable<SheetPart['leads']>): Act {
  return 'link' in leads ? { title: leads.open, link: leads.link } : { title: leads.open, verb: leads.verb, of: leads.of, sends: false };
}

function groupData({ heading, tone = 'default', rows, more }: Group, at: number) {
  const { said, color } = withMark(heading, heading === '' ? 'default' : tone);
  const most = rows.length > mostRows + 1 ? mostRows : rows.length;
  return { id: `rows-${at}`, heading: said, color, rows: rows.slice(0, most).map(rowData), rest: rows.slice(most).map(rowData), more };
}

/** A word that stands alone has a narrow column of its own; a sentence has more room. */
function rowData({ first, second, third, tone }: SheetRow) {
  const { said, color } = withMark(second, tone);
  return { first, second: second === '' ? '' : said, third, color, width: said.length > 16 ? '124px' : '100px' };
}
