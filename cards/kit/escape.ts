/**
 * Makes words that somebody typed, or a name, safe inside a card: they read the same, but no client finds a mention, a link, a style or a
 * template expression in them. One line, no invisible direction marks, at most `most` characters.
 */
export function plain(words: string, most = 80): string {
  const line = words
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return lookalikes.reduce((each, [risky, safe]) => each.replace(risky, safe), cut(line, most));
}

/** Look-alikes rather than backslashes: they hold whichever rules a client has, and also where text is not read as markdown at all. */
const lookalikes: readonly (readonly [RegExp, string])[] = [
  [/</gu, '‹'],
  [/>/gu, '›'],
  [/\*/gu, '∗'],
  [/`/gu, 'ˋ'],
  [/~/gu, '∼'],
  [/\\/gu, '∖'],
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '＿'],
  [/&(?=#|[a-z]+;)/giu, '＆'],
  [/\](?=[([:])/gu, '] '],
  [/\$(?=\{)/gu, '＄'],
  [/\{(?=\{)/gu, '{ '],
  [/:\/\//gu, ':∕∕'],
  [/(www)\./giu, '$1․'],
  [/(mailto|\btel):/giu, '$1꞉'],
  [/^([-+]|#{1,6}|\d{1,9}[.)]) /u, '$1\u00a0'],
];

function cut(line: string, most: number): string {
  if (line.length <= most) return line;
  const kept: string[] = [];
  let length = 1;
  for (const { segment } of new Intl.Segmenter('da', { granularity: 'grapheme' }).segment(line)) {
    length += segment.length;
    if (length > most) break;
    kept.push(segment);
  }
  return `${kept.join('').trimEnd()}…`;
}
