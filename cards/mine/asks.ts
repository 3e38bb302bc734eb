import { Temporal } from 'temporal-polyfill';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { awaited } from '../../bot/governance/people/awaited.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { AskingState } from '../../bot/governance/vocabulary/all.ts';
import { type Ask, askKinds } from '../../bot/governance/vocabulary/ask/ask.ts';
import { isStream, kindOf, type Stream, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { workPlanStream, yearStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { leadsTo, nameOfAbout } from '../asks/named.ts';
import type { Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { aroundAsk } from '../kit/people.ts';
import { textIn } from '../text/languages.ts';

type Person = Extract<Viewer, { kind: 'person' }>;

/** Whatever falls to this person now by the same rule as the mentions; `known` says what stands on their list already. */
export async function asksAwaiting(desk: Desk, viewer: Viewer, known: (about: Stream) => boolean) {
  if (viewer.kind === 'everyone') return [];
  const bodies = desk.charter.bodies.filter(({ outside }) => !outside).map(({ id }) => id);
  const streams = (await streamsOf(desk, bodies)).filter((about) => !known(about));
  return (await Promise.all([...new Set(streams)].map((about) => rowsOf(desk, about, viewer)))).flat();
}

/** Where a row of that list leads: to the card on which it is answered. */
export function toAsked({ picks }: Form): Reading {
  const [kind, about = ''] = (picks.case ?? '').split(' ');
  const what = askKinds.find((each) => each === kind);
  if (what === undefined || !isStream(about)) return { refused: 'not-there' };
  const { card, open } = leadsTo(about, what);
  return { read: 'card', card, about, open, picks: {} };
}

async function rowsOf(desk: Desk, about: Stream, viewer: Person) {
  const state: AskingState | null = await desk.state(kindOf(about), about);
  if (state === null) return [];
  const asks = openAsks(about, state, desk.charter).filter((ask) => !isAhead(desk, ask));
  const person = desk.one(viewer.person);
  const rows = await Promise.all(
    asks.map(async (ask) => (awaited(ask, await aroundAsk(desk, ask)).now.includes(person) ? [await row(desk, ask, viewer)] : [])),
  );
  return rows.flat();
}

/** What is asked first when its day has passed. */
function isAhead(desk: Desk, { said, by }: Ask): boolean {
  return said === 'late' && by !== null && by >= dateAt(desk.charter, desk.now);
}

async function row(desk: Desk, { what, about, by }: Ask, { language }: Person) {
  const { ask: text, weekday } = textIn(language);
  return {
    title: text.titles[what],
    when: by === null ? '' : text.by(weekday(Temporal.PlainDate.from(by))),
    line: await nameOfAbout(desk, about, language),
    asked: 'plan',
    meeting: '',
    case: `${what} ${about}`,
    verb: 'ask',
    open: text.open.answer,
    yes: '',
    no: '',
  };
}

async function streamsOf(desk: Desk, bodies: readonly BodyId[]): Promise<readonly Stream[]> {
  const running = Number(dateAt(desk.charter, desk.now).slice(0, 4));
  const [cases, groups, requests, experiences, flags, initiatives] = await Promise.all([
    Promise.all(bodies.map((id) => desk.cases(id))),
    Promise.all(bodies.map((id) => desk.groups(id))),
    desk.requests(bodies),
    desk.experiences(bodies, { openOnly: true }),
    desk.flags(bodies),
    desk.initiatives(),
  ]);
  return [
    ...cases.flat().map((each) => streamOf('case', each.case)),
    ...groups.flat().map(({ group }) => streamOf('group', group)),
    ...requests.map(({ request }) => streamOf('request', request)),
    ...experiences.map(({ experience }) => streamOf('experience', experience)),
    ...flags.map(({ flag }) => streamOf('flag', flag)),
    ...initiatives.map(({ initiative }) => streamOf('initiative', initiative)),
    ...bodies.flatMap((id) => [streamOf('body', id), streamOf('portfolio', id), streamOf('milestone-plan', id)]),
    ...bodies.flatMap((id) => [running, running + 1].flatMap((year) => [yearStream(id, year), workPlanStream(id, year)])),
  ];
}
