/** The part of Cosmos DB's SQL that a store asks: one container, AND/OR, comparisons, IN, three functions, ORDER BY one path, TOP. */
export interface SqlQuery {
  readonly query: string;
  readonly parameters?: readonly { readonly name: string; readonly value: unknown }[];
}
export type Item = Readonly<Record<string, unknown>>;
type Expression = (item: Item) => unknown;

export interface Parsed {
  readonly top: number | null;
  readonly select: Expression;
  /** The text of what is selected, as an object, for the rewritten query of a plan. */
  readonly selectText: string;
  readonly where: Expression;
  readonly whereText: string;
  readonly orderBy: { readonly path: string; readonly value: Expression; readonly descending: boolean } | null;
}

export class SqlError extends Error {}

/** Rows in the order and number asked for. */
export function runQuery(sql: SqlQuery, items: readonly Item[]): unknown[] {
  const { where, orderBy, select, top } = parseQuery(sql);
  const found = items.filter((item) => where(item) === true);
  if (orderBy) {
    found.sort((a, b) => compareOrder(orderBy.value(a), orderBy.value(b)) * (orderBy.descending ? -1 : 1));
  }
  const rows = found.map(select).filter((row) => row !== undefined);
  return top === null ? rows : rows.slice(0, top);
}

export function parseQuery({ query, parameters = [] }: SqlQuery): Parsed {
  const tokens = tokenize(query);
  const given = new Map(parameters.map(({ name, value }) => [name, value]));
  let at = 0;
  const peek = () => tokens[at]?.text.toUpperCase() ?? '';
  const take = () => {
    const token = tokens[at++];
    if (!token) throw new SqlError('Syntax error, the query ends too early');
    return token;
  };
  const accept = (word: string) => peek() === word && Boolean(take());
  const expect = (word: string) => {
    if (!accept(word)) throw new SqlError(`Syntax error, incorrect syntax near '${tokens[at]?.text ?? 'end'}', expected ${word}`);
  };
  const textFrom = (start: number) => query.slice(tokens[start]?.at ?? 0, tokens[at]?.at ?? query.length).trim();

  const list = (close: string): Expression[] => {
    const found: Expression[] = [];
    while (!accept(close)) {
      found.push(either());
      accept(',');
    }
    return found;
  };
  const primary = (): Expression => {
    const { text } = take();
    if (text === '(') {
      const inner = either();
      expect(')');
      return inner;
    }
    if (text === '[') {
      const parts = list(']');
      return (item) => parts.map((part) => part(item));
    }
    if (text === '{') return objectLiteral();
    if (text.startsWith('@')) {
      if (!given.has(text)) throw new SqlError(`The parameter ${text} is not given`);
      return () => given.get(text);
    }
    if (/^['"]/.test(text)) return () => text.slice(1, -1);
    if (/^-?\d/.test(text)) return () => Number(text);
    if (/^(true|false|null)$/i.test(text)) return () => JSON.parse(text.toLowerCase());
    if (peek() === '(' && Object.hasOwn(functions, text.toUpperCase())) {
      take();
      const parts = list(')');
      const apply = functions[text.toUpperCase()];
      return (item) => apply?.(...parts.map((part) => part(item)));
    }
    if (/^c(\.\w+)*$/.test(text)) return path(text);
    throw new SqlError(`Syntax error, incorrect syntax near '${text}'`);
  };
  const objectLiteral = (): Expression => {
    const parts: [string, Expression][] = [];
    while (!accept('}')) {
      const name = take().text.slice(1, -1);
      expect(':');
      parts.push([name, either()]);
      accept(',');
    }
    return (item) => record(parts, item);
  };
  const comparison = (): Expression => {
    if (accept('NOT')) {
      const inner = comparison();
      return (item) => negate(inner(item));
    }
    const left = primary();
    if (accept('IN')) {
      expect('(');
      const options = list(')');
      return (item) => options.some((option) => option(item) === left(item));
    }
    if (!['=', '!=', '<', '<=', '>', '>='].includes(peek())) return left;
    const operator = take().text;
    const right = primary();
    return (item) => compare(left(item), operator, right(item));
  };
  const both = (): Expression => {
    const parts = [comparison()];
    while (accept('AND')) parts.push(comparison());
    return parts.length === 1 && parts[0] ? parts[0] : (item) => parts.every((part) => part(item) === true);
  };
  function either(): Expression {
    const parts = [both()];
    while (accept('OR')) parts.push(both());
    return parts.length === 1 && parts[0] ? parts[0] : (item) => parts.some((part) => part(item) === true);
  }

  expect('SELECT');
  const top = accept('TOP') ? Number(primary()({})) : null;
  const { select, selectText } = selection();
  expect('FROM');
  take();
  const hasWhere = accept('WHERE');
  const whereStart = at;
  const where = hasWhere ? either() : () => true;
  const whereText = hasWhere ? textFrom(whereStart) : 'true';
  const orderBy = order();
  if (at < tokens.length) throw new SqlError(`Syntax error, incorrect syntax near '${tokens[at]?.text}'`);
  return { top, select, selectText, where, whereText, orderBy };

  function selection() {
    if (accept('*')) return { select: (item: Item) => item, selectText: 'c' };
    if (accept('VALUE')) {
      const start = at;
      const select = either();
      return { select, selectText: textFrom(start) };
    }
    const parts: [string, Expression][] = [];
    const texts: string[] = [];
    do {
      const start = at;
      const value = either();
      const text = textFrom(start);
      const name = accept('AS') ? take().text : (text.split('.').at(-1) ?? text);
      parts.push([name, value]);
      texts.push(`"${name}": ${text.replace(/,$/, '')}`);
    } while (accept(','));
    return { select: (item: Item) => record(parts, item), selectText: `{${texts.join(', ')}}` };
  }
  function order(): Parsed['orderBy'] {
    if (!accept('ORDER')) return null;
    expect('BY');
    const name = take().text;
    const descending = accept('DESC') || (accept('ASC') && false);
    if (peek() === ',') throw new SqlError('The order by query does not have a corresponding composite index that it can be served from.');
    return { path: name, value: path(name), descending };
  }
}

const functions: Readonly<Record<string, (...given: unknown[]) => unknown>> = {
  ARRAY_CONTAINS: (list, value) => (Array.isArray(list) ? list.includes(value) : undefined),
  STARTSWITH: (text, start) => (typeof text === 'string' && typeof start === 'string' ? text.startsWith(start) : undefined),
  IS_DEFINED: (value) => value !== undefined,
};

function path(text: string): Expression {
  const names = text.split('.').slice(1);
  return (item) => names.reduce<unknown>((value, name) => (isItem(value) ? value[name] : undefined), item);
}

function record(parts: readonly [string, Expression][], item: Item): Item {
  return Object.fromEntries(parts.map(([name, value]) => [name, value(item)]).filter(([, value]) => value !== undefined));
}

function negate(value: unknown): unknown {
  return typeof value === 'boolean' ? !value : undefined;
}

/** Values of different types are neither equal nor ordered: the answer is undefined, and the row is left out. */
function compare(left: unknown, operator: string, right: unknown): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left === 'number' && typeof right === 'number') return ordered(left - right, operator);
  if (typeof left === 'string' && typeof right === 'string') return ordered(left < right ? -1 : left > right ? 1 : 0, operator);
  return undefined;
}

function ordered(difference: number, operator: string): boolean {
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  return operator === '>' ? difference > 0 : difference >= 0;
}

/** Cosmos orders undefined, null, booleans, numbers, strings. */
function compareOrder(left: unknown, right: unknown): number {
  const rank = (value: unknown) => ['undefined', 'null', 'boolean', 'number', 'string'].indexOf(value === null ? 'null' : typeof value);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0;
}

function tokenize(query: string): { readonly text: string; readonly at: number }[] {
  const pattern = /'[^']*'|"[^"]*"|@\w+|-?\d+(?:\.\d+)?|\w+(?:\.\w+)*|[<>!]=|[=<>()[\]{},:*]/g;
  return Array.from(query.matchAll(pattern), (match) => ({ text: match[0], at: match.index }));
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null;
}
