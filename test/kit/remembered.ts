import { openCosmos } from '../../bot/store/cosmos.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { type CosmosFake, startCosmosFake } from './cosmos/fake.ts';
import { key } from './cosmos/opened.ts';
import { weather } from './cosmos/weather.ts';
import { forgetting } from './oracle/forgetting.ts';

const clouds = new Map<string, Promise<CosmosFake>>();

/** The store of a journey: embedded, or where JOURNEYS_ON=cosmos the Cosmos one on our stand-in, every twentieth request going wrong. */
export async function remembered(file: string): Promise<Store> {
  const { TRUTH_WITHOUT: sources } = process.env;
  const store = await kept(file);
  return sources ? forgetting(store, new RegExp(sources)) : store;
}

async function kept(file: string): Promise<Store> {
  if (process.env.JOURNEYS_ON !== 'cosmos') return openSqlite(file);
  const cloud = file === ':memory:' ? startCosmosFake() : (clouds.get(file) ?? startCosmosFake());
  clouds.set(file, cloud);
  const fake = await cloud;
  fake.fault = weather(1812, 20);
  return openCosmos({ endpoint: fake.endpoint, key, pause: () => Promise.resolve() });
}
