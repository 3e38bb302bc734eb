import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';

/** Adds to a YAML file as its keeper would: what stands in it stays as it is written, to the letter. */

/** The place in a file is written in a way that nothing can be added to by itself. */
export class NoPlaceFor extends Error {
  readonly code = 'no-place-for';
}

/** One more item last in the list at a path; where there is no list yet, it is begun. */
export function withItem(text: string, path: readonly (string | number)[], item: unknown): string {
  const document = parseDocument(text);
  const list: unknown = document.getIn(path, true);
  if (isSeq(list) && !list.flow && list.range && list.items.length > 0) {
    const column = columnOf(text, list.range[0]);
    return insertedAfter(text, list.range[1], indented(stringify([item], { lineWidth: 0 }), column));
  }
  const around: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (list !== undefined || !isMap(around) || around.flow || !around.range) throw new NoPlaceFor(path.join(' '));
  const [first] = around.items;
  const column = isScalar(first?.key) && first.key.range ? columnOf(text, first.key.range[0]) : 0;
  return insertedAfter(text, around.range[1], indented(stringify({ [String(path.at(-1))]: [item] }, { lineWidth: 0 }), column));
}

/** Words that go into the list under a key of the map at a path. */
export interface MoreWords {
  readonly path: readonly (string | number)[];
  readonly words: readonly string[];
}

/** More words in lists that stand on one line. `instead`: a key that goes where its map has no such list yet. */
export function withWords(text: string, key: string, more: readonly MoreWords[], instead: string): string {
  const document = parseDocument(text);
  const edits = more.map(({ path, words }) => {
    const list: unknown = document.getIn([...path, key], true);
    if (isSeq(list) && list.range && list.flow)
      return { from: list.range[1] - 1, until: list.range[1] - 1, text: `${list.items.length > 0 ? ', ' : ''}${words.join(', ')}` };
    const map: unknown = document.getIn(path, true);
    const pair = isMap(map) ? map.items.find((each) => isScalar(each.key) && each.key.value === instead) : undefined;
    const [from, until] = [
      isScalar(pair?.key) ? pair.key.range?.[0] : undefined,
      isScalar(pair?.value) ? pair.value.range?.[1] : undefined,
    ];
    if (list !== undefined || from === undefined || until === undefined) throw new NoPlaceFor([...path, key].join(' '));
    return { from, until, text: `${key}: [${words.join(', ')}]` };
  });
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((written, edit) => `${written.slice(0, edit.from)}${edit.text}${written.slice(edit.until)}`, text);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** On the line after the last one that says something before an offset; comments that follow stay after it. */
function insertedAfter(text: string, offset: number, block: string): string {
  let end = text.slice(0, offset).trimEnd().length;
  for (;;) {
    const line = text.lastIndexOf('\n', end - 1) + 1;
    if (!text.slice(line, end).trimStart().startsWith('#')) break;
    end = text.slice(0, line).trimEnd().length;
  }
  const next = text.indexOf('\n', end);
  return next < 0 ? `${text}\n${block}` : `${text.slice(0, next + 1)}${block}${text.slice(next + 1)}`;
}

function indented(block: string, column: number): string {
  return block.replace(/^(?=.)/gm, ' '.repeat(column));
}
