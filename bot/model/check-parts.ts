import { checkWords } from './check-words.ts';
import type { Known, Note } from './known.ts';
import type { Path } from './parts.ts';
import type { PartData } from './shape.ts';
import type { TermsData } from './shape-terms.ts';

/** What a part of the agreement hangs under is there, and nothing hangs under itself. */
export function checkPart(part: PartData, path: Path, known: Known, note: Note): void {
  checkWords(part.name, [...path, 'name'], known, note);
  if (part.state) checkWords(part.state.said, [...path, 'state', 'said'], known, note);
  (part.under ?? []).forEach((id, at) => {
    if (known.complete.clauses && !known.parts.has(id)) note([...path, 'under', at], `There is no part of the agreement "${id}".`);
    else if (isAbove(part.id, id, known)) note([...path, 'under', at], `"${part.id}" would hang under itself.`);
  });
  const [first, last] = part.when?.split('/') ?? [];
  if (first !== undefined && last !== undefined && last < first) note([...path, 'when'], `This ends ${last}, before it begins ${first}.`);
}

/** The solutions of a portfolio are parts of the agreement of that kind. */
export function checkPortfolio({ portfolio }: TermsData, path: Path, known: Known, note: Note): void {
  (portfolio?.solutions ?? []).forEach((id, at) => {
    if (known.complete.clauses && known.parts.get(id)?.kind !== 'solution') note([...path, at], `There is no solution "${id}".`);
  });
}

function isAbove(id: string, from: string, known: Known, seen: ReadonlySet<string> = new Set()): boolean {
  if (from === id) return true;
  if (seen.has(from)) return false;
  return (known.parts.get(from)?.under ?? []).some((each) => isAbove(id, each, known, new Set([...seen, from])));
}
