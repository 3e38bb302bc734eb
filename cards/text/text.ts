import type { da } from './da/all.ts';

/** All words a card can say. The first language's file is the measure: another with a word missing does not build. */
export type Text = typeof da;
