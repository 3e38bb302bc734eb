import { Temporal } from 'temporal-polyfill';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { theCase } from './case-world.ts';
import { mortal } from './mortal.ts';
import { remembered } from './remembered.ts';
import { startConnector } from './teams/connector.ts';
import type { World, WorldOptions } from './world.ts';

/** One step of somebody's, and how it shows that it was taken. */
export interface Step {
  readonly act: (world: World) => Promise<unknown>;
  readonly done: (world: World, state: RaisedCase | null) => boolean | Promise<boolean>;
}
type Open = (at: string, options: Partial<WorldOptions>) => Promise<World>;

/** So many lives without getting on, and the step will never be taken. */
const mostLives = 60;

/** A world whose process stops after each append, so that every step needs as many lives as it has appends. */
export async function openLives(open: Open, storeFile: string) {
  let ms = Date.parse('2015-02-02T08:00:00Z');
  let living: World | null = null;
  let began = 0;
  let stops = 0;
  const connector = await startConnector({ now: () => Math.max(ms, living?.now().epochMilliseconds ?? 0) });

  async function live(act: (world: World) => Promise<unknown>): Promise<void> {
    const memory = mortal(await remembered(storeFile));
    const at = Temporal.Instant.fromEpochMilliseconds(ms + 120_000)
      .toZonedDateTimeISO('Europe/Copenhagen')
      .toString()
      .slice(0, 16);
    const world = await open(at, { connector, remembers: memory.store });
    living = world;
    try {
      await world.settle();
      await act(world);
      await world.settle();
    } catch (fault) {
      if (!memory.dead()) throw fault;
    } finally {
      ms = Math.max(ms, world.now().epochMilliseconds);
      await memory.quiet();
      await world.close();
      if (memory.dead()) stops++;
    }
  }

  return {
    /** What comes before, in one life that ends by itself. */
    begins: async (act: (world: World) => Promise<void>): Promise<void> => {
      const world = await open('2015-02-02T09:00', { connector, store: storeFile });
      living = world;
      await act(world);
      ms = world.now().epochMilliseconds;
      began = await appends(world);
      await world.close();
    },
    takes: async (step: Step): Promise<void> => {
      for (let life = 0; life < mostLives; life++) {
        let done = false;
        await live(async (world) => {
          const state = (await world.store.ofKind('case')).length > 0 ? await theCase(world) : null;
          done = await step.done(world, state);
          if (!done) await step.act(world);
        });
        if (done) return;
      }
      throw new Error('a step was never taken');
    },
    /** A last life, to look at what became of it; resolves with how often the process stopped, and how many appends there were. */
    ends: async (at: string, look: (world: World) => Promise<void>): Promise<{ readonly stops: number; readonly appends: number }> => {
      const world = await open(at, { connector, store: storeFile });
      try {
        await world.settle();
        await look(world);
        return { stops, appends: (await appends(world)) - began };
      } finally {
        await world.close();
        await connector.close();
      }
    },
  };
}

/** How many appends the ledger was written in: the entries of one have one cause. */
async function appends({ store }: World): Promise<number> {
  const heads = await store.heads(null, Number.MAX_SAFE_INTEGER);
  const entries = await Promise.all(heads.map(({ stream }) => store.history(stream)));
  return new Set(entries.flat().map(({ stream, cause }) => `${stream} ${cause}`)).size;
}
