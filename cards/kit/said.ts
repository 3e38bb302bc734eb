import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, Clause, ClauseId, IsoDate, Source, Terms, Words } from '../../bot/governance/charter/charter.ts';
import { bodyOf, hasRunOut, seatOf, termsInForce } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { Names } from '../text/refusals.ts';
import type { Desk } from './card.ts';
import { plain } from './escape.ts';

/** The model's words in the reader's language, else in the collaboration's first. */
export function said(words: Words, language: Language, charter: Charter, most = 120): string {
  return plain(words[language] ?? words[charter.collaboration.languages[0] ?? ''] ?? '', most);
}

/** What a body is called on a date. */
export function bodyName(charter: Charter, id: BodyId, language: Language, date: IsoDate): string {
  const words = termsInForce(charter, id, date)?.name ?? bodyOf(charter, id)?.name;
  return words ? said(words, language, charter) : plain(id);
}

/** The body's short name, for inside a sentence and above a title. */
export function shortBody(charter: Charter, id: BodyId, language: Language, date: IsoDate): string {
  const short = bodyOf(charter, id)?.short;
  return short ? said(short, language, charter, 60) : bodyName(charter, id, language, date);
}

/** What a sentence calls the body: the noun of its kind, `styregruppen`; `of` is its genitive, `styregruppens`. */
export function nounOf(charter: Charter, id: BodyId, language: Language): { readonly noun: string; readonly of: string } {
  const kind = bodyOf(charter, id)?.kind ?? '';
  const known = charter.collaboration.nouns.find(({ kinds }) => kinds.includes(kind));
  return known ? { noun: said(known.definite, language, charter), of: said(known.genitive, language, charter) } : textIn(language).anyBody;
}

export function sectorName(charter: Charter, id: string | null, language: Language): string | null {
  const sector = charter.collaboration.sectors.find((each) => each.id === id);
  return sector ? said(sector.name, language, charter) : null;
}

/** What a refusal's sentence calls things, in a body on a date. */
export function namesIn(charter: Charter, body: BodyId | null, language: Language, now: Temporal.Instant): Names {
  const date = dateAt(charter, now);
  const terms = body ? termsInForce(charter, body, date) : null;
  return {
    body: (id) => shortBody(charter, id, language, date),
    seat: (id) => {
      const seat = seatOf(terms, id);
      return seat ? said(seat.name, language, charter) : plain(id);
    },
    sector: (id) => sectorName(charter, id, language) ?? plain(id),
    clause: (id) => (id && terms ? ` (${reference(charter, terms, id, language)})` : ''),
  };
}

/** Where a clause stands, as one cites it: document and section. It may stand in other terms than those that name it. */
export function reference(charter: Charter, terms: Terms, id: ClauseId, language: Language): string {
  return references(charter, terms, [id], language);
}

/** Where several clauses stand; each section of each document once. */
export function references(charter: Charter, terms: Terms, ids: readonly ClauseId[], language: Language): string {
  const found = ids.flatMap((id) => clauseNamed(charter, terms, id)?.source ?? []);
  const said =
    found.length > 0 ? found.map((source) => sourceSaid(charter, source, language)) : [documentSaid(charter, terms.document, language)];
  return plain([...new Set(said)].join('; '), 300);
}

export function sourceSaid(charter: Charter, { document, section }: Source, language: Language): string {
  const known = charter.collaboration.documents.find(({ short }) => short === document);
  const inside = known?.unnamed?.includes(section) ? '' : section;
  return plain(textIn(language).place(documentSaid(charter, document, language), inside, known?.sections?.[section] ?? ''), 200);
}

function documentSaid({ collaboration }: Charter, short: string, language: Language): string {
  const known = collaboration.documents.find((each) => each.short === short);
  return known?.cited?.[language] ?? known?.title ?? short;
}

export function clauseNamed(charter: Charter, terms: Terms, id: ClauseId): Clause | undefined {
  const named = ({ clauses }: { readonly clauses: readonly Clause[] }) => clauses.find((each) => each.id === id);
  const others = () => charter.bodies.flatMap((body) => body.terms).map(named);
  return named(terms) ?? named(charter) ?? others().find((each) => each !== undefined);
}

/** "Why do I get this?": the clause and since when it holds; where no document says it, that it is ours. */
export function why(desk: Desk, terms: Terms | null, clause: ClauseId | null, language: Language): string {
  const text = textIn(language);
  if (!terms || !clause) return text.why.ours;
  const day = (date: IsoDate) => text.date(Temporal.PlainDate.from(date));
  const line = text.why.clause(reference(desk.charter, terms, clause, language));
  return terms.until !== null && hasRunOut(terms, dateAt(desk.charter, desk.now)) ? `${line}${text.why.runOut(day(terms.until))}` : line;
}
