import { Temporal } from 'temporal-polyfill';
import type { Desk, ParkedNotice, Seen } from '../cards/kit/card.ts';
import type { Directory } from './directory.ts';
import { emptyBody } from './governance/body/body.ts';
import type { BodyId, Charter } from './governance/charter/charter.ts';
import { wayUp } from './governance/charter/terms.ts';
import { bodiesRightUnder } from './governance/digest/digest.ts';
import { standsInFor } from './governance/people/two-secretaries.ts';
import { decisionsIn } from './governance/register/register.ts';
import { recipientsOf } from './governance/request/may-order.ts';
import { dateAt } from './governance/time/calendar.ts';
import { begun } from './governance/vocabulary/all.ts';
import type { ChannelKey, PersonKey, Stream } from './governance/vocabulary/stream.ts';
import { idIn, streamOf } from './governance/vocabulary/stream.ts';
import { bodyYearIn } from './governance/vocabulary/year/streams.ts';
import type { Store } from './store/store.ts';
import { noteKept } from './together.ts';
import { yearsOf } from './years.ts';

/** Stands for a person whose name has been erased; the same in every language. */
const nameless = 'N.N.';

const nowhere: Desk['page'] = () => null;
const noPicture = async () => null;

/** One drawing's desk: what is remembered now. Each stream, text and person is read once, so open a new one for every card. */
export async function openDesk(
  store: Store,
  directory: Directory,
  charter: Charter,
  when: Temporal.Instant | (() => Temporal.Instant),
  page: Desk['page'] = nowhere,
  picture: Desk['picture'] = noPicture,
  calendar: Desk['calendar'] = noPicture,
): Promise<Desk> {
  const recalled = once((stream: Stream) => store.recall(stream));
  const texts = once((stream: Stream) => store.texts(stream));
  const who = once((person: PersonKey) => directory.who(person));

  const persons = begun((await recalled('persons'))?.state, 'persons');
  const one = (person: PersonKey) => persons?.joined[person] ?? person;
  const name = async (person: PersonKey) => (await who(person))?.name || (await who(one(person)))?.name || nameless;

  const desk: Desk = {
    get now() {
      return typeof when === 'function' ? when() : when;
    },
    charter,
    state: async (kind, stream) => begun((await recalled(stream))?.state, kind),
    body: async (id) => begun((await recalled(streamOf('body', id)))?.state, 'body') ?? emptyBody(id),
    meetings: async (body, options) => {
      const streams = await store.ofBody('meeting', body, options);
      const states = await Promise.all(streams.map(async (stream) => begun((await recalled(stream))?.state, 'meeting')));
      return states.filter((state) => state !== null).sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    },
    cases: async (body) => {
      const raised = (await desk.body(body)).cases.map(({ about }) => about);
      const here = await store.ofBody('case', body, { openOnly: true });
      const states = await Promise.all(
        [...new Set([...raised, ...here])].map(async (stream) => begun((await recalled(stream))?.state, 'case')),
      );
      return states.filter((state) => state !== null).sort((a, b) => Date.parse(b.since) - Date.parse(a.since));
    },
    movedSince: async (kind, since) => {
      const heads = await store.heads(Date.parse(since), desk.now.epochMilliseconds, kind);
      const states = await Promise.all(heads.map(async ({ stream }) => begun((await recalled(stream))?.state, kind)));
      return states.filter((state) => state !== null);
    },
    groups: async (body) => {
      const near = charter.bodies.filter(({ terms }) => terms.some((each) => each.groups !== null)).map(({ id }) => id);
      const streams = await Promise.all(near.map((each) => store.ofBody('group', each, { openOnly: true })));
      const states = await Promise.all(streams.flat().map(async (stream) => begun((await recalled(stream))?.state, 'group')));
      return states
        .filter((state) => state !== null)
        .filter((state) => state.bodies.includes(body))
        .sort((a, b) => Date.parse(b.since) - Date.parse(a.since));
    },
    requests: async (bodies) => {
      const near = new Set(
        bodies.flatMap((body) => [body, ...recipientsOf(charter, body, dateAt(charter, desk.now)).map((each) => each.body)]),
      );
      const streams = await Promise.all([...near].map((each) => store.ofBody('request', each, { openOnly: true })));
      const states = await Promise.all(
        [...new Set(streams.flat())].map(async (stream) => begun((await recalled(stream))?.state, 'request')),
      );
      return states
        .filter((state) => state !== null)
        .filter((state) => bodies.includes(state.from) || (bodies.includes(state.to) && state.phase !== 'ordering'))
        .sort((a, b) => Date.parse(b.since) - Date.parse(a.since));
    },
    initiatives: async () => {
      const states = await Promise.all((await store.ofKind('initiative')).map((stream) => desk.state('initiative', stream)));
      return states.filter((state) => state !== null);
    },
    experiences: async (bodies, options) => {
      const near = charter.bodies.filter(({ terms }) => terms.some((each) => each.spreads !== null)).map(({ id }) => id);
      const streams = await Promise.all(near.map((each) => store.ofBody('experience', each, options)));
      const states = await Promise.all(streams.flat().map(async (stream) => begun((await recalled(stream))?.state, 'experience')));
      return states
        .filter((state) => state !== null)
        .filter((state) => [state.from, state.assessor, ...state.audience].some((each) => bodies.includes(each)))
        .sort((a, b) => Date.parse(b.since) - Date.parse(a.since));
    },
    flags: async (bodies) => {
      const streams = await Promise.all(bodies.map((each) => store.ofBody('flag', each, { openOnly: true })));
      const states = await Promise.all(streams.flat().map(async (stream) => begun((await recalled(stream))?.state, 'flag')));
      return states.filter((state) => state !== null).sort((a, b) => Date.parse(b.since) - Date.parse(a.since));
    },
    statusFacts: async () => {
      const streams = await store.ofKind('follow-up');
      const followUps = await Promise.all(streams.map(async (stream) => begun((await recalled(stream))?.state, 'follow-up')));
      return { followUps: followUps.filter((state) => state !== null), initiatives: await desk.initiatives() };
    },
    caseNumbered: (number) => caseNumbered(store, desk, number),
    decisions: async (body) => {
      const today = dateAt(charter, desk.now);
      const { wayUp: byDefault } = charter.collaboration.defaults;
      const near = new Set([body, ...wayUp(charter, body, today), ...byDefault, ...bodiesRightUnder(charter, body, today)]);
      const streams = (await Promise.all([...near].map((at) => store.ofBody('case', at, { openOnly: false })))).flat();
      const been = async (stream: Stream) => {
        const state = begun((await recalled(stream))?.state, 'case');
        return state !== null && [state.body, ...state.cameTo].includes(body);
      };
      const here = (await Promise.all(streams.map(async (stream) => ((await been(stream)) ? [stream] : [])))).flat();
      const each = await Promise.all(here.map(async (stream) => decisionsIn(charter, stream, await store.history(stream))));
      return each
        .flat()
        .filter((decision) => decision.body === body)
        .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    },
    year: async (year) => {
      const beside = (stream: Stream) => [year - 1, year, year + 1].includes(bodyYearIn(stream, 'year')?.year ?? 0);
      const [years, sittings] = await Promise.all([store.ofKind('year'), store.ofKind('meeting')]);
      const [plans, meetings, bodies] = await Promise.all([
        Promise.all(years.filter(beside).map((stream) => desk.state('year', stream))),
        Promise.all(sittings.map((stream) => desk.state('meeting', stream))),
        Promise.all(charter.bodies.map(({ id }) => desk.body(id))),
      ]);
      const records = {
        plans: plans.filter((plan) => plan !== null),
        meetings: meetings.filter((each) => each !== null),
        bodies,
        one,
      };
      return yearsOf(charter, year, records, dateAt(charter, desk.now));
    },
    bodyIn: async (channel) => begun((await recalled(streamOf('channel', channel)))?.state, 'channel')?.body ?? null,
    name,
    words: async (stream, text) => (await texts(stream)).get(text.ref)?.words ?? null,
    roster: async (body) => {
      const channel = await channelServing(desk, body);
      const members = channel === null ? [] : ((await directory.roster(channel))?.members ?? []);
      const seen = await Promise.all(members.map(async (member): Promise<Seen> => ({ ...member, name: await name(member.person) })));
      return seen.sort((a, b) => a.name.localeCompare(b.name, charter.collaboration.languages[0]));
    },
    one,
    sectorOf: (person) => persons?.sectors[one(person)] ?? null,
    parked: async () => {
      const parked: ParkedNotice[] = [];
      for (const item of await store.parked()) {
        if (item.kind !== 'notice') continue;
        const { notice, error } = item.standing;
        parked.push({ key: item.key, card: notice.card, to: 'body' in notice.to ? notice.to.body : null, error: error ?? '' });
      }
      return parked;
    },
    note: (key) => noteKept(store, key),
    anchors: async (month) => {
      const entries = await store.history('anchor');
      return entries.flatMap(({ event, hash }) => {
        if (event.type !== 'HeadsAnchored') return [];
        const night = dateAt(charter, Temporal.Instant.from(event.until));
        return night.startsWith(`${month}-`) ? [{ at: event.until, hash, streams: event.heads.length }] : [];
      });
    },
    channelName: async (channel) => {
      const address = await directory.address(channel);
      return address && `${address.teamName} – ${address.name}`;
    },
    teamOf: async (channel) => {
      const known = (await store.ofKind('channel')).map((stream) => idIn(stream, 'channel'));
      const teams = await Promise.all(known.map(async (each) => (await directory.address(each))?.team));
      const team = (await directory.address(channel))?.team;
      return known.filter((each, at) => each === channel || (team !== undefined && teams[at] === team));
    },
    page,
    calendar,
    picture,
  };
  return desk;
}

/** Where a body is served: its own channel, else its secretariat's; null: nowhere yet. */
export async function channelServing(desk: Desk, body: BodyId): Promise<ChannelKey | null> {
  const { channel } = await desk.body(body);
  if (channel !== null) return channel;
  const secretariat = standsInFor(desk.charter, body, dateAt(desk.charter, desk.now));
  return secretariat === null ? null : (await desk.body(secretariat)).channel;
}

/** Whether the bot can write there, as far as it has been told. */
export async function isReached(desk: Desk, channel: ChannelKey): Promise<boolean> {
  return (await desk.state('channel', streamOf('channel', channel)))?.installed ?? true;
}

/** Open cases stand with the body that numbered them; one that is over is looked for where it ended. */
async function caseNumbered(store: Store, desk: Desk, number: string): Promise<Stream | null> {
  const sought = number.toLocaleLowerCase();
  const bodies = desk.charter.bodies.filter(({ outside }) => !outside);
  for (const { id } of bodies) {
    const open = (await desk.body(id)).cases.find((each) => each.number.toLocaleLowerCase() === sought);
    if (open) return open.about;
  }
  for (const { id } of bodies) {
    for (const stream of await store.ofBody('case', id, { openOnly: false })) {
      if ((await desk.state('case', stream))?.number?.toLocaleLowerCase() === sought) return stream;
    }
  }
  return null;
}

/** The same question asked again while one card is drawn gets the answer already found. */
function once<A, T>(ask: (about: A) => Promise<T>): (about: A) => Promise<T> {
  const answers = new Map<A, Promise<T>>();
  return (about) => {
    const known = answers.get(about);
    if (known) return known;
    const answer = ask(about);
    answers.set(about, answer);
    return answer;
  };
}
