import { createHash } from 'node:crypto';
import type { Choice } from './people.ts';
import template from './sheet.json' with { type: 'json' };

/** Which version of the template a card was printed on; it goes along with every button, and into the ledger with a judgement. */
const printedOn = createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 12);

/** A block below the question: a heading, lines, and a link or a button of its own. */
export interface SheetPart {
  readonly heading: string;
  readonly lines: readonly string[];
  /** An address to open, or a verb that is asked about `of`. */
  readonly leads?: { readonly open: string; readonly link: string } | { readonly open: string; readonly verb: string; readonly of: string };
}
interface Asked {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
}
export type Field =
  | (Asked & { readonly kind: 'text'; readonly most: number; readonly long?: boolean; readonly hint?: string; readonly required: boolean })
  | (Asked & { readonly kind: 'date' | 'time'; readonly required: boolean })
  | (Asked & { readonly kind: 'one'; readonly choices: readonly Choice[]; readonly style: 'compact' | 'expanded' | 'filtered' })
  | (Asked & { readonly kind: 'several'; readonly choices: readonly Choice[] });
/** What is printed on a button goes along with it. `sends`: so does what was typed. */
export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly open?: string;
  /** The version of what is shown: a judgement counts for what was read. */
  readonly shown?: string;
  readonly of?: string;
  readonly sends: boolean;
}
export interface Sheet {
  readonly title: string;
  readonly size: 'Large' | 'Medium';
  readonly under: string;
  readonly question: string;
  readonly byWhen: string;
  /** Between the question and what there is to know. */
  readonly picture?: { readonly url: string; readonly alt: string };
  readonly parts: readonly SheetPart[];
  readonly fields: readonly Field[];
  /** What an empty required field says. */
  readonly missing: string;
  readonly buttons: readonly Button[];
  readonly why: readonly string[];
}

/** The data of `sheet.json`: a question, what there is to know, a form, and buttons, for cards that differ in what they say and not in how. */
export function sheet({ picture, parts, fields, missing, buttons, why, ...rest }: Sheet): Readonly<Record<string, unknown>> {
  return {
    ...rest,
    picture: picture?.url ?? '',
    alt: picture?.alt ?? '',
    parts: parts
      .filter(({ heading, lines, leads }) => heading !== '' || lines.length > 0 || leads)
      .map(({ heading, lines, leads }) => ({
        heading,
        lines: lines.map((text) => ({ text })),
        open: leads?.open ?? '',
        link: leads && 'link' in leads ? leads.link : '',
        verb: leads && 'verb' in leads ? leads.verb : '',
        of: leads && 'of' in leads ? leads.of : '',
      })),
    fields: fields.map((field) => ({ required: true, long: false, hint: '–', value: '', ...field, missing })),
    buttons: buttons.map(({ title, verb, open = '', shown = '', of = '', sends }) => ({
      title,
      verb,
      open,
      shown,
      of,
      sends: sends ? 'auto' : 'none',
      template: printedOn,
    })),
    why: why.map((text, at) => ({ text, first: at === 0, spacing: at === 0 ? 'Default' : 'None' })),
  };
}
