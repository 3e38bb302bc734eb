/** The letters in which Excel saves text. */
export const letters = ['utf-8', 'utf-8-marked', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Letters = (typeof letters)[number];

export function encoded(text: string, as: Letters): Buffer {
  switch (as) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-marked':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from([...text].map((letter) => high.get(letter) ?? letter.codePointAt(0) ?? 0));
  }
}

/** Where Windows-1252 is not Latin-1: its dashes and quotation marks. */
const high: ReadonlyMap<string, number> = new Map([
  ['–', 0x96],
  ['—', 0x97],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['…', 0x85],
]);
