import { Temporal } from 'temporal-polyfill';
import type { Body, BodyId, Charter, Clause, IsoDate, Source, Stated, Terms, Words } from '../../governance/charter/charter.ts';
import type { Cadence } from '../../governance/charter/meetings.ts';
import { bodyOf, hasRunOut, termsInForce } from '../../governance/charter/terms.ts';

const defaultSource = 'ours, not from the documents';

/** A body and its terms on a date (null: the newest), line by line, each with its source. */
export function describeTerms(charter: Charter, body: Body, date: IsoDate | null, language: string): readonly string[] {
  const words = inLanguage(language);
  const terms = date === null ? (body.terms.at(-1) ?? null) : termsInForce(charter, body.id, date);
  const head = `${words(terms?.name ?? body.name)} (${body.id})${date === null ? '' : `, as of ${date}`}`;
  const named = body.named.map((source) => `  Named in     ${sourceText(source)}`);
  if (!terms) {
    const first = body.terms[0];
    const why = first ? `No terms were in force: the first begin ${first.from}.` : 'No document gives it terms of reference.';
    return [head, `  ${why}`, ...named];
  }
  return [
    head,
    ...period(terms, date),
    ...facts(charter, terms, date ?? terms.from, words),
    ...seats(charter, terms, words),
    ...clauses(terms, words),
    ...rest(terms, words),
  ];
}

/** `D0 §2, lines 104-108` */
export function sourceText({ document, section, lines }: Source): string {
  if (!lines) return `${document} ${section}`;
  return `${document} ${section}, ${lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}-${lines[1]}`}`;
}

export function cadenceText(cadence: Stated<Cadence>): string {
  if (!cadence.stated) return 'not stated';
  const { least, most, about, asNeeded } = cadence.value;
  const times =
    least === null ? '' : `${about ? 'about ' : ''}${least === most || most === null ? least : `${least}-${most}`} times a year`;
  return [times, asNeeded ? 'as needed' : ''].filter((each) => each !== '').join(' or ');
}

export function countText(min: number, max: number | null): string {
  if (max === null) return 'number not given';
  return min === max ? `${min}` : `${min}-${max}`;
}

/** The name a body bears on a date. */
export function namesOn(charter: Charter, id: BodyId, date: IsoDate): Words {
  return termsInForce(charter, id, date)?.name ?? bodyOf(charter, id)?.name ?? {};
}

export function inLanguage(language: string): (words: Words) => string {
  return (words) => words[language] ?? Object.values(words)[0] ?? '';
}

function period(terms: Terms, date: IsoDate | null): readonly string[] {
  const until = terms.until === null ? 'no end stated' : terms.until;
  const lines = [line('  In force', `${terms.from} to ${until}`, sourceText(terms.period))];
  if (date === null || terms.until === null || !hasRunOut(terms, date)) return lines;
  const since = Temporal.PlainDate.from(terms.until).add({ days: 1 });
  return [...lines, `  These terms have run out: since ${since}. They stay in force until others replace them (${defaultSource}).`];
}

function facts(charter: Charter, terms: Terms, date: IsoDate, words: (words: Words) => string): readonly string[] {
  const bodyNamed = (stated: Stated<string>) => (stated.stated ? words(namesOn(charter, stated.value, date)) : 'not stated');
  const of = (stated: Stated<unknown>) => (stated.stated ? clauseSource(charter, terms, stated.clause) : '');
  const keys = terms.keyRule.seats.flatMap((id) => terms.seats.find((seat) => seat.id === id) ?? []).map((seat) => words(seat.name));
  const keySource = terms.keyRule.clause === null ? defaultSource : clauseSource(charter, terms, terms.keyRule.clause);
  return [
    line('  For', words(terms.purpose), sourceText(terms.purposeSource)),
    line('  Above', bodyNamed(terms.above), of(terms.above)),
    line('  Secretariat', bodyNamed(terms.secretariat), of(terms.secretariat)),
    line('  Meets', cadenceText(terms.cadence), of(terms.cadence)),
    line('  Judged by', keys.length === 0 ? 'not stated' : keys.join(' and '), keys.length === 0 ? '' : keySource),
  ];
}

function seats(charter: Charter, terms: Terms, words: (words: Words) => string): readonly string[] {
  if (terms.seats.length === 0) return ['  Seats: not stated'];
  const sector = (id: string | null) => charter.collaboration.sectors.find((each) => each.id === id)?.name;
  return [
    '  Seats',
    ...terms.seats.map((seat) => {
      const from = sector(seat.sector);
      const what = `${countText(seat.min, seat.max)} × ${words(seat.name)}${from ? ` [${words(from)}]` : ''}`;
      return line(`    ${seat.role}`, what, clauseSource(charter, terms, seat.clause));
    }),
  ];
}

function clauses(terms: Terms, words: (words: Words) => string): readonly string[] {
  const titles = { competence: 'May', task: 'Tasks', duty: 'Duties', cadence: 'Cadence', seat: 'Composition' } as const;
  const seatClauses = new Set(terms.seats.map(({ clause }) => clause));
  return (['competence', 'task', 'duty', 'cadence', 'seat'] as const).flatMap((kind) => {
    const found = terms.clauses.filter((clause) => clause.kind === kind && !seatClauses.has(clause.id));
    if (found.length === 0) return [];
    return [
      `  ${titles[kind]}`,
      ...found.map((clause) => line('   ', `${words(clause.text)} (${stateText(clause)})`, sourceText(clause.source))),
    ];
  });
}

function rest(terms: Terms, words: (words: Words) => string): readonly string[] {
  const assumed = terms.assumed.map((each) => line('   ', words(each), defaultSource));
  const named = terms.holders.map(({ name, title, source }) => line('   ', `${name}, ${title}`, sourceText(source)));
  return [
    ...(assumed.length > 0 ? ['  Read into it', ...assumed] : []),
    ...(named.length > 0 ? ['  Named in the document (history, not today’s holders)', ...named] : []),
  ];
}

function stateText({ state }: Clause): string {
  switch (state.kind) {
    case 'enforced':
      return `enforced: ${state.by}`;
    case 'waits':
      return `waits for ${state.for}`;
    case 'not-automated':
      return `not automated: ${state.because}`;
  }
}

/** A clause may stand in other terms than those that name it. */
function clauseSource(charter: Charter, terms: Terms, id: string): string {
  const all = [...terms.clauses, ...charter.clauses, ...charter.bodies.flatMap((body) => body.terms).flatMap((each) => each.clauses)];
  const clause = all.find((each) => each.id === id);
  return clause ? sourceText(clause.source) : '';
}

function line(label: string, text: string, source: string): string {
  return `${label.padEnd(14)} ${text}${source === '' ? '' : `  {${source}}`}`;
}
