import { Template } from 'adaptivecards-templating';
import type { Drawn } from '../../bot/courier.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { mostButtons } from '../anatomy/acts.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { Card, Face } from './card.ts';
import { addressesTyped, linked } from './linked.ts';
import { faceMark, readable } from './readable.ts';

/** What a card is printed on: what it is about, which printing this is, and whom Teams knows its people as. */
export interface Paper {
  readonly about: Stream;
  readonly occasion: string | null;
  /** A new one for each printing; letters and digits. It keeps one press from counting twice and typed text from landing on another form. */
  readonly form: string;
  /** Version of what the card shows. */
  readonly version: number;
  readonly language: Language;
  readonly viewer: 'everyone' | 'person';
  /** The form the viewer has open, where one is. */
  readonly open?: string;
  /** Teams' ids of the face's viewers, most needed first; the first 60 count. */
  readonly viewers: readonly string[];
  /** Teams' id of the only one who sees it, where it is a message of its own to them. */
  readonly alone?: string;
  /** The face's mentions; without an id the name stands as plain text. */
  readonly mentions: readonly { readonly name: string; readonly mri: string | null }[];
}

/** The most a card may weigh, in bytes of UTF-16: well under what Teams takes. */
export const budget = 28 * 1024;

export function weight(drawn: Drawn): number {
  return 2 * JSON.stringify(drawn.card).length;
}

/** Binds a face into its card's template. What stands in a channel carries the refresh that opens one's own view, and a button for it where somebody can do something there. */
export function fill(card: Card, face: Face, paper: Paper): Drawn {
  const text = textIn(paper.language);
  const printed = print(parsed(card).expand({ $root: { ...face.data, anatomy: text.anatomy } }), { card, paper });
  const { actions, ...tree } = judging(card, isTree(printed) ? printed : {}, paper);
  const view = { type: 'Action.Execute', title: text.viewMine, verb: 'view', data: stamp(card, paper) };
  const standing = paper.viewer === 'everyone';
  const seen = standing ? paper.viewers.slice(0, 60) : paper.alone ? [paper.alone] : [];
  const entities = paper.mentions.flatMap(({ name, mri }) => (mri ? [mention(name, mri)] : []));
  return {
    card: {
      ...tree,
      type: 'AdaptiveCard',
      version: '1.5',
      lang: paper.language,
      fallbackText: face.summary,
      speak: face.summary,
      ...(Array.isArray(actions) && actions.length > 0 ? { actions } : {}),
      ...(standing && !face.idle && (face.data.headed !== false || face.idle === false) ? { body: withView(tree.body, view) } : {}),
      ...(seen.length > 0 || standing ? { refresh: { action: view, userIds: seen } } : {}),
      ...(entities.length > 0 ? { msteams: { entities } } : {}),
    },
    summary: face.summary,
  };
}

/** The button to one's own view stands with the others, in the frame that asks, or last; where there is a menu, it is in it. */
function withView(body: unknown, view: Tree): unknown {
  if (!Array.isArray(body)) return body;
  const [held, done] = inSet(body, view);
  if (done) return held;
  const set = { type: 'ActionSet', id: 'buttons', spacing: 'Medium', actions: [view] };
  const asks = body.findIndex((each) => isTree(each) && each.id === 'ask');
  if (asks < 0) {
    const why = body.findIndex((each) => isTree(each) && isTree(each.selectAction));
    return why < 0 ? [...body, set] : [...body.slice(0, why), set, ...body.slice(why)];
  }
  return body.map((each, at) =>
    at === asks && isTree(each) && Array.isArray(each.items) ? { ...each, items: [...each.items, set] } : each,
  );
}

function inSet(items: readonly unknown[], view: Tree): readonly [items: readonly unknown[], done: boolean] {
  const found = items.findIndex((each) => isTree(each) && (each.id === 'buttons' || each.id === 'ask'));
  const there = items[found];
  if (!isTree(there)) return [items, false];
  if (there.id === 'ask' && Array.isArray(there.items)) {
    const [inner, done] = inSet(there.items, view);
    return [items.with(found, { ...there, items: inner }), done];
  }
  if (!Array.isArray(there.actions)) return [items, false];
  const menu = there.actions.some((each) => isTree(each) && each.mode === 'secondary');
  const placed = !menu && there.actions.length < mostButtons ? view : { ...view, mode: 'secondary' };
  return [items.with(found, { ...there, actions: [...there.actions, placed] }), true];
}

/** A button that judges carries the mark of what is read beside it. */
function judging(card: Card, printed: Tree, { form, open }: Paper): Tree {
  const { judges } = card;
  if (!judges) return printed;
  const mark = { face: faceMark(readable(printed).join('\n'), form), opened: open ?? '' };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isTree(value)) return value;
    if (value.type === 'Action.Execute' && isTree(value.data) && judges.includes(String(value.verb)))
      return { ...value, data: { ...value.data, ...mark } };
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
  };
  const walked = walk(printed);
  return isTree(walked) ? walked : printed;
}

const templates = new WeakMap<object, Template>();
function parsed(card: Card): Template {
  const known = templates.get(card.template) ?? new Template(card.template);
  templates.set(card.template, known);
  return known;
}

interface Printing {
  readonly card: Card;
  readonly paper: Paper;
}
type Tree = Readonly<Record<string, unknown>>;
function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Stamps every button, numbers every input, makes addresses links, and turns mentions of people Teams has no id for into plain names. */
function print(value: unknown, printing: Printing): unknown {
  if (typeof value === 'string') return withoutDeadMentions(value, printing.paper);
  if (Array.isArray(value)) return value.filter((each) => each !== null).map((each) => print(each, printing));
  if (!isTree(value)) return value;
  // What the template leaves out of a part, it leaves as null.
  const there = Object.entries(value).filter(([, each]) => each !== null);
  const tree = Object.fromEntries(there.map(([key, each]) => [key, print(each, printing)] as const));
  const { type, id, data, text } = tree;
  if (type === 'TextBlock' && typeof text === 'string') return { ...tree, text: linked(text) };
  if (type === 'Action.Execute') return { ...tree, data: { ...(isTree(data) ? data : {}), ...stamp(printing.card, printing.paper) } };
  if (typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string')
    return {
      ...tree,
      id: `${id}_${printing.paper.form}`,
      ...(typeof tree.value === 'string' ? { value: addressesTyped(tree.value) } : {}),
    };
  return tree;
}

function stamp(card: Card, { about, occasion, form, version }: Paper): Tree {
  return { card: card.name, about, occasion: occasion ?? '', form, version };
}

/** What a printed card says, without what is new on each printing. */
export function unstamped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unstamped);
  if (!isTree(value)) return value;
  const { form: _form, version: _version, face: _face, ...rest } = value;
  return Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, key === 'id' ? unnumbered(each) : unstamped(each)]));
}

function unnumbered(id: unknown): unknown {
  return typeof id === 'string' ? id.replace(/_[0-9a-f]{16}$/, '') : id;
}

function withoutDeadMentions(words: string, { mentions }: Paper): string {
  if (!words.includes('<at>')) return words;
  return mentions.reduce((each, { name, mri }) => (mri ? each : each.replaceAll(`<at>${name}</at>`, name)), words);
}

function mention(name: string, mri: string): Tree {
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id: mri, name } };
}
