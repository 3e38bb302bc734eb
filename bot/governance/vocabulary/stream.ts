import type { BodyId } from '../charter/charter.ts';

/** There is one stream of each of these, and it is called what they are. */
const alone = ['charter', 'persons', 'anchor'] as const;
/** Of these there are many streams, each with an id after the name of its kind. */
const many = [
  'channel',
  'body',
  'meeting',
  'case',
  'year',
  'request',
  'group',
  'experience',
  'flag',
  'milestone-plan',
  'follow-up',
  'initiative',
  'portfolio',
  'work-plan',
] as const;
/** What a stream can be about. Each has its types in `all.ts` and its row in `tables/`; the compiler says so where one is missing. */
export const kinds = [...alone, ...many] as const;
export type Kind = (typeof kinds)[number];

type Many = (typeof many)[number];

/** A file of the ledger. Ids inside are lower-case letters, digits, `-` and `.`; a channel's is a hash of Teams' own. */
export type Stream = (typeof alone)[number] | `${Many}/${string}`;

/** What somebody sends is the name of a stream: of a kind there is, with an id where the kind has many. */
export function isStream(name: string): name is Stream {
  const [head = '', ...rest] = name.split('/');
  if (alone.some((each) => each === name)) return true;
  return many.some((each) => each === head) && isId(rest.join('/'));
}

/** What may stand as an id in the name of a stream. */
export function isId(text: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{0,63}$/.test(text);
}

export function streamOf<K extends Many>(kind: K, id: string): `${K}/${string}` {
  return `${kind}/${id}`;
}

export function isOf<K extends Many>(stream: Stream, kind: K): stream is `${K}/${string}` {
  return stream.startsWith(`${kind}/`);
}

/** The id in the name of a stream of one of these kinds; '', which is nobody's, where it is of another. */
export function idIn(stream: Stream, ...of: readonly Many[]): string {
  const kind = of.find((each) => isOf(stream, each));
  return kind ? stream.slice(kind.length + 1) : '';
}

/** The kind a stream's name begins with. Throws on a name that is no stream. */
export function kindOf(stream: Stream): Kind {
  const head = stream.split('/', 1)[0];
  const kind = kinds.find((each) => each === head);
  if (!kind) throw new Error(`no stream is called ${stream}`);
  return kind;
}

/** A random key; the name and the identities behind it are erasable and stand beside the ledger. */
export type PersonKey = string;
/** A hash of the Teams conversation id; the address behind it stands beside the ledger. */
export type ChannelKey = string;
/** An instant as ISO text in UTC, `2015-03-02T08:00:00Z`. */
export type IsoInstant = string;

/** Free text somebody typed: the ledger keeps a reference and an HMAC under the text's own key, so that the text can be erased. */
export interface TextRef {
  readonly ref: string;
  readonly mac: string;
}

/** Who acts. A person is always the verified identity, already joined to one key; `administrator` comes from configuration. */
export type Actor =
  | { readonly kind: 'person'; readonly person: PersonKey; readonly administrator: boolean }
  | { readonly kind: 'errand'; readonly errand: string }
  | { readonly kind: 'clock' }
  | { readonly kind: 'operator' };

/** What a stream's overview reads are answered from. `dueAt` in milliseconds since 1970, null: nothing is due. */
export interface Index {
  readonly kind: Kind;
  readonly body: string | null;
  readonly dueAt: number | null;
  readonly waitingOn: readonly PersonKey[];
  readonly open: boolean;
}

export interface BodyOfYear {
  readonly body: BodyId;
  readonly year: number;
}
