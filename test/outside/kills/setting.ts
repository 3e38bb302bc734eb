import { Temporal } from 'temporal-polyfill';
import type { Config } from '../../../bot/config.ts';
import type { Charter } from '../../../bot/governance/charter/charter.ts';
import type { Cloud } from '../../../bot/teams/cloud.ts';
import { body, charter } from '../../kit/charter.ts';
import { edgeSettings } from '../../kit/teams/settings.ts';

/** The process that will kill it gives each life of the bot these settings. */
export interface Life {
  readonly store: string;
  readonly bodies: number;
  readonly cloud: Cloud;
  /** The token for sending comes from this address. */
  readonly origin: string;
  /** The story began at this time of the wall clock, in milliseconds. */
  readonly began: number;
  /** Its clock is this far ahead of the story's, in the story's milliseconds. */
  readonly clock: number;
}

/** The story runs faster than the wall clock, so that leases and waits of minutes pass in seconds. */
const pace = 20;
const start = Date.parse('2015-02-02T09:00:00Z');

/** Returns when a story that has reached this time of its own must have begun. */
export function beganAt(time: string): number {
  return Date.now() - (Date.parse(time) - start) / pace;
}

export function timeOf({ began, clock }: Pick<Life, 'began' | 'clock'>): () => Temporal.Instant {
  return () => Temporal.Instant.fromEpochMilliseconds(start + Math.round((Date.now() - began) * pace) + clock);
}

/** Makes many bodies of one kind, each with a channel of its own. */
export function bodiesOf(count: number): Charter {
  return charter({ bodies: [...Array.from({ length: count }, (_, at) => body(`panel-${at}`)), body('bureau')] });
}

export const config: Omit<Config, 'storeFile'> = {
  ...edgeSettings,
  /** Time-outs run by the wall clock, while a lease runs by the story's. */
  timing: { leaseMs: 120_000, sendMs: 40_000 / pace, answerMs: 15_000 / pace, skewMs: 60_000 },
  pagesPlace: '',
  pagesUrl: null,
  publicUrl: null,
  administrators: [],
  logLevel: 'silent',
};
