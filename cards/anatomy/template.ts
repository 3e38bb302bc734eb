import action from './action.json' with { type: 'json' };
import fields from './fields.json' with { type: 'json' };
import head from './head.json' with { type: 'json' };
import row from './row.json' with { type: 'json' };
import card from './sheet.json' with { type: 'json' };

const blocks: Readonly<Record<string, unknown>> = { action, fields, head, row };

/** The anatomy of every card. What stands in several places of it has a file of its own and is named by its `slot`. */
export const template: object = Object(placed(card));

function placed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(placed);
  if (typeof value !== 'object' || value === null) return value;
  const { slot, ...own }: Readonly<Record<string, unknown>> = { ...value };
  const block = typeof slot === 'string' ? placed(blocks[slot]) : null;
  if (Array.isArray(block)) return block;
  return { ...Object.fromEntries(Object.entries(own).map(([key, each]) => [key, placed(each)])), ...(block ?? {}) };
}
