import type { Known, Note } from './known.ts';
import type { Path } from './parts.ts';

/** A text has the collaboration's first language, and no language it does not have. */
export function checkWords(words: Readonly<Record<string, string>>, path: Path, known: Known, note: Note): void {
  const first = known.languages[0] ?? '';
  if (!(first in words)) note(path, `The text is missing in "${first}".`);
  for (const language of Object.keys(words)) {
    if (!known.languages.includes(language)) note([...path, language], `"${language}" is not one of the languages of the collaboration.`);
  }
}
