import type { Quarter } from '../bot/governance/run-out.ts';
import type { Language } from './card.ts';
import { textIn } from './text/languages.ts';

/** A quarter in words. */
export function quarterSaid(quarter: Quarter, language: Language): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return textIn(language).portfolio.quarter(Number(number), year);
}
