import { Temporal } from 'temporal-polyfill';
import type { Config } from '../../bot/config.ts';
import type { Charter } from '../../bot/governance/charter.ts';
import type { Cloud } from '../../bot/teams/cloud.ts';
import { body, charter } from '../charter.ts';
import { edgeSettings } from '../world-edge.ts';

/** What one life of the bot is told, by the process that will kill it. */
export interface Life {
  readonly store: string;
  readonly bodies: number;
  readonly cloud: Cloud;
  /** Where the token for sending comes from. */
  readonly origin: string;
  /** When this story began, in milliseconds of the wall. */
  readonly began: number;
}

/** Leases and waits of minutes pass in seconds. */
const pace = 20;
const start = Date.parse('2015-02-02T09:00:00Z');

export function timeOf({ began }: Pick<Life, 'began'>): () => Temporal.Instant {
  return () => Temporal.Instant.fromEpochMilliseconds(start + Math.round((Date.now() - began) * pace));
}

/** Many bodies of one kind, each with a channel of its own. */
export function bodiesOf(count: number): Charter {
  return charter({ bodies: [...Array.from({ length: count }, (_, at) => body(`panel-${at}`)), body('bureau')] });
}

export const config: Omit<Config, 'storeFile'> = {
  ...edgeSettings,
  pagesFolder: '',
  pagesUrl: null,
  publicUrl: null,
  administrators: [],
  logLevel: 'silent',
};
