import type { BodyId, Charter, IsoDate } from '../governance/charter/charter.ts';
import { bodyOf, termsInForce } from '../governance/charter/terms.ts';

/** What a body was called on a date. */
export function nameOf(charter: Charter, id: BodyId, date: IsoDate, language: string): string {
  const words = termsInForce(charter, id, date)?.name ?? bodyOf(charter, id)?.name ?? {};
  return words[language] ?? words[charter.collaboration.languages[0] ?? ''] ?? id;
}
