import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsIn, ringsIn, root } from './imports.ts';

/** These floors lie below and above all subjects, the lowest first. A floor may have several folders, and every other folder is a subject's. */
interface Floors {
  readonly below: readonly (readonly string[])[];
  readonly above: readonly (readonly string[])[];
}
const houses: Readonly<Record<string, Floors>> = {
  [join('bot', 'governance')]: {
    below: [['charter'], ['time'], ['vocabulary'], ['people']],
    above: [['tables'], ['register']],
  },
  cards: { below: [['text'], ['anatomy'], ['kit']], above: [['mine', 'asks'], ['deck.ts']] },
};

/** A file's room is the first folder below the house, or the file itself where there is none. */
function roomIn(house: string, file: string): string {
  return relative(house, file).split(/[/\\]/)[0] ?? '';
}

function between(house: string): readonly (Import & { readonly way: readonly [string, string] })[] {
  return importsIn(house).flatMap((each) => {
    if (each.to === null || relative(house, each.to).startsWith('..')) return [];
    const way = [roomIn(house, each.file), roomIn(house, each.to)] as const;
    return way[0] === way[1] ? [] : [{ ...each, way }];
  });
}

function floorOf({ below, above }: Floors, room: string): number {
  const at = [...below, [], ...above].findIndex((rooms) => rooms.includes(room));
  return at === -1 ? below.length : at;
}

describe.each(Object.entries(houses))('in %s', (house, floors) => {
  const ways = between(house);
  const named = [...floors.below, ...floors.above].flat();

  test(`every folder that has a floor in ${house} exists`, () => {
    expect(readdirSync(join(root, house))).toEqual(expect.arrayContaining(named));
  });

  test(`no folder in ${house} imports one from a floor above`, () => {
    const up = ways.filter(({ way: [from, to] }) => floorOf(floors, to) > floorOf(floors, from));
    expect(up.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
  });

  test(`no two folders in ${house} need each other, however many lie between them`, () => {
    expect(ringsIn(ways.map(({ way }) => way))).toEqual([]);
  });
});
