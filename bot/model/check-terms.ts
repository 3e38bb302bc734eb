import { checkPart, checkPortfolio } from './check-parts.ts';
import { checkWords } from './check-words.ts';
import type { Known, Note } from './known.ts';
import type { Path } from './parts.ts';
import type { BodyData, PageData } from './shape.ts';
import type { SeatData, TermsData } from './shape-terms.ts';
import { clauseId, countOf, sourceOf } from './written.ts';

/** Checks that everything named in a file is there: languages, documents, lines, sectors, bodies, seats, clauses. */
export function checkTerms(page: PageData, known: Known, note: Note): void {
  (page.bodies ?? []).forEach((body, at) => {
    checkBody(body, ['bodies', at], known, note);
  });
  (page.shared ?? []).forEach(({ clauses }, at) => {
    checkClauses(clauses, ['shared', at, 'clauses'], known, note);
  });
  checkClauses(page.everyone?.clauses ?? [], ['everyone', 'clauses'], known, note);
  if (page.everyone?.speakUp !== undefined)
    checkReference(clauseId(page.everyone.prefix, page.everyone.speakUp), ['everyone', 'speakUp'], known, note);
  (page.corrected ?? []).forEach((each, at) => {
    checkWords(each.why, ['corrected', at, 'why'], known, note);
    checkVersionNamed(each.terms, ['corrected', at, 'terms'], known, note);
  });
  (page.formerly ?? []).forEach((each, at) => {
    checkVersionNamed(each.terms, ['formerly', at, 'terms'], known, note);
  });
  (page.gatherings ?? []).forEach((gathering, at) => {
    checkGathering(gathering, ['gatherings', at], known, note);
  });
  (page.agreement ?? []).forEach((part, at) => {
    checkPart(part, ['agreement', at], known, note);
    checkSource(part.source, ['agreement', at, 'source'], known, note);
    if (part.clause !== undefined) checkReference(part.clause, ['agreement', at, 'clause'], known, note);
  });
}

function checkVersionNamed(id: string, path: Path, known: Known, note: Note): void {
  if (known.complete.bodies && !known.versions.has(id))
    note(path, `There are no terms "${id}": a version is named by its body and its first day.`);
}

function checkGathering(gathering: NonNullable<PageData['gatherings']>[number], path: Path, known: Known, note: Note): void {
  checkWords(gathering.name, [...path, 'name'], known, note);
  checkBodyNamed(gathering.host, [...path, 'host'], known, note);
  gathering.who.forEach((each, at) => {
    if ('body' in each) checkBodyNamed(each.body, [...path, 'who', at, 'body'], known, note);
  });
  checkCount(gathering.yearly, [...path, 'yearly'], note);
  checkReference(gathering.clause, [...path, 'clause'], known, note);
}

function checkBody(body: BodyData, path: Path, known: Known, note: Note): void {
  checkWords(body.name, [...path, 'name'], known, note);
  if (body.short) checkWords(body.short, [...path, 'short'], known, note);
  if (body.language !== undefined && !known.languages.includes(body.language)) {
    note([...path, 'language'], `"${body.language}" is not one of the languages of the collaboration.`);
  }
  (body.named ?? []).forEach((source, at) => {
    checkSource(source, [...path, 'named', at], known, note);
  });
  (body.terms ?? []).forEach((terms, at) => {
    checkVersion(terms, body.terms?.[at - 1], [...path, 'terms', at], known, note);
  });
}

function checkVersion(terms: TermsData, before: TermsData | undefined, path: Path, known: Known, note: Note): void {
  const to = (...more: PropertyKey[]) => [...path, ...more];
  const clause = (reference: string, at: Path) => checkReference(clauseId(terms.prefix, reference), at, known, note);
  if (before && before.from >= terms.from) note(to('from'), `This version begins ${terms.from}, but the one before it ${before.from}.`);
  if (terms.until !== 'open' && terms.until < terms.from)
    note(to('until'), `The terms end ${terms.until}, before they begin ${terms.from}.`);
  if (known.complete.settings && !known.documents.has(terms.document)) note(to('document'), `There is no document "${terms.document}".`);
  checkSource(terms.period, to('period'), known, note);
  checkWords(terms.purpose, to('purpose'), known, note);
  checkSource(terms.purposeSource, to('purposeSource'), known, note);
  if (terms.name) checkWords(terms.name, to('name'), known, note);
  if (terms.firstMeeting) clause(terms.firstMeeting.clause, to('firstMeeting', 'clause'));
  for (const field of ['above', 'secretariat'] as const) {
    const stated = terms[field];
    if (stated === 'unknown') continue;
    checkBodyNamed(stated.body, to(field, 'body'), known, note);
    clause(stated.clause, to(field, 'clause'));
  }
  if (terms.cadence !== 'unknown') {
    clause(terms.cadence.clause, to('cadence', 'clause'));
    checkCount(terms.cadence.yearly, to('cadence', 'yearly'), note);
  }
  (terms.assumed ?? []).forEach((words, at) => {
    checkWords(words, to('assumed', at), known, note);
  });
  terms.seats.forEach((seat, at) => {
    checkSeat(seat, to('seats', at), known, note);
    if (seat.appointedBy) clause(seat.appointedBy.clause, to('seats', at, 'appointedBy', 'clause'));
  });
  if (known.complete.clauses) checkKeys(terms, to('keys'), note);
  if (typeof terms.keys === 'object' && terms.keys.clause !== undefined) clause(terms.keys.clause, to('keys', 'clause'));
  (terms.decides ?? []).forEach((reference, at) => {
    clause(reference, to('decides', at));
  });
  (terms.competence ?? []).forEach((rule, at) => {
    clause(rule.clause, to('competence', at, 'clause'));
    if (rule.to !== undefined) checkBodyNamed(rule.to, to('competence', at, 'to'), known, note);
  });
  (terms.tells ?? []).forEach((tell, at) => {
    clause(tell.clause, to('tells', at, 'clause'));
    checkBodyNamed(tell.body, to('tells', at, 'body'), known, note);
  });
  (terms.shared ?? []).forEach((set, at) => {
    if (known.complete.clauses && !known.shared.has(set)) note(to('shared', at), `There is no set of shared clauses "${set}".`);
  });
  (terms.links ?? []).forEach((link, at) => {
    checkBodyNamed(link.body, to('links', at, 'body'), known, note);
    clause(link.clause, to('links', at, 'clause'));
  });
  if (terms.everyCluster !== undefined) clause(terms.everyCluster, to('everyCluster'));
  if (terms.assess) clause(terms.assess.clause, to('assess', 'clause'));
  if (terms.groups !== undefined) clause(terms.groups, to('groups'));
  if (terms.spreads !== undefined) clause(terms.spreads, to('spreads'));
  if (terms.shares !== undefined) clause(terms.shares, to('shares'));
  if (terms.patients !== undefined) clause(terms.patients, to('patients'));
  if (terms.portfolio) clause(terms.portfolio.clause, to('portfolio', 'clause'));
  checkPortfolio(terms, to('portfolio', 'solutions'), known, note);
  checkClauses(terms.clauses, to('clauses'), known, note);
  (terms.holders ?? []).forEach((holder, at) => {
    checkSource(holder.source, to('holders', at, 'source'), known, note);
    if (known.complete.clauses && holder.seat !== undefined && !terms.seats.some(({ id }) => id === holder.seat)) {
      note(to('holders', at, 'seat'), `These terms have no seat "${holder.seat}".`);
    }
  });
}

function checkSeat(seat: SeatData, path: Path, known: Known, note: Note): void {
  checkWords(seat.name, [...path, 'name'], known, note);
  checkSource(seat.source, [...path, 'source'], known, note);
  checkCount(seat.count, [...path, 'count'], note);
  if (seat.sector !== undefined && known.complete.settings && !known.sectors.has(seat.sector))
    note([...path, 'sector'], `There is no sector "${seat.sector}".`);
  if (seat.from !== undefined && known.complete.settings && !known.organisations.has(seat.from))
    note([...path, 'from'], `There is no organisation "${seat.from}".`);
  if (seat.appointedBy) checkBodyNamed(seat.appointedBy.body, [...path, 'appointedBy', 'body'], known, note);
  (seat.clusters ?? []).forEach((cluster, at) => {
    if (known.complete.settings && !known.clusters.has(cluster)) note([...path, 'clusters', at], `There is no cluster "${cluster}".`);
  });
}

/** Keys are turned by different persons, so they belong to different seats, each of which exists. */
function checkKeys({ keys, seats }: TermsData, path: Path, note: Note): void {
  (keys === undefined || keys === 'none' ? [] : keys.seats).forEach((id, at, all) => {
    if (!seats.some((seat) => seat.id === id)) note([...path, 'seats', at], `These terms have no seat "${id}".`);
    if (all.indexOf(id) !== at) note([...path, 'seats', at], `The seat "${id}" holds two keys of the same judgement.`);
  });
}

function checkClauses(clauses: TermsData['clauses'], path: Path, known: Known, note: Note): void {
  clauses.forEach((clause, at) => {
    checkWords(clause.text, [...path, at, 'text'], known, note);
    checkSource(clause.source, [...path, at, 'source'], known, note);
  });
}

function checkSource(written: string, path: Path, known: Known, note: Note): void {
  const { document, lines } = sourceOf(written);
  const length = known.documents.get(document);
  if (length === undefined && known.complete.settings) note(path, `There is no document "${document}".`);
  if (length === undefined || !lines) return;
  if (lines[0] < 1 || lines[1] > length)
    note(path, `${document} has ${length} lines; there is no line ${lines[0] < 1 ? lines[0] : lines[1]}.`);
  else if (lines[0] > lines[1]) note(path, `Lines ${lines.join('-')} end before they begin.`);
}

function checkCount(written: number | string, path: Path, note: Note): void {
  const { min, max } = countOf(written);
  if (max !== null && min > max) note(path, `"${written}" is from more to fewer.`);
}

function checkBodyNamed(body: string, path: Path, known: Known, note: Note): void {
  if (known.complete.bodies && !known.bodies.has(body)) note(path, `There is no body "${body}".`);
}

function checkReference(id: string, path: Path, known: Known, note: Note): void {
  if (known.complete.clauses && !known.clauses.has(id)) note(path, `There is no clause "${id}".`);
}
