import type { BodyId, Charter, Clause, ClauseId, IsoDate } from '../../bot/governance/charter/charter.ts';
import { type CompetenceAnswer, competenceOn, onward } from '../../bot/governance/charter/competence.ts';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { type Language, textIn } from '../text/languages.ts';
import { plain } from './escape.ts';
import { said, shortBody, sourceSaid } from './said.ts';

/** Who may decide a matter in a body, in a sentence. */
export function verdictSaid(charter: Charter, body: BodyId, { verdict, to }: CompetenceAnswer, language: Language, date: IsoDate): string {
  const name = (id: BodyId | null) => (id === null ? '' : shortBody(charter, id, language, date));
  return textIn(language).verdict[verdict](name(body), name(to));
}

/** The clauses of an answer, each in words with where it stands; what is not from the terms says so. */
export function chainSaid(
  charter: Charter,
  { chain, ours }: Pick<CompetenceAnswer, 'chain' | 'ours'>,
  language: Language,
): readonly string[] {
  const text = textIn(language).verdict;
  const lines = chain.flatMap((id) => {
    const clause = clauseIn(charter, id);
    return clause ? [text.clause(said(clause.text, language, charter, 200), sourceSaid(charter, clause.source, language))] : [];
  });
  return ours ? [...lines, text.ours] : lines;
}

/** The clause of that id, wherever in the model it stands. */
export function clauseIn(charter: Charter, id: ClauseId): Clause | null {
  const all = [charter.clauses, ...charter.bodies.flatMap((body) => body.terms.map((terms) => terms.clauses))];
  return all.flat().find((clause) => clause.id === id) ?? null;
}

/** The bodies a case would come to from one, until one decides it. */
export function bodiesOnward(charter: Charter, from: BodyId, matter: Matter, date: IsoDate, been: readonly BodyId[]): readonly BodyId[] {
  const way: BodyId[] = [];
  for (let at = from; competenceOn(charter, at, matter, date).verdict !== 'decides'; ) {
    const { to } = onward(charter, at, matter, date, [...been, ...way]);
    if (to === null) break;
    way.push(to);
    at = to;
  }
  return way;
}

/** Whose keys turn in a body, and which clause says so. */
export function keysSaid(charter: Charter, body: BodyId, language: Language, date: IsoDate): string {
  const text = textIn(language).verdict;
  const terms = termsInForce(charter, body, date);
  if (!terms || terms.keyRule.seats.length === 0) return '';
  const seats = terms.keyRule.seats.map((id) => seatSaid(charter, body, id, language, date)).join(' + ');
  const clause = terms.keyRule.clause === null ? null : clauseIn(charter, terms.keyRule.clause);
  return clause ? text.keys(seats, sourceSaid(charter, clause.source, language)) : text.keysOurs(seats);
}

export function seatSaid(charter: Charter, body: BodyId, id: string, language: Language, date: IsoDate): string {
  const seat = termsInForce(charter, body, date)?.seats.find((each) => each.id === id);
  return seat ? said(seat.name, language, charter, 60) : plain(id);
}
