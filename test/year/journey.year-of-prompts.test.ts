import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wall } from '../../bot/governance/time/calendar.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openPanel } from '../kit/panel.ts';
import type { World } from '../kit/world.ts';

/**
 * Worked out by hand from a Danish calendar of 2015: the clocks change on 29 March and 25 October; off are 2, 3 and 6 April (Easter),
 * 1 May (Store Bededag), 14 May (Ascension), 25 May (Whit Monday), 5 June, 24-26 and 31 December; July has no prompts.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  // Items were due on Easter Monday and move back to the Wednesday before. The call goes out in winter time, the rest in summer time.
  '2015-04-20': ['call 2015-03-25', 'agenda-late 2015-04-14', 'reminder 2015-04-17', 'minutes-late 2015-05-05'],
  // The meeting is on the Friday after Ascension; items were due on Store Bededag.
  '2015-05-15': ['call 2015-04-23', 'agenda-late 2015-05-11', 'reminder 2015-05-13', 'minutes-late 2015-06-01'],
  // Items were due on Whit Monday; the working day before Monday is Thursday, for 5 June is off.
  '2015-06-08': ['call 2015-05-15', 'agenda-late 2015-06-02', 'reminder 2015-06-04', 'minutes-late 2015-06-23'],
  // Minutes were sent on 26 June; five working days for comments run on 29 and 30 June and on 3, 4 and 5 August.
  '2015-06-16': ['call 2015-05-26', 'agenda-late 2015-06-10', 'reminder 2015-06-15', 'publish-due 2015-08-06'],
  // Minutes were due on 1 July and move back to 30 June. The prompt that they are late waits until August.
  '2015-06-17': ['call 2015-05-27', 'agenda-late 2015-06-11', 'reminder 2015-06-16', 'minutes-late 2015-08-04'],
  // Items and agenda were due in July and move back to 30 June. The prompt that the agenda is late waits until August.
  '2015-08-04': ['call 2015-06-23', 'reminder 2015-08-03', 'agenda-late 2015-08-03', 'minutes-late 2015-08-19'],
  // Items were due in summer time, the agenda in winter time.
  '2015-11-02': ['call 2015-10-12', 'agenda-late 2015-10-27', 'reminder 2015-10-30', 'minutes-late 2015-11-17'],
  // The meeting is between Christmas and New Year.
  '2015-12-29': ['call 2015-12-08', 'agenda-late 2015-12-23', 'reminder 2015-12-28', 'minutes-late 2016-01-13'],
};
const late: Readonly<Record<string, string>> = {
  'meeting-agenda': 'agenda-late',
  'meeting-minutes': 'minutes-late',
  'meeting-publish': 'publish-due',
};
/**
 * On a day with prompts and on those beside it the bot looks early, around the times when prompts begin and end, and late. On the others
 * it looks once, just before they begin: whatever goes out then, or went out since, has the wrong day and the wrong time.
 */
const looks = ['00:30', '06:30', '07:30', '08:29', '08:30', '15:31', '23:00'];
const watched = new Set(
  Object.values(table).flatMap((prompts) => {
    const days = prompts.map((prompt) => Temporal.PlainDate.from(prompt.slice(-10)));
    return days.flatMap((day) => [-1, 0, 1].map((apart) => day.add({ days: apart }).toString()));
  }),
);
const looksOn = (day: Temporal.PlainDate) => (watched.has(day.toString()) ? looks : ['08:29']);

let world: World;
beforeAll(async () => {
  world = await openPanel('2015-01-05T09:00');
  for (const day of Object.keys(table)) {
    const stream = streamOf(day);
    const [start, end] = ['12:00', '14:00'].map((time) => at(day, time));
    const link = { ref: 'link', mac: 'm' };
    await world.given(stream, {
      type: 'PlanMeeting',
      body: 'panel',
      joint: [],
      extraordinary: false,
      reason: null,
      start: start ?? '',
      end: end ?? '',
      place: null,
      link,
    });
    await world.given(stream, {
      type: 'ProposeItem',
      item: 'i1',
      proposal: { kind: 'information', title: link, recommendations: [], case: null, papers: null, closed: false },
    });
  }
}, 900_000);
afterAll(() => world.close());

test('throughout a year every prompt of every meeting goes out at half past eight on the right working day', async () => {
  const last = Temporal.PlainDate.from('2016-01-20');
  for (let day = Temporal.PlainDate.from('2015-01-06'); Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 })) {
    for (const look of looksOn(day)) await world.at(`${day}T${look}`);
    if (day.toString() === '2015-06-25') await world.at('2015-06-25T23:30');
    if (day.toString() === '2015-06-26') {
      await world.given(streamOf('2015-06-16'), { type: 'RecordOutcome', item: 'i1', outcome: 'noted', text: null });
      await world.given(streamOf('2015-06-16'), { type: 'SendMinutes' });
    }
  }
  const prompts: Record<string, readonly string[]> = {};
  const times = new Set<string>();
  for (const day of Object.keys(table)) {
    const entries = (await world.store.history(streamOf(day))).filter(
      ({ event }) => event.type === 'Prompted' || (event.type === 'AskReminded' && event.rung === 1),
    );
    prompts[day] = entries.map(({ event, at: when }) => {
      const shown = wall(world.charter, Temporal.Instant.from(when));
      times.add(shown.toPlainTime().toString({ smallestUnit: 'minute' }));
      return `${event.type === 'Prompted' ? event.card : event.type === 'AskReminded' ? late[event.ask.slice(0, -11)] : ''} ${shown.toPlainDate()}`;
    });
  }
  expect(prompts).toEqual(table);
  expect([...times]).toEqual(['08:30']);
  expect(world.faults).toEqual([]);
}, 900_000);

function streamOf(day: string): Stream {
  return `meeting/m-${day}`;
}

function at(day: string, time: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: time }).toInstant().toString();
}
