import { appendFileSync } from 'node:fs';
import { afterAll, afterEach, expect } from 'vitest';
import type { Looked, Untrue } from './oracle.ts';

const found = new Map<string, Map<string, Untrue>>();
const counted = { looks: 0, cards: 0, untrue: 0 };

/** Noted under the test that runs now, where somebody looks at every standing card. */
export function note({ cards, untrue }: Looked): void {
  const here = found.get(testNow()) ?? new Map<string, Untrue>();
  for (const each of untrue) if (!here.has(each.card)) here.set(each.card, each);
  found.set(testNow(), here);
  counted.looks += 1;
  counted.cards += cards;
  counted.untrue += untrue.length;
}

/** For a set-up file: a test fails in which a card has stood that said something else than it would if it were drawn at that moment. */
export function watch(): void {
  afterEach(() => check([testNow()]));
  afterAll(() => {
    const { TRUTH_COUNTS: file } = process.env;
    if (file && counted.looks > 0) appendFileSync(file, `${JSON.stringify(counted)}\n`);
    Object.assign(counted, { looks: 0, cards: 0, untrue: 0 });
    check([...found.keys()]);
  });
}

function check(tests: readonly string[]): void {
  const sentences = tests.flatMap((test) => {
    const seen = [...(found.get(test)?.values() ?? [])];
    found.delete(test);
    return seen.length === 0 ? [] : [`${test}: a card says what is not true\n${seen.map(differences).join('\n')}`];
  });
  if (sentences.length > 0) throw new Error(sentences.join('\n'));
}

function differences({ key, stands, now }: Untrue): string {
  const only = (these: readonly string[], those: readonly string[]) => these.filter((each) => !those.includes(each)).join('\n    ');
  return `  ${key}\n  stands: ${only(stands, now)}\n  now: ${only(now, stands)}`;
}

function testNow(): string {
  const { currentTestName, testPath } = expect.getState();
  return currentTestName ?? `${testPath?.replace(/^.*\/test\//, '') ?? ''}: outside its tests`;
}
