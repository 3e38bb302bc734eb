import { secretary, shortly } from './group.ts';
import type { StandIn } from './stand-in.ts';

/** Where the six people sit in the steering group and in the joint secretariat, which also answers for the political committee. */
const steeringSeats = [
  ['Koncerndirektør i regionen (medformand)', 'Regional formand'],
  ['Kommunaldirektør (medformand)', 'Kommunal formand'],
  ['Regional sekretær', 'Regional sekretær'],
] as const;
const secretariatSeats = [
  ['Konsulent fra Nære Sundhedstilbud', 'Regional sekretær'],
  ['Konsulent fra KKR', 'Kommunal sekretær'],
] as const;

/** A body's channel, with these people in its seats. `before`: how the card begins that says which body meets there until now. */
async function meetsIn(teams: StandIn, before: string, name: string, seats: readonly (readonly [string, string])[]): Promise<void> {
  await teams.presses(secretary, 'Vis handlinger', before);
  if (before !== unbound) await teams.presses(secretary, 'Skift gruppe', before);
  await teams.presses(secretary, 'Gem valget', before, { 'Gruppe eller udvalg': name });
  await teams.seesCard(`Kanalen bruges af: ${shortly[name] ?? name}`);
  const { conversation } = await teams.seesCard(`Kanalen bruges af: ${shortly[name] ?? name}`);
  const members = `Medlemmer: ${shortly[name] ?? name}`;
  await teams.writes('bemanding', conversation.split(';')[0] ?? '');
  await teams.presses(secretary, 'Vis handlinger', members);
  for (const [seat, who] of seats) {
    await teams.presses(secretary, 'Udpeg medlem', members);
    await teams.presses(secretary, 'Find', members, { Plads: seat, 'Navn eller en del af det': who });
    await teams.presses(secretary, 'Gem', members, { Person: who });
  }
}

const unbound = 'Hvilken gruppe bruger kanalen?';
const steering = 'Sundhedsstyregruppen';

export async function theSteeringGroupMeets(teams: StandIn, channel: string): Promise<void> {
  await teams.installs(channel);
  await meetsIn(teams, unbound, steering, steeringSeats);
}

/** In the same channel: the steering group is served there from now on, and so is the political committee. */
export function theSecretariatMeets(teams: StandIn): Promise<void> {
  return meetsIn(teams, `Kanalen bruges af: ${shortly[steering]}`, 'Fællessekretariatet', secretariatSeats);
}
