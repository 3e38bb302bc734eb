import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsIn, importsOf, ringsIn, root, waysBetween } from './imports.ts';

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
  | 'files'
  | 'watch'
  | 'rehearsal'
  | 'simulate'
  | 'front';

/** Each folder may import these folders besides itself. */
const mayImport: Readonly<Record<Room, readonly Room[]>> = {
  governance: [],
  model: ['governance'],
  store: ['governance'],
  'store-driver': ['governance', 'store'],
  handle: ['governance', 'store', 'cards'],
  files: ['governance'],
  cards: ['governance', 'handle', 'files'],
  teams: ['governance', 'handle', 'store', 'cards'],
  scheduler: ['governance', 'handle', 'store', 'cards'],
  view: ['governance', 'store', 'files'],
  watch: ['governance', 'store', 'handle'],
  rehearsal: ['governance', 'model', 'store', 'handle', 'cards', 'teams', 'scheduler', 'view'],
  simulate: ['governance', 'model', 'store', 'store-driver', 'handle', 'cards', 'teams', 'scheduler', 'view', 'files', 'watch', 'front'],
  front: [
    'governance',
    'model',
    'store',
    'store-driver',
    'handle',
    'cards',
    'teams',
    'scheduler',
    'view',
    'files',
    'watch',
    'rehearsal',
    'simulate',
  ],
};
const joining = new Set(
  ['handle', 'desk', 'directory', 'courier', 'draw', 'drawn-from', 'face', 'years', 'together'].map((name) => join('bot', `${name}.ts`)),
);
const port = new Set(
  ['store', 'chain', 'limits', 'outbox', 'sources', 'cause', 'record-name'].map((name) => join('bot', 'store', `${name}.ts`)),
);

function roomOf(file: string): Room {
  const [top, second, third] = file.split(/[/\\]/);
  if (top === 'cards' || top === 'scheduler') return top;
  if (joining.has(file)) return 'handle';
  if (second === 'store') return port.has(file) ? 'store' : 'store-driver';
  const rooms: readonly Room[] = ['governance', 'model', 'teams', 'view', 'files', 'watch', 'rehearsal', 'simulate'];
  return (third && rooms.find((each) => each === second)) || 'front';
}

/** These packages may be imported only in certain folders. */
const packageRooms: readonly (readonly [RegExp, readonly Room[]])[] = [
  [/^(botbuilder|botframework-|@microsoft\/teams-ai)/, ['teams']],
  [/^(node:sqlite|@azure\/cosmos)/, ['store-driver']],
  [/^@azure\/storage-blob/, ['front']],
  [/^node-cron/, ['scheduler']],
  [/^adaptivecards-templating/, ['cards']],
  [/^date-holidays/, ['model']],
  [/^(csv-parse|read-excel-file|write-excel-file)/, ['files']],
  [/^(ical\.js|windows-iana)/, ['view']],
];
const governanceMay = /^(temporal-polyfill|zod)$/;

const product = ['bot', 'cards', 'scheduler'];
const imports = importsIn(...product);

function wrongRoom({ file, from, to }: Import): boolean {
  const mine = roomOf(file);
  if (to === null) {
    const kept = packageRooms.find(([name]) => name.test(from));
    if (mine === 'governance') return !governanceMay.test(from);
    return kept !== undefined && !kept[1].includes(mine);
  }
  if (from.endsWith('infra/cosmos-container.json')) return mine !== 'store-driver';
  const theirs = roomOf(to);
  return theirs !== mine && !mayImport[mine].includes(theirs);
}

describe('imports run one way', () => {
  test('the imports of more than a hundred files are read', () => expect(imports.length).toBeGreaterThan(100));

  test('no folder imports one that it must not know', () => {
    expect(imports.filter(wrongRoom).map(({ file, from }) => `${file} -> ${from}`)).toEqual([]);
  });

  test('no file imports itself through others, not even for its types', () => {
    expect(ringsIn(waysBetween(importsIn(...product, 'infra', 'bench', 'test')))).toEqual([]);
  });

  test('two files that import only each other’s types form a ring too', () => {
    const state = importsOf('bot/governance/case/a.ts', "import type { B } from './b.ts';\nexport type A = B | null;");
    const event = importsOf('bot/governance/case/b.ts', "export type B = import('./a.ts').A;");
    expect(ringsIn(waysBetween([...state, ...event]))).toEqual([
      ['a', 'b', 'a'].map((each) => join('bot', 'governance', 'case', `${each}.ts`)).join(' -> '),
    ]);
  });

  test('only the entry points, the settings, the clock and what plays Teams look at the time or the environment', () => {
    const looking = /Temporal\.Now|Date\.now\(|new Date\(\)|process\.env/;
    const allowed = new Set(
      [
        'bot/main.ts',
        'bot/cli.ts',
        'bot/config.ts',
        'bot/rehearsal/playground/loopback.ts',
        'bot/rehearsal/connector/activities.ts',
        'scheduler/clock.ts',
      ].map((file) => join(file)),
    );
    const files = [...new Set(imports.map((each) => each.file))];
    const lookers = files.filter((file) => !allowed.has(file) && looking.test(readFileSync(join(root, file), 'utf8')));
    expect(lookers).toEqual([]);
  });
});
