/** A part of a card with what stands in it. */
export interface PlacedPart {
  readonly id: string;
  readonly heading: string;
  readonly folded: boolean;
  readonly lines: readonly object[];
  readonly facts: readonly object[];
  readonly chart: object | null;
  readonly acts: readonly object[];
  readonly filled: boolean;
}

/** So many letters stand on one line of the narrowest phone. */
const room = 36;
const nothing = { lines: [], facts: [], chart: null, acts: [] };

/** One block below another: a part, the headings that unfold parts, or what lies behind one of them. */
interface Block extends Pick<PlacedPart, 'heading' | 'lines' | 'facts' | 'chart' | 'acts'> {
  readonly id: string | null;
  readonly folds: readonly { readonly id: string; readonly heading: string; readonly width: string }[];
  readonly shown: false | null;
  readonly spacing: 'Small' | 'Medium';
}

/** The parts as they stand on a card: headings that unfold share a line where there is room, and what lies behind each follows. */
export function blocks(parts: readonly PlacedPart[]): readonly Block[] {
  return rowsOf(parts).flatMap((row, at, rows): readonly Block[] => {
    if (!row[0]?.folded)
      return row.map((part) => ({ ...part, id: null, folds: [], shown: null, spacing: part.heading === '' ? 'Small' : 'Medium' }));
    const folds = row.map(({ id, heading }) => ({ id, heading, width: row.length === 1 ? 'stretch' : 'auto' }));
    const spacing = rows[at - 1]?.[0]?.folded ? 'Small' : 'Medium';
    return [
      { ...nothing, id: null, heading: '', folds, shown: null, spacing },
      ...row.map((part): Block => ({ ...part, heading: '', folds: [], shown: false, spacing: 'Small' })),
    ];
  });
}

function rowsOf(parts: readonly PlacedPart[]): readonly (readonly PlacedPart[])[] {
  const rows: PlacedPart[][] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    if (last?.[0]?.folded && part.folded && length([...last, part]) <= room) last.push(part);
    else rows.push([part]);
  }
  return rows;
}

function length(row: readonly PlacedPart[]): number {
  return row.reduce((all, { heading }) => all + heading.length + 4, 0);
}
