import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { itemAround, type Path, without } from './parts.ts';

/** Something wrong in the model, where it stands, in one sentence for the person who keeps the file. */
export interface ModelError {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}
/** One YAML file, and where each thing in it stands. */
export interface Page<T> {
  readonly file: string;
  readonly data: T;
  /** The line a thing stands on, or the nearest thing around it that is written. */
  readonly lineOf: (path: Path) => number;
}

/** Reads one file into a shape, or says everything that is wrong with it at once. */
export function readPage<T>(path: string, shape: z.ZodType<T>): Page<T> | readonly ModelError[] {
  const { page, errors } = readParts(path, shape);
  return page && errors.length === 0 ? page : errors;
}

/** As much of a file as has the shape it should; the nearest list item around an error is left out. */
export interface Parts<T> {
  readonly page: Page<T> | null;
  readonly errors: readonly ModelError[];
  /** The items left out, so that nobody says they are missing. */
  readonly leftOut: readonly Path[];
}

/** Reads what can be read of one file, and says everything that is wrong with the rest. */
export function readParts<T>(path: string, shape: z.ZodType<T>): Parts<T> {
  const file = basename(path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const misread = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: yamlSentence(error.code, error.message),
  }));
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { page: null, errors: misread, leftOut: [] };

  const lineOf = (at: Path) => lineIn(document, lines, at);
  const written: unknown = document.toJS();
  const read = shape.safeParse(written);
  if (read.success) return { page: { file, data: read.data, lineOf }, errors: misread, leftOut: [] };

  const { issues } = read.error;
  const misshapen = issues.flatMap((issue) => errorsOf(issue, document, lineOf).map((error) => ({ file, ...error })));
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : []));
  const leftOut = issues.flatMap((issue) => {
    const item = issue.code === 'unrecognized_keys' ? null : itemAround(issue.path);
    return item ? [item] : [];
  });
  const rest = without(written, [...unknown, ...leftOut]);
  const again = shape.safeParse(rest.value);
  const page = again.success ? { file, data: again.data, lineOf: (at: Path) => lineOf(rest.origin(at)) } : null;
  return { page, errors: [...misread, ...misshapen], leftOut };
}

export function isPage<T>(read: Page<T> | readonly ModelError[]): read is Page<T> {
  return !Array.isArray(read);
}

function lineIn(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((each) => isScalar(each.key) && each.key.value === key) : undefined;
    const node: unknown = pair ? pair.key : document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function errorsOf(
  issue: z.core.$ZodIssue,
  document: Document,
  lineOf: (path: Path) => number,
): readonly { line: number; message: string }[] {
  const name = issue.path.findLast((each) => typeof each === 'string');
  const what = name === undefined ? 'this' : `"${String(name)}"`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        line: lineOf([...issue.path, key]),
        message: `"${key}" is not something that can be written here.`,
      }));
    case 'invalid_key':
      return [{ line: lineOf(issue.path), message: `${what} has a name that cannot be used here.` }];
    case 'custom':
    case 'invalid_format':
      return [{ line: lineOf(issue.path), message: issue.message }];
    case 'invalid_type':
      if (!document.hasIn(issue.path)) return [{ line: lineOf(issue.path), message: `${what} is missing.` }];
      return [{ line: lineOf(issue.path), message: `${what} should be ${kindOf(issue.expected)}.` }];
    case 'invalid_union':
      if (!document.hasIn(issue.path)) return [{ line: lineOf(issue.path), message: `${what} is missing.` }];
      return [{ line: lineOf(issue.path), message: `${what} is not written in a way that is known.` }];
    case 'invalid_value':
      if (!document.hasIn(issue.path)) return [{ line: lineOf(issue.path), message: `${what} is missing.` }];
      return [{ line: lineOf(issue.path), message: `${what} should be one of: ${issue.values.map(String).join(', ')}.` }];
    case 'too_small':
      return [{ line: lineOf(issue.path), message: `${what} is too small or empty; at least ${issue.minimum}.` }];
    case 'too_big':
      return [{ line: lineOf(issue.path), message: `${what} is too large; at most ${issue.maximum}.` }];
    case 'not_multiple_of':
    case 'invalid_element':
      return [{ line: lineOf(issue.path), message: `${what}: ${issue.message}.` }];
  }
}

function kindOf(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
  };
  return kinds[expected] ?? expected;
}

function yamlSentence(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'The same field is written twice.';
  return `This is not YAML that can be read: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}.`;
}
