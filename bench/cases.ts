import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDesk } from '../bot/desk.ts';
import { openDirectory } from '../bot/directory.ts';
import type { Command } from '../bot/governance/vocabulary/all.ts';
import { begun } from '../bot/governance/vocabulary/all.ts';
import { isRefusal } from '../bot/governance/vocabulary/refusal.ts';
import type { Stream, TextRef } from '../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../bot/handle.ts';
import { openSqlite } from '../bot/store/sqlite.ts';
import { drawOwnView } from '../bot/teams/draw.ts';
import { press } from '../bot/teams/press.ts';
import { deck } from '../cards/deck.ts';
import { now } from '../scheduler/clock.ts';
import { threeBodies } from '../test/kit/case-world.ts';
import { median, ratio } from './figures.ts';

/** A chair's press on a case, with few and with many cases in the store: recalled, decided, committed, and the presser's own view drawn. */
const sizes = [100, 10_000] as const;
const rounds = 15;
const pressesARound = 40;
const mostTimes = 2;

const charter = threeBodies();
const folder = await mkdtemp(join(tmpdir(), 'samspil-bench-cases-'));
const [few, many] = [await furnished(sizes[0]), await furnished(sizes[1])];
await few.round();
await many.round();
const seconds: { readonly few: number; readonly many: number }[] = [];
for (let each = 0; each < rounds; each++) seconds.push({ few: await few.round(), many: await many.round() });
const [small, large] = [median(seconds.map((each) => each.few)), median(seconds.map((each) => each.many))];
console.log(`milliseconds a chair's press, median of ${rounds} interleaved rounds of ${pressesARound}`);
console.log(`  ${sizes[0]} cases in the store       ${small.toFixed(2)}   1.00`);
console.log(`  ${sizes[1]} cases in the store     ${large.toFixed(2)}   ${ratio(large, small)} (at most ${mostTimes.toFixed(2)})`);
await few.close();
await many.close();
await rm(folder, { recursive: true });
if (large > mostTimes * small) process.exitCode = 1;

/** A store with so many cases in one body, and its two chairs. */
async function furnished(cases: number) {
  const store = openSqlite(join(folder, `${cases}.db`));
  const directory = openDirectory(store);
  const handle = openHandle(
    store,
    () => charter,
    (ms) => setTimeout(ms),
  );
  let asks = 0;
  const ask = async (stream: Stream, command: Command) => {
    const handled = await handle({ stream, command, by: { kind: 'operator' }, cause: `operator:bench.${++asks}`, now: now() });
    if (handled.result === 'refused') throw new Error(`${command.type} was refused: ${handled.refusal.refused}`);
  };
  const chairs = ['regional-chair', 'municipal-chair'] as const;
  for (const seat of chairs)
    await ask('body/panel', { type: 'FillSeat', appointment: `a-${seat}`, seat, person: seat, from: '2015-01-01' });
  const text: TextRef = { ref: 'words', mac: 'mac' };
  const content = { title: text, account: text, recommendations: [text], papers: null, journal: null };
  for (let each = 0; each < cases; each++) {
    await ask(`case/k${each}`, { type: 'DraftCase', body: 'panel', matter: { kind: 'professional', weighs: [] }, content });
    if (each < pressesARound) await ask(`case/k${each}`, { type: 'SendCase' });
  }
  const desk = (at: ReturnType<typeof now>) => openDesk(store, directory, charter, at);
  const pressing = { store, handle, deck, charter: () => charter, desk, now };
  const drawing = { store, directory, desk, now };
  let printing = 0;
  const chair = { person: chairs[0], one: chairs[0], administrator: false, language: 'da', channel: 'none' } as const;
  const one = async (at: number): Promise<void> => {
    const state = begun((await store.recall(`case/k${at}`))?.state, 'case');
    const verb = state?.phase === 'judging' && state.turns.length > 0 ? 'take-back' : 'here';
    const data = { card: 'case', about: `case/k${at}`, occasion: '', form: `f${++printing}`, version: 1, shown: '1' };
    const shown = await press(pressing, chair, { verb, data, automatic: false, message: null });
    if (isRefusal(shown)) throw new Error(shown.refused);
    const viewer = { kind: 'person', person: chair.one, administrator: false, language: 'da', ...shown.opened } as const;
    if (!(await drawOwnView(drawing, shown.card, shown.about, shown.occasion, viewer))) throw new Error('nothing is shown');
  };
  return {
    /** Milliseconds a press. */
    round: async (): Promise<number> => {
      const began = performance.now();
      for (let at = 0; at < pressesARound; at++) await one(at);
      return (performance.now() - began) / pressesARound;
    },
    close: () => store.close(),
  };
}
