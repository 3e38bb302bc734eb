import type { StandIn } from './stand-in.ts';

export const secretary = 'Regional sekretær';

const seats = [
  ['Regional sekretær', 'Regional sekretær'],
  ['Kommunal sekretær', 'Kommunal sekretær'],
  ['Regional formand', 'Regional formand'],
  ['Kommunal formand', 'Kommunal formand'],
  ['Repræsentant for almen praksis', 'Almen praksis'],
  ['Hospitalsrepræsentant fra en somatisk klynge', 'Klynge'],
];

/** What stands on a body's cards. */
export const shortly: Readonly<Record<string, string>> = {
  Sundhedsstyregruppen: 'SSG',
  'Temagruppen for sundheds-it': 'It-temagruppen',
};

/** The bot is installed in a channel, and a body meets there. */
export async function meetsIn(teams: StandIn, channel: string, body: string): Promise<void> {
  await teams.installs(channel);
  await teams.presses(secretary, 'Vis handlinger', 'Hvilken gruppe');
  await teams.presses(secretary, 'Gem valget', 'Hvilken gruppe', { 'Gruppe eller udvalg': body });
  await teams.seesCard(`Kanalen bruges af: ${shortly[body] ?? body}`);
}

/** The bot is installed, the IT group meets in the channel, and the stand-in's six people sit in it. */
export async function seatsTheGroup(teams: StandIn, channel: string): Promise<void> {
  await meetsIn(teams, channel, 'Temagruppen for sundheds-it');
  await teams.writes('bemanding', channel);
  await teams.presses(secretary, 'Vis handlinger', 'Medlemmer');
  for (const [seat = '', name = ''] of seats) {
    await teams.presses(secretary, 'Udpeg medlem', 'Medlemmer');
    await teams.presses(secretary, 'Find', 'Medlemmer', { Plads: seat, 'Navn eller en del af det': name });
    await teams.presses(secretary, 'Gem', 'Medlemmer', { Person: name });
  }
}

/** The secretary puts a meeting in from the card. */
export async function plansMeeting(
  teams: StandIn,
  channel: string,
  fields: Readonly<Record<string, string>>,
  special = false,
): Promise<void> {
  await teams.writes('nyt møde', channel);
  await teams.presses(secretary, 'Vis handlinger', 'Nyt møde');
  await teams.presses(secretary, special ? 'Indkald særligt møde' : 'Indkald til møde', 'Nyt møde');
  await teams.presses(secretary, 'Opret mødet', 'Nyt møde', fields);
}
