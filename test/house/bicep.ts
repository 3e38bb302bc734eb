import { readFileSync } from 'node:fs';

/** Reads as much of a Bicep file as can be read without its compiler. */
export interface Bicep {
  readonly text: string;
  readonly resources: readonly { readonly type: string; readonly version: string }[];
  readonly params: readonly { readonly name: string; readonly needed: boolean }[];
  readonly outputs: readonly string[];
  readonly modules: readonly { readonly symbol: string; readonly file: string; readonly given: readonly string[] }[];
}

export function readBicep(file: URL): Bicep {
  const text = readFileSync(file, 'utf8');
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found.slice(1).map((each) => each ?? ''));
  return {
    text,
    resources: all(/^resource \w+ '([^'@]+)@([^']+)'/gm).map(([type = '', version = '']) => ({ type, version })),
    params: all(/^param (\w+) [^=\n]+?( =.*)?$/gm).map(([name = '', preset = '']) => ({ name, needed: preset === '' })),
    outputs: all(/^output (\w+) /gm).map(([name = '']) => name),
    modules: all(/^module (\w+) '([^']+)' = (?:if \(.*\) )?\{\n([\s\S]*?)^\}/gm).map(([symbol = '', path = '', body = '']) => ({
      symbol,
      file: path,
      given: [...body.matchAll(/^ {4}(\w+):/gm)].map(([, name = '']) => name),
    })),
  };
}

/** Returns the text between the braces that follow `start`. */
export function blockAfter(text: string, start: string): string {
  const from = text.indexOf('{', text.indexOf(start));
  for (let at = from, depth = 0; at < text.length; at++) {
    depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
    if (depth === 0) return text.slice(from + 1, at);
  }
  return '';
}
