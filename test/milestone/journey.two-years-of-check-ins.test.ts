import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { dateAt, instantOf, wall } from '../../bot/governance/time/calendar.ts';
import type { Command, State } from '../../bot/governance/vocabulary/all.ts';
import type { FollowUpRow, FollowUpState } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { WrittenMilestone } from '../../bot/governance/vocabulary/milestone/plan.ts';
import type { Notice } from '../../bot/governance/vocabulary/notice.ts';
import type { Actor, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { type Handle, openHandle } from '../../bot/handle.ts';
import { daysOff } from '../../bot/model/days-off.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Entry, Store } from '../../bot/store/store.ts';
import { openTick, type Tick } from '../../scheduler/tick.ts';
import { body, charter } from '../kit/charter.ts';
import { text } from '../kit/given.ts';
import { daysAskedAsDue, quartersOf, shifted } from './check-in-days.ts';

const first = '2015-01-05';
const last = '2017-01-05';
const bodies = Array.from({ length: 10 }, (_, at) => `body-${at}`);
const fjord = charter();
const model: Charter = {
  ...fjord,
  bodies: [...bodies.map((id) => body(id)), body('bureau')],
  daysOff: daysOff(fjord.collaboration.calendar),
};

/** The time in which a row was asked about with one due date, from the day it came or was changed until the day that ended. */
interface Spell {
  readonly body: string;
  readonly row: string;
  readonly begins: string;
  readonly ends: string;
  readonly due: string;
}
/** An answer given on a day, at one o'clock. */
interface Said {
  readonly body: string;
  readonly row: string;
  readonly on: string;
  readonly done: boolean;
}

let store: Store;
let handle: Handle;
let tick: Tick;
let now = instantOf(model, first, '07:00');
let asked = 0;
/** The states are kept here, so that two years are not read again and again. */
const states = new Map<Stream, State>();
const posted: { readonly notice: Notice; readonly on: string; readonly time: string }[] = [];
const said: Said[] = [];
const spells: Spell[] = [];

beforeAll(() => {
  store = openSqlite(':memory:');
  const asks = openHandle(
    store,
    () => model,
    async () => undefined,
  );
  handle = async (what) => {
    const handled = await asks(what);
    if (handled.result !== 'refused') states.set(what.stream, handled.state);
    return handled;
  };
  const log = { info: () => undefined, error: (what: object, message: string) => expect([message, what]).toEqual([]) };
  tick = openTick({ store, charter: () => model, handle, skewMs: 0, log });
});
afterAll(() => store.close());

test('throughout two years ten bodies are asked about 120 milestones on the right working days, unless they had answered', {
  timeout: 300_000,
}, async () => {
  for (const id of bodies)
    for (const seat of ['regional-chair', 'municipal-chair'])
      await ask(
        `body/${id}`,
        { type: 'FillSeat', appointment: seat, seat, person: `${id}-${seat}`, from: '2015-01-01' },
        { kind: 'operator' },
      );
  for (const id of bodies) await inForce(id, planOf(id));
  for (let day = first; day <= last; day = shifted(day, 1)) {
    for (const time of ['08:29', '08:30']) await looks(day, time);
    now = instantOf(model, day, '13:00');
    if (day === '2015-09-15') await changes();
    for (const id of bodies) await answers(id, day);
    await carried(day);
  }

  const cards = await cardsAsked();
  expect(cards).toEqual(expected());
  // The first check-in of a quarter is one new card in the body's own channel at half past eight on that day; later ones are drawn there.
  const prompts = posted.filter(({ notice }) => notice.card === 'check-in');
  expect(
    prompts.map(({ notice, on, time }) => `${on} ${time} ${notice.about} ${'body' in notice.to ? notice.to.body : ''}`).sort(),
  ).toEqual(
    firstOfQuarters(cards)
      .map(({ body: of, on }) => `${on} 08:30 follow-up/${of} ${of}`)
      .sort(),
  );
  expect(new Set(posted.map(({ notice }) => notice.key)).size).toBe(posted.length);
  const counted = { rows: spells.length, cards: cards.length, asked: cards.flatMap(({ rows }) => rows).length, said: said.length };
  expect(counted).toEqual({ rows: 137, cards: 625, asked: 1174, said: 1052 });
});

/** Each body has twelve milestones. Every third of the first five bodies' is carried by two of the others; some begin late. */
function planOf(id: string): readonly WrittenMilestone[] {
  const at = bodies.indexOf(id);
  return Array.from({ length: 12 }, (_, number) => ({
    id: `m${number}`,
    deliverable: { text: text(`${id}-${number}`), in: `milestone-plan/${id}` as const },
    initiative: null,
    owner: number % 4 === 0 ? null : `${id}-owner-${number % 5}`,
    from: number % 5 === 4 ? shifted(first, 40 + 31 * number) : null,
    due: shifted(first, 45 + 47 * number + 13 * at),
    dependsOn: number > 0 && number % 6 === 0 ? [`m${number - 1}`] : [],
    carriedBy: at < 5 && number % 3 === 2 ? [`body-${5 + at}`, `body-${5 + ((at + number) % 5)}`] : [],
  }));
}

/** Puts a plan in force at once, since only a plan in force counts here. */
async function inForce(id: string, plan: readonly WrittenMilestone[]): Promise<void> {
  const today = dateAt(model, now);
  const stream: Stream = `milestone-plan/${id}`;
  await ask(stream, { type: 'TakeList', milestones: plan, whole: true, keep: [], sameWords: [] }, { kind: 'operator' });
  await ask(stream, { type: 'ProposePlan', reason: text('reason') }, { kind: 'operator' });
  for (const key of ['regional-chair', 'municipal-chair']) {
    const state = states.get(stream);
    if (state?.kind !== 'milestone-plan') throw new Error('no plan');
    await ask(stream, { type: 'AnswerPlan', yes: true, reason: null, edition: state.edition }, person(`${id}-${key}`));
  }
  await carried(today);
  for (const each of plan) await follows(id, each, today);
}

/** A row is asked about anew from the day its dates change; an unchanged row goes on. */
async function follows(plan: string, { id, due, from, carriedBy }: WrittenMilestone, today: string): Promise<void> {
  for (const of of carriedBy.length === 0 ? [plan] : carriedBy) {
    const row = `${plan}.${id}`;
    const before = spells.findLastIndex((each) => each.body === of && each.row === row);
    if (spells[before]?.due === due && spells[before]?.ends === '9999') continue;
    ends(of, row, today);
    spells.push({ body: of, row, begins: from !== null && from > today ? from : today, ends: '9999', due });
  }
}

function ends(of: string, row: string, on: string): void {
  const at = spells.findLastIndex((each) => each.body === of && each.row === row && each.ends === '9999');
  const spell = spells[at];
  if (spell) spells[at] = { ...spell, ends: on };
}

/** One plan gets a second version: a day is moved, another milestone is taken out; and a case moves one in another plan. */
async function changes(): Promise<void> {
  const before = planOf('body-1');
  const after = before.filter(({ id }) => id !== 'm7').map((each) => (each.id === 'm6' ? { ...each, due: '2016-03-11' } : each));
  ends('body-1', 'body-1.m7', '2015-09-15');
  await inForce('body-1', after);
  const move = {
    type: 'MoveMilestone',
    milestone: 'm9',
    due: '2016-09-30',
    case: 'case/k1',
    reason: { text: text('t'), in: 'case/k1' },
  } as const;
  await ask('milestone-plan/body-8', move, { kind: 'errand', errand: 'case/k1#4/moves-milestone' });
  await carried('2015-09-15');
  await follows('body-8', { ...(planOf('body-8')[9] as WrittenMilestone), due: '2016-09-30' }, '2015-09-15');
}

/** Some bodies answer at once, some days later, some before they are asked, one never; a due milestone is done, or late, or slips. */
async function answers(id: string, day: string): Promise<void> {
  const state = states.get(`follow-up/${id}`);
  if (state?.kind !== 'follow-up') return;
  const at = bodies.indexOf(id);
  for (const row of state.rows) {
    const habit = (at + Number(row.milestone.slice(1))) % 6;
    if (row.withdrawn || row.answer?.status === 'done' || at === 3) continue;
    const silent = row.askedOn !== null && (row.answer === null || row.answer.on < row.askedOn);
    const soon = shifted(row.due, -30 - (habit % 4)) === day || (habit === 5 && Number(day.slice(8)) === 29);
    const late = row.askedOn !== null && shifted(row.askedOn, habit) === day;
    if ((silent && late) || (soon && habit > 2)) await says(state, row, day, habit);
  }
}

async function says({ body: of }: FollowUpState, row: FollowUpRow, day: string, habit: number): Promise<void> {
  const done = day >= shifted(row.due, habit * 5);
  const overdue = day > row.due;
  const status = done ? 'done' : overdue ? 'late' : habit === 4 ? 'at-risk' : 'follows';
  const expected = overdue && !done ? shifted(day, 14) : null;
  const command: Command = {
    type: 'AnswerMilestone',
    row: row.key,
    status,
    expected,
    why: text('why'),
    needs: text('needs'),
    toldBy: null,
  };
  await ask(`follow-up/${of}`, command, person(row.owner ?? `${of}-municipal-chair`));
  said.push({ body: of, row: row.key, on: day, done });
}

/** Finds the check-ins the slow way: goes through every day, body and row, and looks at who had answered. */
function expected(): readonly Asked[] {
  const quarters = quartersOf(model, [2015, 2016, 2017]);
  const days = new Map(spells.map((spell) => [spell, daysAskedAsDue(model, spell.due, last)] as const));
  const cards: Asked[] = [];
  const asked = new Map<string, string>();
  for (let day = first; day <= last; day = shifted(day, 1))
    for (const of of bodies) {
      const rows = spells.filter((spell) => {
        if (spell.body !== of || !(quarters.has(day) || days.get(spell)?.has(day))) return false;
        const week = [1, 2, 3, 4, 5, 6];
        const before = asked.get(`${of} ${spell.row}`);
        const near = week.some((each) => before === shifted(day, -each) || quarters.has(shifted(day, each)));
        if (!quarters.has(day) && near) return false;
        // Changes come at one o'clock, after the morning's card.
        const lives = spell.begins === first ? spell.begins <= day : spell.begins < day || startsToday(spell, day);
        if (!lives || day > spell.ends) return false;
        const answered = said.filter((each) => each.body === of && each.row === spell.row && each.on < day);
        return !answered.some(({ done }) => done) && !answered.some(({ on }) => on >= shifted(day, -6));
      });
      for (const { row } of rows) asked.set(`${of} ${row}`, day);
      if (rows.length > 0) cards.push({ body: of, on: day, rows: rows.map(({ row }) => row).sort(), quarterly: quarters.has(day) });
    }
  return inOrder(cards);
}

function firstOfQuarters(cards: readonly Asked[]): readonly Asked[] {
  const quarters = [...quartersOf(model, [2014, 2015, 2016, 2017])].sort();
  const byQuarter = Map.groupBy(cards, ({ body: of, on }) => `${of} ${quarters.findLast((day) => day <= on)}`);
  return [...byQuarter.values()].flatMap(([each]) => each ?? []);
}

/** Work that begins on a day is asked about on that day; a day that was changed after the morning is not. */
function startsToday({ begins }: Spell, day: string): boolean {
  return begins === day && begins !== '2015-09-15';
}

interface Asked {
  readonly body: string;
  readonly on: string;
  readonly rows: readonly string[];
  readonly quarterly: boolean;
}

async function cardsAsked(): Promise<readonly Asked[]> {
  const cards: Asked[] = [];
  for (const of of bodies) {
    const entries: readonly Entry[] = await store.history(`follow-up/${of}`);
    for (const { event, at } of entries) {
      if (event.type !== 'CheckedIn') continue;
      expect(wall(model, Temporal.Instant.from(at)).toPlainTime().toString({ smallestUnit: 'minute' })).toBe('08:30');
      cards.push({ body: of, on: dateAt(model, Temporal.Instant.from(at)), rows: [...event.rows].sort(), quarterly: event.quarterly });
    }
  }
  return inOrder(cards);
}

function inOrder(cards: readonly Asked[]): readonly Asked[] {
  return cards.toSorted((a, b) => (`${a.on} ${a.body}` < `${b.on} ${b.body}` ? -1 : 1));
}

async function looks(day: string, time: string): Promise<void> {
  now = instantOf(model, day, time);
  await tick(now);
  await carried(day);
}

/** Empties the outbox: errands are carried out, and a card is posted once and then drawn again in place. */
async function carried(on: string): Promise<void> {
  for (;;) {
    const claims = await store.claim({ now: now.epochMilliseconds, leaseMs: 60_000, limit: 50 });
    if (claims.length === 0) return;
    for (const claim of claims) {
      if (claim.kind === 'errand' && typeof claim.errand.to === 'string')
        await ask(claim.errand.to, claim.errand.command, { kind: 'errand', errand: claim.errand.id });
      if (claim.kind === 'notice' && claim.standing.place === null)
        posted.push({ notice: claim.standing.notice, on, time: wall(model, now).toPlainTime().toString({ smallestUnit: 'minute' }) });
      const place = { channel: 'c', conversation: 'c', activity: claim.key };
      await store.settle(claim, { kind: 'done', place });
    }
  }
}

async function ask(stream: Stream, command: Command, by: Actor): Promise<void> {
  const cause = by.kind === 'errand' ? (`errand:${by.errand}` as const) : (`press:${++asked}` as const);
  const handled = await handle({ stream, command, by, cause, now });
  if (handled.result === 'refused') throw new Error(`${command.type} on ${stream}: ${JSON.stringify(handled.refusal)}`);
}

function person(key: string): Actor {
  return { kind: 'person', person: key, administrator: false };
}
