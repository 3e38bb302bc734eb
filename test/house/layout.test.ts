import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const files = execFileSync('git', ['ls-files', '*.ts'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const lines = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n')]));

/** Lists the names that several files of the product export. The texts of each language share their names on purpose. */
function exportedTwice(): readonly string[] {
  const places = new Map<string, string[]>();
  for (const file of files.filter((each) => !/^(test|bench)\//.test(each))) {
    const named = file.replace(/^cards\/text\/[a-z]{2}\//, 'cards/text/*/');
    for (const line of lines.get(file) ?? []) {
      const name = /^export (?:async )?(?:function|const|class|interface|type) (\w+)/.exec(line)?.[1];
      if (name !== undefined) places.set(name, [...(places.get(name) ?? []), named]);
    }
  }
  return [...places].filter(([, where]) => new Set(where).size > 1).map(([name, where]) => `${name}: ${where.join(', ')}`);
}

describe('the house is easy to find one’s way in', () => {
  test('a folder holds at most 25 files of code', () => {
    const folders = Map.groupBy(files, (file) => dirname(file));
    expect([...folders].filter(([, inside]) => inside.length > 25).map(([folder]) => folder)).toEqual([]);
  });

  test('no file of code is longer than 300 lines', () => {
    expect([...lines].filter(([, all]) => all.length > 301).map(([file]) => file)).toEqual([]);
  });

  test('an exported name means one thing', () => {
    expect(exportedTwice()).toEqual([]);
  });
});
