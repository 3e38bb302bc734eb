import type { Refusals } from './text.ts';

const fields: Readonly<Record<string, string>> = {
  date: 'the date',
  from: 'the start',
  to: 'the end',
  until: 'the last day',
  asOf: 'the date',
  place: 'place or link',
  deputy: 'deputy',
  person: 'person',
  keep: 'person',
  join: 'person',
  seat: 'seat',
  appointment: 'appointment',
  sector: 'sector',
  attendance: 'answer',
  body: 'body',
  search: 'name',
  notice: 'card',
};
const field = (name: string) => fields[name] ?? 'the field';

export const refusals: Refusals = {
  'not-in-model': ({ what }) =>
    ({
      body: 'That body is not in the model.',
      seat: 'That seat or sector is not in the terms of reference.',
      card: 'Samspil does not know that card any more. Write the word again to get a new one.',
    })[what],
  'no-body-here': () => 'No body has been chosen for this channel yet.',
  'only-secretaries': () => 'Only the secretaries of the body can do that.',
  'only-administrators': () => 'Only administrators can do that.',
  'only-seat-holders': () => 'Only somebody with a seat in the body can do that.',
  'only-members-of-the-channel': () => 'Only members of the channel can do that.',
  'already-bound': ({ body }, names) => `${names.body(body)} already meets here. An administrator can move it.`,
  'seat-is-full': ({ clause }, names) => `The seat is filled. End the appointment that stands first${names.clause(clause)}.`,
  'wrong-sector': ({ seat, sector, clause }, names) =>
    `The seat "${names.seat(seat)}" is for ${names.sector(sector)}, and the person belongs to another sector${names.clause(clause)}.`,
  'one-person-two-keys': ({ clause }, names) => `The same person cannot hold both keys${names.clause(clause)}.`,
  'already-in-seat': () => 'The person already holds that seat.',
  'unknown-person': () => 'Samspil does not know that person. Choose one from the list.',
  'two-sectors': () => 'They belong to different sectors, so they cannot be one person. Change the sector first.',
  'not-this-tenant': () => 'Your organisation is not part of the collaboration here in Teams, so Samspil cannot take your answer.',
  'no-such-appointment': () => 'That appointment is not there any more.',
  'no-such-meeting': () => 'That meeting does not exist.',
  'meeting-is-over': () => 'The meeting has been held, so the answer cannot be changed.',
  'meeting-in-the-past': () => 'That time has passed. Choose one to come.',
  'not-a-date': ({ field: name }) => `Look at ${field(name)}: that day or time does not exist.`,
  'ends-before-it-starts': () => 'It ends before it begins. Change the date or the time.',
  missing: ({ field: name }) => `Something is missing: ${field(name)}.`,
  'too-long': ({ field: name, most }) => `Too long: ${field(name)} may have at most ${most} characters.`,
  'not-a-link': () => 'The link must begin with https:// and be a real address.',
  'deputy-is-yourself': () => 'Nobody can be their own deputy. Choose somebody else.',
  'changed-meanwhile': () => 'The case has changed since you saw it. Here is the new one.',
  'terms-in-force': ({ file, line }) => `The terms have been in force and cannot change (${file}, line ${line}).`,
  'too-much': () => 'That is too much at once. Split it up.',
  'try-again': () => 'That did not work just now. Please try again in a moment.',
};
