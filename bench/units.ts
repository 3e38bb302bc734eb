import { Temporal } from 'temporal-polyfill';
import { openCosmos } from '../bot/store/cosmos.ts';
import { textIn } from '../cards/text/languages.ts';
import { type Counted, startCosmosFake } from '../test/kit/cosmos/fake.ts';
import { administrator, openWorld } from '../test/kit/world.ts';

/**
 * Request units of what the bot does all day: the bot as it runs, its store in Cosmos, operations as counted on our stand-in with one
 * physical partition, costs by size as Microsoft publishes them. Prints the figures of docs/operating.md.
 */
const members = Array.from({ length: 33 }, (_, at) => `Medlem ${at + 1}`);
const dueAtOnce = 50;
const card = { on: 'Møde: panel' };

const fake = await startCosmosFake({ physicalPartitions: 1 });
const remembers = await openCosmos({ endpoint: fake.endpoint, key: 'a2V5' });
const world = await openWorld({ people: members, at: '2015-02-24T09:00', remembers });
const member = (at: number) => world.person(`Medlem ${at}`);
const answers = async (at: number) => world.hand(await member(at).aims('Kommer', card));

await world.channel('Panelet').installs();
const { welcome } = textIn('da');
await world.person(administrator).presses(welcome.save, { on: welcome.title, with: { [welcome.choose]: 'panel' } });
for (const [at, name] of members.entries()) {
  const seat = { appointment: `a-${at}`, seat: 'adviser', person: await world.key(name), from: '2015-01-01' } as const;
  await world.given('body/panel', { type: 'FillSeat', ...seat });
}
for (let each = 1; each <= dueAtOnce; each++) await plan(`meeting/m${each}`);
await world.settle();
await answers(1);
for (const at of [2, 3]) await member(at).sees(card.on);
await world.settle();
// A card that was just sent rests for some seconds.
await world.at('2015-02-24T09:30');

await show('press that is recorded', () => answers(2));
await show('its delivery: the standing card is replaced', () => world.bot.deliver.empty());
await show('the same press delivered again by Teams', () => answers(2));
await show('look at the own view, nothing recorded', () => member(3).sees(card.on));
await world.settle();
await show('look into the outbox, nothing there', () => world.bot.deliver.empty());

const eve = Temporal.Instant.from('2015-02-27T06:00:00Z');
const morning = Temporal.Instant.from('2015-02-27T08:00:00Z');
await show(`first tick of a day: the anchor over ${dueAtOnce + 2} heads`, () => world.bot.tick(eve));
await show('tick, nothing due', () => world.bot.tick(eve));
await show(`tick, ${dueAtOnce} due`, () => world.bot.tick(morning));
await world.at('2015-02-27T09:00');
await show('readiness probe', () => remembers.backlog(world.now().epochMilliseconds));
await world.close();
await fake.close();

async function plan(stream: `meeting/${string}`): Promise<void> {
  const when = { start: '2015-03-02T12:00:00Z', end: '2015-03-02T14:00:00Z' };
  const what = { body: 'panel', joint: [], extraordinary: false, reason: null, place: null, link: { ref: 'none', mac: 'none' } };
  await world.given(stream, { type: 'PlanMeeting', ...what, ...when });
}

async function show(what: string, work: () => Promise<unknown>): Promise<void> {
  const before = fake.counted.length;
  await work();
  const done = fake.counted.slice(before).filter(({ kind }) => kind !== 'plan');
  const units = done.reduce((sum, each) => sum + each.units, 0);
  console.log(`| ${what} | ${counts(done)} | ${units.toFixed(1)} |`);
}

function counts(done: readonly Counted[]): string {
  const kinds = Map.groupBy(done, ({ kind, status }) => (kind === 'query' && status === 400 ? 'query without a plan' : kind));
  return [...kinds].map(([kind, all]) => `${all.length} ${kind}`).join(', ');
}
