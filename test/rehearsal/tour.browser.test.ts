import { describe, expect, test } from 'vitest';
import { walks } from '../kit/room/walk.ts';
import { browser } from '../kit/screen/browser.ts';

describe.skipIf(browser() === null)('the tour of the rehearsal room', () => {
  test('a newcomer does every step by what stands on the page, which ticks each, and nothing stands in anybody’s way', {
    timeout: 240_000,
  }, async () => {
    const walked = await walks({ language: 'da', width: 1400, height: 900, theme: 'light', by: 'mouse' }, { looks: false });
    expect(new Set(walked.told).size).toBe(14);
    expect(walked.ticked).toBe(14);
    expect(walked.presses).toBeLessThan(60);
    expect([...walked.faults, ...walked.obstacles]).toEqual([]);
  });
});
