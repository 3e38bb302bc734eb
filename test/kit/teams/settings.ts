import type { Config } from '../../../bot/config.ts';
import type { Identity } from '../../../bot/directory.ts';
import type { Someone, TeamsPlace } from '../../../bot/rehearsal/connector/activities.ts';
import { appId, tenant } from './connector.ts';
import type { Shown } from './screen.ts';

/** What an invoke is answered with. */
export type Answer = { readonly card: Shown } | { readonly sentence: string } | { readonly nothing: true };

export function answerIn(body: string): Answer {
  if (body === '') return { nothing: true };
  const { type, value } = JSON.parse(body);
  return type === 'application/vnd.microsoft.card.adaptive' ? { card: value } : { sentence: String(value) };
}

export function identityOf({ id, aadObjectId }: Someone): Identity {
  return { tenant, aadObjectId, mri: id };
}

/** A channel of the team, by its name; where Teams is reached is filled in by whoever runs it. */
export function placeNamed(name: string): TeamsPlace {
  const channel = `19:${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}@thread.tacv2`;
  return { serviceUrl: '', appId, tenant, team: '19:fjorden@thread.tacv2', teamName: 'Fjorden', channel, channelName: name };
}

/** The settings of a bot in Teams that listens where there is room. */
export const edgeSettings: Omit<Config, 'administrators' | 'storeFile' | 'pagesPlace'> = {
  seeds: '',
  pagesUrl: 'https://moeder.example/',
  publicUrl: 'https://samspil.example',
  host: '127.0.0.1',
  port: 0,
  bot: { kind: 'teams', appId, tenant, appType: 'UserAssignedMsi', password: null },
  partnerTenants: [],
  logLevel: 'error',
  timing: { leaseMs: 120_000, sendMs: 40_000, answerMs: 15_000, skewMs: 60_000 },
};
