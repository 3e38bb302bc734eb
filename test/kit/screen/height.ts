import type { Json } from '../../cards/read.ts';

/** What a card takes on a phone, near enough without a browser: Teams' sizes and spacing, and the mean width of its letters. */
const sizes = { small: 12, default: 14, medium: 16, large: 18, extralarge: 24 } as const;
const spaces = { none: 0, small: 8, default: 12, medium: 16, large: 20, extralarge: 24 } as const;
const padding = 12;
const button = 32;
/** The width of a letter in parts of its height, as in Segoe UI and Open Sans. */
const letter = { plain: 0.48, bold: 0.53 };

export interface CardHeight {
  readonly height: number;
  /** How far down the first button stands; null: there is none. */
  readonly button: number | null;
}

/** The whole card as it stands before anything is unfolded. */
export function measured(card: Json, width: number): CardHeight {
  const inside = stack(list(card.body), width - 2 * padding - 2);
  return {
    height: Math.round(inside.height + 2 * padding + 2),
    button: inside.button === null ? null : Math.round(inside.button + padding),
  };
}

/** How many lines a text takes. */
export function linesOf({ text, size, weight }: Json, width: number): number {
  const bold = String(weight).toLowerCase() === 'bolder';
  const one = sizeOf(size) * (bold ? letter.bold : letter.plain);
  const room = Math.max(1, Math.floor(width / one));
  return String(text ?? '')
    .split('\n')
    .reduce((all, line) => all + wrapped(line, room), 0);
}

function wrapped(line: string, room: number): number {
  let lines = 1;
  let at = 0;
  for (const word of line.replace(/<\/?at>/g, '').split(' ')) {
    if (at > 0 && at + 1 + word.length > room) {
      lines += 1;
      at = 0;
    }
    at += (at > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

function sizeOf(size: unknown): number {
  return sizes[String(size ?? 'default').toLowerCase() as keyof typeof sizes] ?? sizes.default;
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function stack(items: readonly Json[], width: number): CardHeight {
  const seen = items.filter(({ isVisible }) => isVisible !== false);
  return seen.reduce<CardHeight>(
    (above, item, at) => {
      const gap = at === 0 ? 0 : (spaces[String(item.spacing ?? 'default').toLowerCase() as keyof typeof spaces] ?? spaces.default);
      const own = elementOf(item, width);
      const first = own.button === null ? null : above.height + gap + own.button;
      return { height: above.height + gap + own.height, button: above.button ?? first };
    },
    { height: 0, button: null },
  );
}

function elementOf(item: Json, width: number): CardHeight {
  const only = (height: number): CardHeight => ({ height, button: null });
  switch (item.type) {
    case 'TextBlock':
      return only(linesOf(item, width) * sizeOf(item.size) * 1.33);
    case 'Container': {
      const framed = item.style === undefined || item.style === 'Default' ? 0 : padding;
      const inside = stack(list(item.items), width - 2 * framed);
      return { height: inside.height + 2 * framed, button: inside.button === null ? null : inside.button + framed };
    }
    case 'ColumnSet':
      return columns(list(item.columns), width);
    case 'ActionSet': {
      const rows = rowsOfButtons(list(item.actions), width);
      return { height: rows * button + (rows - 1) * 8, button: 0 };
    }
    case 'FactSet':
      return only(list(item.facts).length * 22);
    case 'Image':
      return only(width);
    default:
      return item.fallback ? elementOf(item.fallback as Json, width) : only(58);
  }
}

function columns(all: readonly Json[], width: number): CardHeight {
  const natural = (column: Json) =>
    Math.max(...list(column.items).map(({ text, size }) => String(text ?? '').length * sizeOf(size) * letter.bold));
  const fixed = all.map((column) => {
    const said = String(column.width);
    return said === 'stretch' ? null : said === 'auto' ? Math.min(natural(column), width) : Number.parseInt(said, 10);
  });
  const taken = fixed.reduce<number>((sum, each) => sum + (each ?? 0), 0) + spaces.default * (all.length - 1);
  const rest = (width - taken) / Math.max(1, fixed.filter((each) => each === null).length);
  const each = all.map((column, at) => stack(list(column.items), fixed[at] ?? rest));
  return {
    height: Math.max(...each.map(({ height }) => height)),
    button: each.find(({ button: there }) => there !== null)?.button ?? null,
  };
}

function rowsOfButtons(actions: readonly Json[], width: number): number {
  const shown = actions.filter(({ mode }) => mode !== 'secondary').map(({ title }) => String(title).length * 14 * letter.bold + 26);
  const all = shown.length < actions.length ? [...shown, 40] : shown;
  let rows = 1;
  let at = 0;
  for (const each of all) {
    if (at > 0 && at + 8 + each > width) {
      rows += 1;
      at = 0;
    }
    at += (at > 0 ? 8 : 0) + each;
  }
  return rows;
}
