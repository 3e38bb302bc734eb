import type { Charter, Clause, ClauseId, CompetenceRule, IsoDate, Terms } from '../../bot/governance/charter/charter.ts';
import { clauseNamed, reference, references, said, shortBody } from '../kit/said.ts';
import { shorten } from '../kit/shorten.ts';
import { type Language, textIn } from '../text/languages.ts';

const most = 8;

/** What a body decides itself; a thing that several documents say is said once. */
export function decidesItself(charter: Charter, terms: Terms, language: Language): readonly string[] {
  const up = new Set(judged(charter, terms).map(({ text }) => said(text, language, charter, 240)));
  const own = terms.clauses.filter(({ id, kind }) => kind === 'competence' || terms.decides.includes(id));
  const lines = [...together(own, charter, language)].filter(([words]) => !up.has(words));
  return listed(
    lines.map(([words, where]) => `${words} (${references(charter, terms, where, language)})`),
    language,
  );
}

/** To whom it sends what it does not decide, and which cases those are. */
export function sentUp(charter: Charter, terms: Terms, date: IsoDate, language: Language): readonly string[] {
  const text = textIn(language);
  const { above } = terms;
  const to = above.stated
    ? `${text.organ.upTo(shortBody(charter, above.value, language, date))} (${reference(charter, terms, above.clause, language)})`
    : text.notStated;
  const rules = terms.competence.filter(
    ({ verdict, clause }) => verdict === 'goes-to' && !terms.clauses.some(({ id }) => id === clause && decides(terms, id)),
  );
  const kinds = rules.map((rule) => `${casesOf(charter, terms, rule, language)} (${reference(charter, terms, rule.clause, language)})`);
  const weighed = [...together(judged(charter, terms), charter, language)];
  const lines = weighed.map(([words, where]) => `${words} (${references(charter, terms, where, language)})`);
  return listed([to, ...lines, ...new Set(kinds)], language);
}

/** The clauses by which the chairs judge whether a case goes up, and those that say the same in other documents. */
function judged(charter: Charter, terms: Terms): readonly Clause[] {
  const named = terms.competence.flatMap(({ verdict, clause }) =>
    verdict === 'chairs-judge' ? (clauseNamed(charter, terms, clause) ?? []) : [],
  );
  const same = (one: Clause, other: Clause) => Object.entries(one.text).every(([language, words]) => other.text[language] === words);
  return terms.clauses.filter((each) => named.some((clause) => same(clause, each)));
}

function decides(terms: Terms, id: ClauseId): boolean {
  return terms.competence.some(({ clause, verdict }) => clause === id && verdict === 'decides');
}

/** The kinds and weights a rule names; where it has exceptions, the clause in its own words. */
function casesOf(charter: Charter, terms: Terms, { clause, kinds, any, unless }: CompetenceRule, language: Language): string {
  const { matter, organ } = textIn(language);
  const named = clauseNamed(charter, terms, clause);
  if (unless.length > 0 && named) return said(named.text, language, charter, 240);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  if (kinds.length === 0) return organ.weighing(list.format(any.map((each) => matter.weights[each])));
  return list.format(kinds.map((each, at) => (at === 0 ? matter.kinds[each] : lowered(matter.kinds[each]))));
}

function lowered(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}

function together(clauses: readonly Clause[], charter: Charter, language: Language): ReadonlyMap<string, readonly ClauseId[]> {
  const places = new Map<string, readonly ClauseId[]>();
  for (const clause of clauses) {
    const words = said(clause.text, language, charter, 240);
    places.set(words, [...(places.get(words) ?? []), clause.id]);
  }
  return places;
}

function listed(lines: readonly string[], language: Language): readonly string[] {
  const { shown, left } = shorten([...lines], most);
  return lines.length > 0 ? [...shown, ...(left > 0 ? [textIn(language).left(left)] : [])] : [textIn(language).notStated];
}
