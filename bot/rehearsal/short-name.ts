import type { Body, BodyId, Charter } from '../governance/charter/charter.ts';

const begins =
  /^(Temagruppen for|Klyngestyregruppen for|Forløbsprogramgruppen for|The theme group for|The cluster steering group for|The care-pathway programme group for|Care-pathway programme group for) /i;
const mostLetters = 24;

/** What a body is called where there is little room: without what kind of group it is, and without what stands in brackets. */
export function shortName(charter: Charter, id: BodyId, language: string): string {
  const body = charter.bodies.find((each) => each.id === id);
  const letters = body?.aliases[0] ?? '';
  if (letters.length === 3 && language === charter.collaboration.languages[0]) return letters.toLocaleUpperCase();
  const whole = body ? nameIn(charter, body, language) : id;
  const bare = whole
    .replace(begins, '')
    .replace(/ \([^)]*\)/g, '')
    .replace(/^the /i, '')
    .replace(/^Klyngestyregruppe (?=\d)/, 'Klynge ')
    .replace(/^Cluster steering group (?=\d)/i, 'Cluster ')
    .trim();
  const [first = bare] = bare.length > mostLetters ? bare.split(/,|(?<!-) og | and |(?<=^Formandskabet) for |(?<=^Chairs) of /) : [bare];
  return first.charAt(0).toLocaleUpperCase() + first.slice(1);
}

function nameIn({ collaboration }: Charter, { name, id }: Body, language: string): string {
  return name[language] ?? name[collaboration.languages[0] ?? ''] ?? id;
}
