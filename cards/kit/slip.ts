/** What comes back with a press: what `fill` stamped on the button, the button's own picks, and what was typed. All of it is untrusted. */
export interface Slip {
  readonly card: string;
  readonly about: string;
  readonly occasion: string | null;
  readonly form: string;
  readonly version: number;
  readonly picks: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}

const stamped = new Set(['card', 'about', 'occasion', 'form', 'version']);
const mostFields = 40;
const mostWords = 4_000;

/** Reads a button's data; null: no card of ours printed this. Only short strings come through, and inputs only from the same printing. */
export function readSlip(data: unknown): Slip | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const all: Readonly<Record<string, unknown>> = { ...data };
  const { card, about, occasion, form, version } = all;
  if (typeof card !== 'string' || typeof about !== 'string' || typeof form !== 'string' || !/^[a-z0-9]{1,64}$/i.test(form)) return null;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || Object.keys(all).length > mostFields) return null;
  const suffix = `_${form}`;
  const fields = Object.entries(all).flatMap(([key, value]) =>
    typeof value === 'string' && value.length <= mostWords && !stamped.has(key) ? [[key, value] as const] : [],
  );
  const typed = fields.filter(([key]) => key.endsWith(suffix));
  return {
    card,
    about,
    occasion: typeof occasion === 'string' && occasion !== '' ? occasion : null,
    form,
    version,
    picks: Object.fromEntries(fields.filter(([key]) => !key.endsWith(suffix))),
    inputs: Object.fromEntries(typed.map(([key, value]) => [fieldOf(key.slice(0, -suffix.length)), value] as const)),
  };
}

/** A field that a button unfolds has the button's place in its id, so that each has an id of its own. */
function fieldOf(id: string): string {
  return id.replace(/--\d+$/, '');
}
