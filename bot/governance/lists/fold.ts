/** Names and headings are told apart in one way everywhere: not by capitals, accents, spaces, hyphens or full stops, and aa, ae and oe are å, æ and ø. */
export function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLocaleLowerCase('da')
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'oe')
    .replace(/å/g, 'aa')
    .replace(/&/g, ' og ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a name may stand for: itself, without what stands in brackets, and what stands there. */
export function readings(name: string): readonly string[] {
  const inside = [...name.matchAll(/\(([^()]+)\)/g)].map(([, words]) => words ?? '');
  return [...new Set([name, name.replace(/\([^()]*\)/g, ' '), ...inside].map(fold))].filter((each) => each !== '');
}

/** The known words nearest to one that is not known, so that somebody sees what they may have meant; none where nothing is near. */
export function nearestWords(written: string, known: readonly string[], most = 1): readonly string[] {
  const sought = fold(written);
  const limit = Math.max(2, Math.floor(sought.length / 3));
  return known
    .map((word) => ({ word, steps: distance(sought, fold(word)) }))
    .filter(({ steps }) => steps <= limit)
    .sort((a, b) => a.steps - b.steps)
    .slice(0, most)
    .map(({ word }) => word);
}

/** How many letters are wrong in one name, taken for the other. */
export function lettersWrong(written: string, meant: string): number {
  return distance(fold(written), fold(meant));
}

/** How many letters are changed, put in or left out on the way from one word to the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [nth, letter] of [...one].entries()) {
    const next = [nth + 1];
    for (const [at, theirs] of [...other].entries()) {
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === theirs ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
