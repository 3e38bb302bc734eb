import { afterAll, afterEach, expect } from 'vitest';
import type { Untrue } from './oracle.ts';

const found = new Map<string, Map<string, Untrue>>();

/** Noted under the test that runs now, where somebody looks at every standing card. */
export function note(untrue: readonly Untrue[]): void {
  const cards = found.get(testNow()) ?? new Map<string, Untrue>();
  for (const each of untrue) if (!cards.has(each.card)) cards.set(each.card, each);
  found.set(testNow(), cards);
}

/** For a set-up file: a test fails in which a card has stood that said something else than it would if it were drawn at that moment. */
export function watch(): void {
  afterEach(() => check(testNow()));
  afterAll(() => check(beforeAnyTest()));
}

function check(test: string): void {
  const seen = [...(found.get(test)?.values() ?? [])];
  found.delete(test);
  if (seen.length > 0) throw new Error(`${test}: a card says what is not true\n${seen.map(differences).join('\n')}`);
}

function differences({ key, stands, now }: Untrue): string {
  const only = (these: readonly string[], those: readonly string[]) => these.filter((each) => !those.includes(each)).join('\n    ');
  return `  ${key}\n  stands: ${only(stands, now)}\n  now: ${only(now, stands)}`;
}

function testNow(): string {
  return expect.getState().currentTestName ?? beforeAnyTest();
}

function beforeAnyTest(): string {
  return `${expect.getState().testPath?.replace(/^.*\/test\//, '') ?? ''}: before its first test`;
}
