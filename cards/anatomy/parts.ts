import type { Tone } from './marks.ts';

/** A line of a choice set. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}
interface Asked {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
}
export type Field =
  | (Asked & { readonly kind: 'text'; readonly most: number; readonly long?: boolean; readonly hint?: string; readonly required: boolean })
  | (Asked & { readonly kind: 'date' | 'time'; readonly required: boolean })
  | (Asked & {
      readonly kind: 'one';
      readonly choices: readonly Choice[];
      readonly style: 'compact' | 'expanded' | 'filtered';
      readonly hint?: string;
      readonly required?: boolean;
    })
  | (Asked & { readonly kind: 'several'; readonly choices: readonly Choice[]; readonly style?: 'expanded' | 'filtered' });
interface Placed {
  readonly title: string;
  /** The one service on the card; a choice between ways is never one. */
  readonly primary?: boolean;
  /** It stands in the menu of further actions. */
  readonly aside?: boolean;
}
/** What is printed on a button goes along with it. `sends`: so does what was typed. */
export interface Button extends Placed {
  readonly verb: string;
  readonly open?: string;
  /** The version of what is shown: a judgement counts for what was read. */
  readonly shown?: string;
  readonly of?: string;
  readonly picks?: Readonly<Record<string, string>>;
  readonly sends: boolean;
}
export interface LinkAct extends Placed {
  readonly link: string;
}
/** It unfolds a few fields on the card itself, and what sends them. */
export interface Writes extends Placed {
  readonly writes: { readonly note: string; readonly fields: readonly Field[]; readonly missing: string; readonly submit: Button };
}
export type Act = Button | LinkAct | Writes;

/** One line of a list: what it is, who and when below it, and how it stands beside it. */
export interface SheetRow {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly tone: Tone;
}
