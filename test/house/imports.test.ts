import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

type Room =
  | 'governance'
  | 'model'
  | 'store'
  | 'store-driver'
  | 'handle'
  | 'cards'
  | 'teams'
  | 'scheduler'
  | 'view'
  | 'watch'
  | 'simulate'
  | 'front';

/** Which rooms a room may look into besides its own. */
const mayImport: Readonly<Record<Room, readonly Room[]>> = {
  governance: [],
  model: ['governance'],
  store: ['governance'],
  'store-driver': ['governance', 'store'],
  handle: ['governance', 'store', 'cards'],
  cards: ['governance', 'handle'],
  teams: ['governance', 'handle', 'store', 'cards'],
  scheduler: ['governance', 'handle', 'store', 'cards'],
  view: ['governance', 'store'],
  watch: ['governance', 'store', 'handle'],
  simulate: ['governance', 'model', 'store', 'store-driver', 'handle', 'cards', 'teams', 'scheduler', 'view', 'watch', 'front'],
  front: ['governance', 'model', 'store', 'store-driver', 'handle', 'cards', 'teams', 'scheduler', 'view', 'watch', 'simulate'],
};
const joining = new Set(['handle', 'desk', 'directory', 'courier', 'draw', 'years'].map((name) => join('bot', `${name}.ts`)));
const port = new Set(['store', 'chain', 'limits', 'outbox'].map((name) => join('bot', 'store', `${name}.ts`)));

function roomOf(file: string): Room {
  const [top, second, third] = file.split(/[/\\]/);
  if (top === 'cards' || top === 'scheduler') return top;
  if (joining.has(file)) return 'handle';
  if (second === 'store') return port.has(file) ? 'store' : 'store-driver';
  const rooms: readonly Room[] = ['governance', 'model', 'teams', 'view', 'watch', 'simulate'];
  return (third && rooms.find((each) => each === second)) || 'front';
}

/** Packages that stay in their rooms. */
const packageRooms: readonly (readonly [RegExp, readonly Room[]])[] = [
  [/^(botbuilder|botframework-|@microsoft\/teams-ai)/, ['teams']],
  [/^(node:sqlite|@azure\/cosmos)/, ['store-driver']],
  [/^@azure\/storage-blob/, ['front']],
  [/^node-cron/, ['scheduler']],
  [/^adaptivecards-templating/, ['cards']],
  [/^date-holidays/, ['model']],
];
const governanceMay = /^(temporal-polyfill|zod)$/;

interface Import {
  readonly file: string;
  readonly from: string;
  /** Not for its types alone. */
  readonly runs: boolean;
}
const imports = ['bot', 'cards', 'scheduler'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => importsOf(join(folder, file))),
);

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\s(type\s)?(?:[\w$*{},\s]*?\sfrom\s)?'([^']+)'/gm);
  return [...found].map(([, type, from = '']) => ({ file, from, runs: type === undefined }));
}

function wrongRoom({ file, from }: Import): boolean {
  const mine = roomOf(file);
  if (!from.startsWith('.')) {
    const kept = packageRooms.find(([name]) => name.test(from));
    if (mine === 'governance') return !governanceMay.test(from);
    return kept !== undefined && !kept[1].includes(mine);
  }
  if (from.endsWith('infra/cosmos-container.json')) return mine !== 'store-driver';
  const theirs = roomOf(relative(root, join(root, dirname(file), from)));
  return theirs !== mine && !mayImport[mine].includes(theirs);
}

describe('imports run one way', () => {
  test('and every file is seen', () => expect(imports.length).toBeGreaterThan(100));

  test('no room looks into one it must not know', () => {
    expect(imports.filter(wrongRoom).map(({ file, from }) => `${file} -> ${from}`)).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    const next = new Map<string, string[]>();
    for (const { file, from } of imports) {
      if (from.startsWith('.')) next.set(file, [...(next.get(file) ?? []), relative(root, join(root, dirname(file), from))]);
    }
    expect(ringsIn(next)).toEqual([]);
  });

  test('only the rules of the calendar and the clock know what time it is', () => {
    const looking = /Temporal\.Now|Date\.now\(|new Date\(\)|process\.env/;
    const allowed = new Set(
      ['bot/main.ts', 'bot/cli.ts', 'bot/config.ts', 'bot/loopback.ts', 'scheduler/clock.ts'].map((file) => join(file)),
    );
    const files = [...new Set(imports.map((each) => each.file))];
    const lookers = files.filter((file) => !allowed.has(file) && looking.test(readFileSync(join(root, file), 'utf8')));
    expect(lookers).toEqual([]);
  });
});

/** Types may point both ways; what runs may not. */
function ringsIn(next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const rings: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) rings.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (done.has(file) || way.includes(file)) return;
    for (const each of next.get(file) ?? []) walk(each, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return rings;
}
