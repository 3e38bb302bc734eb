import { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../../bot/governance/body/body.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { experience as experienceRules } from '../../bot/governance/knowledge/experience.ts';
import { meeting as meetingRules } from '../../bot/governance/meeting/meeting.ts';
import type { Decision } from '../../bot/governance/register/register.ts';
import type { State } from '../../bot/governance/vocabulary/all.ts';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import type { RequestState } from '../../bot/governance/vocabulary/request.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { yearFacts } from '../../bot/governance/year/facts.ts';
import type { AnchoredNight, Desk, ParkedNotice, Seen } from '../../cards/kit/card.ts';
import { charter as fjord } from './charter.ts';

export interface OnTheDesk {
  readonly now?: string;
  readonly charter?: Charter;
  readonly bodies?: readonly BodyState[];
  readonly meetings?: readonly CalledMeeting[];
  readonly states?: Readonly<Partial<Record<Stream, State>>>;
  readonly decisions?: readonly Decision[];
  readonly names?: Readonly<Record<PersonKey, string>>;
  readonly roster?: readonly Seen[];
  readonly words?: Readonly<Record<string, string>>;
  readonly joined?: Readonly<Record<PersonKey, PersonKey>>;
  readonly sectors?: Readonly<Record<PersonKey, string>>;
  readonly parked?: readonly ParkedNotice[];
  readonly nights?: readonly AnchoredNight[];
  readonly channels?: Readonly<Record<string, string>>;
}

/** A desk from plain data: cards are drawn from it as they are from the store's. */
export function desk(on: OnTheDesk = {}): Desk {
  const charter = on.charter ?? fjord();
  const bodies = on.bodies ?? [];
  const meetings = on.meetings ?? [];
  const one = (person: PersonKey) => on.joined?.[person] ?? person;
  const states: Readonly<Partial<Record<string, State>>> = {
    ...Object.fromEntries(bodies.map((each) => [`body/${each.body}`, each])),
    ...Object.fromEntries(meetings.map((each) => [`meeting/${each.meeting}`, each])),
    ...on.states,
  };
  return {
    now: Temporal.Instant.from(on.now ?? '2015-02-02T08:00:00Z'),
    charter,
    state: async (kind, stream) => begun(states[stream], kind),
    body: async (id) => bodies.find((each) => each.body === id) ?? emptyBody(id),
    meetings: async (body, { openOnly }) =>
      meetings
        .filter((each) => each.body === body && (!openOnly || meetingRules.index(each, charter).open))
        .sort((a, b) => Date.parse(a.start) - Date.parse(b.start)),
    cases: async (body) => casesOf(states).filter((each) => each.at === body || each.body === body),
    caseNumbered: async (number) => {
      const found = casesOf(states).find((each) => each.number?.toLowerCase() === number);
      return found ? `case/${found.case}` : null;
    },
    movedSince: async (kind) => Object.values(states).flatMap((state) => begun(state, kind) ?? []),
    groups: async (body) =>
      Object.values(states).flatMap((state) => (state?.kind === 'group' && state.bodies.includes(body) ? [state] : [])),
    initiatives: async () => Object.values(states).flatMap((state) => (state?.kind === 'initiative' ? [state] : [])),
    experiences: async (bodies, { openOnly }) =>
      Object.values(states).flatMap((state) =>
        state?.kind === 'experience' &&
        (!openOnly || experienceRules.index(state, charter).open) &&
        [state.from, state.assessor, ...state.audience].some((each) => bodies.includes(each))
          ? [state]
          : [],
      ),
    flags: async (bodies) =>
      Object.values(states).flatMap((state) => (state?.kind === 'flag' && bodies.includes(state.body) ? [state] : [])),
    statusFacts: async () => ({
      followUps: Object.values(states).flatMap((state) => (state?.kind === 'follow-up' ? [state] : [])),
      initiatives: Object.values(states).flatMap((state) => (state?.kind === 'initiative' ? [state] : [])),
    }),
    requests: async (bodies) => requestsOf(states).filter((each) => bodies.includes(each.from) || bodies.includes(each.to)),
    decisions: async (body) => (on.decisions ?? []).filter((each) => each.body === body),
    year: async (year) => {
      const plans = Object.values(states).flatMap((state) => (state?.kind === 'year' ? [state] : []));
      return yearFacts(charter, year, { plans, meetings, bodies, one }, (on.now ?? '2015-02-02').slice(0, 10));
    },
    bodyIn: async (channel) => bodies.find((each) => each.channel === channel)?.body ?? null,
    name: async (person) => on.names?.[person] ?? person,
    words: async (_stream, { ref }) => on.words?.[ref] ?? null,
    roster: async () => on.roster ?? [],
    one,
    sectorOf: (person) => on.sectors?.[one(person)] ?? null,
    parked: async () => on.parked ?? [],
    note: async () => ({ came: null, others: [] }),
    teamOf: async () => Object.keys(on.channels ?? {}),
    anchors: async () => on.nights ?? [],
    channelName: async (channel) => on.channels?.[channel] ?? null,
    picture: async (picture) => {
      const address = 'https://billeder.example';
      if (picture.of === 'organisation') return `${address}/organisation-${picture.asOf}-${picture.language}.png`;
      return `${address}/year-${picture.body}-${picture.year}.png?${encodeURIComponent(`${picture.mark} ${picture.language}`)}`;
    },
    page: (meeting) => `https://moeder.example/${meeting}.html`,
    calendar: async (of) => `https://moeder.example/kalender/${Object.values(of).join('-')}.ics`,
  };
}

function casesOf(states: Readonly<Partial<Record<string, State>>>): readonly RaisedCase[] {
  return Object.values(states).flatMap((state) => begun(state, 'case') ?? []);
}

function requestsOf(states: Readonly<Partial<Record<string, State>>>): readonly RequestState[] {
  return Object.values(states).flatMap((state) => (state?.kind === 'request' ? [state] : []));
}
