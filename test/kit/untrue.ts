import { readFileSync } from 'node:fs';
import { afterAll, afterEach, expect } from 'vitest';
import type { Untrue } from './oracle.ts';

/** The cards that are known to say something untrue, a line each: the journey's test, and the card. A line that is no longer so must go. */
const list = new URL('untrue.txt', import.meta.url);
const onCosmos = /^on Cosmos > /;
const before = 'before its first test';
const found = new Map<string, Map<string, Untrue>>();

/** Noted under the test that runs now, where somebody looks at every standing card. */
export function note(untrue: readonly Untrue[]): void {
  const test = testNow();
  const cards = found.get(test) ?? new Map<string, Untrue>();
  for (const each of untrue) if (!cards.has(each.card)) cards.set(each.card, each);
  found.set(test, cards);
}

/** For a set-up file: after each test, what was seen is what the list says. */
export function watch(): void {
  afterEach(() => check(testNow()));
  afterAll(() => check(`${expect.getState().testPath?.replace(/^.*\/test\//, '') ?? ''}: ${before}`));
}

function check(test: string): void {
  const seen = found.get(test);
  if (!seen) return;
  const name = test.replace(onCosmos, '');
  const listed = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${name} | `));
  const rows = [...seen].map(([card, untrue]) => ({ line: `${name} | ${card}`, untrue })).sort((a, b) => (a.line < b.line ? -1 : 1));
  const fresh = rows.filter(({ line }) => !listed.includes(line));
  const gone = process.env.JOURNEYS_ON === 'cosmos' ? [] : listed.filter((line) => !rows.some((row) => row.line === line));
  const sentences = [...fresh.map(({ line, untrue }) => `${line}\n${differences(untrue)}`), ...gone.map((line) => `no longer so: ${line}`)];
  if (sentences.length > 0) throw new Error(`test/kit/untrue.txt is not what is seen:\n${sentences.join('\n')}`);
}

function differences({ key, stands, now }: Untrue): string {
  const only = (these: readonly string[], those: readonly string[]) => these.filter((each) => !those.includes(each)).join('\n    ');
  return `  ${key}\n  stands: ${only(stands, now)}\n  now: ${only(now, stands)}`;
}

function testNow(): string {
  const { currentTestName, testPath } = expect.getState();
  return currentTestName ?? `${testPath?.replace(/^.*\/test\//, '') ?? ''}: ${before}`;
}
