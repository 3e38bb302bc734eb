import { Temporal } from 'temporal-polyfill';
import { asksOf } from '../../../bot/governance/tables/asks.ts';
import type { AskingState, Command } from '../../../bot/governance/vocabulary/all.ts';
import type { Actor, PersonKey, Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { daysOff } from '../../../bot/model/days-off.ts';
import { body, charter } from '../../kit/charter.ts';
import { text } from '../../kit/given.ts';
import { openWorld, type World } from '../../kit/world.ts';

/**
 * Two years of ten bodies, once with everybody answering and once with nobody: how many posts a channel gets in a week, and how often
 * somebody is mentioned. Each body has a plan of three milestones, eight meetings and four flags a year. It exits with 1 where that is more
 * than the budget of `docs/decisions/delivery.md` allows.
 */
const first = Temporal.PlainDate.from('2015-01-05');
const last = Temporal.PlainDate.from(process.argv[2] ?? '2017-01-01');
const ids = Array.from({ length: 10 }, (_, at) => `gruppe-${at + 1}`);
const roles = ['regional-chair', 'municipal-chair', 'municipal-leader', 'practitioner', 'regional-secretary'] as const;
const nameOf = (id: string, role: string) => `${role} ${id}`;
const fjord = charter();
const model = { ...fjord, bodies: [...ids.map((id) => body(id)), body('bureau')], daysOff: daysOff(fjord.collaboration.calendar) };
const budget = { roots: 3, rootsAtMost: 8, replies: 12, mentions: 5 };

interface Week {
  readonly roots: Map<string, number>;
  readonly replies: Map<string, number>;
  readonly mentions: Map<string, number>;
}

async function lives(answering: boolean): Promise<readonly Week[]> {
  const world = await openWorld({
    at: `${first}T08:00`,
    charter: model,
    channels: { ...Object.fromEntries(ids.map((id) => [id, id])), Sekretariatet: 'bureau' },
    seats: [
      ...ids.flatMap((id) => roles.map((role) => [id, nameOf(id, role), role] as const)),
      ['bureau', 'sekretariatet', 'regional-secretary'],
    ],
  });
  const keys = new Map<string, PersonKey>();
  for (const id of ids) for (const role of roles) keys.set(nameOf(id, role), await world.key(nameOf(id, role)));
  const as = (id: string, role: string): Actor => ({ kind: 'person', person: keys.get(nameOf(id, role)) ?? '', administrator: false });
  let causes = 0;
  const asks = async (stream: Stream, command: Command, by: Actor): Promise<void> => {
    const handled = await world.bot.handle({ stream, command, by, cause: `press:calm.${++causes}`, now: world.now() });
    if (handled.result === 'refused') throw new Error(`${command.type} on ${stream}: ${JSON.stringify(handled.refusal)}`);
  };
  for (const [at, id] of ids.entries()) await begins(world, id, at, asks, as);
  await world.settle();

  const seen = new Set(world.connector.posts().map(({ activity }) => activity));
  const weeks: Week[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek === 1) weeks.push({ roots: new Map(), replies: new Map(), mentions: new Map() });
    if (day.dayOfWeek > 5) continue;
    await world.at(`${day}T08:31`);
    if (day.dayOfWeek === 3) await raises(day, asks, as);
    await world.settle();
    if (answering) await answers(world, asks, as);
    await world.settle();
    const week = weeks.at(-1);
    if (week) count(world, seen, week);
  }
  const open = await openLongerThan(world, 370);
  if (open.length > 0) throw new Error(`asked for more than a year: ${open.slice(0, 3).join(', ')}`);
  await world.close();
  return weeks;
}
type Asks = (stream: Stream, command: Command, by: Actor) => Promise<void>;
type As = (id: string, role: string) => Actor;

async function begins(world: World, id: string, at: number, asks: Asks, as: As): Promise<void> {
  const plan: Stream = `milestone-plan/${id}`;
  const milestones = [90, 200, 420].map((days, nth) => ({
    id: `m${nth + 1}`,
    deliverable: { text: text(`${id}-${nth}`), in: plan },
    initiative: null,
    owner: null,
    from: null,
    due: first.add({ days: days + 9 * at }).toString(),
    dependsOn: [],
    carriedBy: [],
  }));
  await world.given(plan, { type: 'TakeList', milestones, whole: true, keep: [], sameWords: [] });
  await world.given(plan, { type: 'ProposePlan', reason: text('reason') });
  for (const role of ['regional-chair', 'municipal-chair']) {
    const state = (await world.store.recall(plan))?.state;
    if (state?.kind !== 'milestone-plan') throw new Error('no plan');
    await asks(plan, { type: 'AnswerPlan', yes: true, reason: null, edition: state.edition }, as(id, role));
  }
  const months = [2, 3, 4, 5, 6, 9, 10, 11];
  for (const [year, month] of [2015, 2016].flatMap((of) => months.map((each) => [of, each] as const))) {
    const day = Temporal.PlainDate.from({ year, month, day: 9 + at });
    const on = day.add({ days: day.dayOfWeek > 5 ? 8 - day.dayOfWeek : 0 });
    const hours = ['12:00', '14:00'].map((time) => on.toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: time }).toInstant());
    const when = { start: String(hours[0]), end: String(hours[1]), place: null, link: { ref: 'link', mac: 'm' } };
    await world.given(`meeting/${id}.${on}`, { type: 'PlanMeeting', body: id, joint: [], extraordinary: false, reason: null, ...when });
  }
}

/** Four times a year a member of each body flags something. */
async function raises(day: Temporal.PlainDate, asks: Asks, as: As): Promise<void> {
  if (![2, 5, 9, 11].includes(day.month) || day.day > 7) return;
  for (const id of ids)
    await asks(`flag/${id}.${day}`, { type: 'RaiseFlag', body: id, concern: 'problem', text: text('t') }, as(id, 'municipal-leader'));
}

async function answers(world: World, asks: Asks, as: As): Promise<void> {
  for (const id of ids) {
    const state = (await world.store.recall(`follow-up/${id}`))?.state;
    const today = world.now().toString().slice(0, 10);
    if (state?.kind === 'follow-up')
      for (const row of state.rows) {
        const silent = row.askedOn !== null && (row.answer === null || row.answer.on < row.askedOn);
        if (!silent || row.withdrawn || row.answer?.status === 'done') continue;
        const status = today >= row.due ? 'done' : 'follows';
        const said = { row: row.key, status, expected: null, why: null, needs: null, toldBy: null } as const;
        await asks(`follow-up/${id}`, { type: 'AnswerMilestone', ...said }, as(id, 'municipal-chair'));
      }
    for (const stream of await world.store.ofBody('flag', id, { openOnly: true })) {
      const flag = (await world.store.recall(stream))?.state;
      if (flag?.kind === 'flag' && flag.phase === 'open')
        await asks(stream, { type: 'AnswerFlag', text: text('svar') }, as(id, 'regional-chair'));
    }
    for (const stream of await world.store.ofBody('meeting', id, { openOnly: true })) {
      const meeting = (await world.store.recall(stream))?.state;
      if (meeting?.kind !== 'meeting' || meeting.phase !== 'planned') continue;
      const soon = Date.parse(meeting.start) - world.now().epochMilliseconds < 30 * 86_400_000;
      for (const role of soon && meeting.answers.length === 0 ? roles : []) await comes(world, stream, as(id, role));
    }
  }
}

/** Whoever is not asked to the meeting is refused, and that is all right. */
async function comes(world: World, stream: Stream, by: Actor): Promise<void> {
  const cause = `press:comes.${stream}.${by.kind === 'person' ? by.person : ''}` as const;
  await world.bot.handle({
    stream,
    command: { type: 'AnswerAttendance', attendance: 'coming', deputy: null },
    by,
    cause,
    now: world.now(),
  });
}

function count(world: World, seen: Set<string>, week: Week): void {
  for (const { activity, channel, root, card } of world.connector.posts()) {
    if (seen.has(activity)) continue;
    seen.add(activity);
    add(root ? week.roots : week.replies, channel);
    const entities = typeof card.msteams === 'object' && card.msteams !== null && 'entities' in card.msteams ? card.msteams.entities : [];
    for (const each of Array.isArray(entities) ? entities : []) add(week.mentions, String(each.mentioned?.id));
  }
}

function add(to: Map<string, number>, key: string): void {
  to.set(key, (to.get(key) ?? 0) + 1);
}

async function openLongerThan(world: World, days: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { stream } of await world.store.heads(null, Number.MAX_SAFE_INTEGER)) {
    const state: AskingState | undefined = (await world.store.recall(stream))?.state;
    if (!state) continue;
    const over = new Set(state.asks?.over.map(({ ask }) => ask));
    for (const ask of asksOf(stream, state, model))
      if (!over.has(ask.id) && world.now().epochMilliseconds - Date.parse(ask.since) > days * 86_400_000) found.push(`${stream} ${ask.id}`);
  }
  return found;
}

const of = (weeks: readonly Week[], kind: keyof Week) => weeks.flatMap((week) => [...week[kind].values()]);
const share = (all: readonly number[], over: number, of: number) =>
  `${((100 * all.filter((each) => each > over).length) / of).toFixed(1)} %`;

console.log(
  '| two years, ten bodies | root posts in all | most in a week | weeks over 3 | replies in all | most in a week | mentions in all | most for one in a week | person-weeks over 5 |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
let within = true;
for (const answering of [true, false]) {
  const weeks = await lives(answering);
  const [roots, replies, mentions] = [of(weeks, 'roots'), of(weeks, 'replies'), of(weeks, 'mentions')];
  const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
  const [channels, people] = [weeks.length * (ids.length + 1), weeks.length * (ids.length * roles.length + 1)];
  const cells = [
    ...[sum(roots), Math.max(0, ...roots), share(roots, budget.roots, channels)],
    ...[sum(replies), Math.max(0, ...replies), sum(mentions), Math.max(0, ...mentions), share(mentions, budget.mentions, people)],
  ];
  console.log(`| ${answering ? 'everybody answers' : 'nobody answers'} | ${cells.join(' | ')} |`);
  within &&=
    Math.max(0, ...roots) <= budget.rootsAtMost && Math.max(0, ...replies) <= budget.replies && Math.max(0, ...mentions) <= budget.mentions;
}
process.exitCode = within ? 0 : 1;
