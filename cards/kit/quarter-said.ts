import { type Language, textIn } from '../text/languages.ts';

/** A quarter, `2019-Q3`, in words. */
export function quarterSaid(quarter: string, language: Language): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return textIn(language).portfolio.quarter(Number(number), year);
}
