import { secretary } from './group.ts';
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
  await teams.presses(secretary, 'Vis mine muligheder', before);
  if (before !== unbound) await teams.presses(secretary, 'Vælg et andet organ', before);
  await teams.presses(secretary, 'Gem valget', before, { Organ: name });
  await teams.seesCard(`Her mødes ${name}`);
  const { conversation } = await teams.seesCard(`Her mødes ${name}`);
  await teams.writes('bemanding', conversation.split(';')[0] ?? '');
  await teams.presses(secretary, 'Vis mine muligheder', `Bemanding: ${name}`);
  for (const [seat, who] of seats) {
    await teams.presses(secretary, 'Besæt en plads', `Bemanding: ${name}`);
    await teams.presses(secretary, 'Find', `Bemanding: ${name}`, { Plads: seat, 'Navn eller en del af det': who });
    await teams.presses(secretary, 'Gem', `Bemanding: ${name}`, { Person: who });
  }
}

const unbound = 'Hvilket organ mødes her?';
const steering = 'Sundhedsstyregruppen';

export async function theSteeringGroupMeets(teams: StandIn, channel: string): Promise<void> {
  await teams.installs(channel);
  await meetsIn(teams, unbound, steering, steeringSeats);
}

/** In the same channel: the steering group is served there from now on, and so is the political committee. */
export function theSecretariatMeets(teams: StandIn): Promise<void> {
  return meetsIn(teams, `Her mødes ${steering}`, 'Fællessekretariatet', secretariatSeats);
}
