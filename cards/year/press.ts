import { dateAt } from '../../bot/governance/time/calendar.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import { yearStream } from '../../bot/governance/vocabulary/year/streams.ts';
import type { GivenDate, YearCommand } from '../../bot/governance/vocabulary/year/year.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenId, dateIn, opens, timeIn } from '../kit/form.ts';
import { toCall } from '../kit/lead.ts';
import { yearAbout } from './file.ts';

/** The presses on a year. What is proposed or confirmed is what the presser had before them. */
export const yearVerbs: Card['verbs'] = {
  open: opens,
  'call-meeting': toCall,
  /** Another year of the same body. */
  year: (form) => {
    const asked = asking(form);
    if (isRefusal(asked)) return asked;
    const other = Number(form.picks.open);
    const year = Number.isInteger(other) && other > 1900 && other < 2200 ? other : asked.year;
    return { read: 'card', card: 'year', about: yearStream(asked.body, year), open: null, picks: {} };
  },
  propose: (form) => {
    const meetings = unprinted(form.picks.shown ?? '');
    return isRefusal(meetings) ? meetings : asks(form, { type: 'ProposeYear', meetings });
  },
  confirm: (form) => {
    const seen = Number(form.picks.shown ?? '');
    return asks(form, { type: 'ConfirmYear', seen: Number.isSafeInteger(seen) ? seen : 0 });
  },
  move: (form) => {
    const chosen = chosenId(form, 'meeting');
    if (isRefusal(chosen)) return chosen;
    const [meeting = '', minutes = ''] = chosen.split(' ');
    const when = whenIn(form);
    return isRefusal(when) ? when : asks(form, { type: 'AdjustMeeting', meeting, to: { ...when, minutes: Number(minutes) } });
  },
  out: (form) => {
    const chosen = chosenId(form, 'meeting');
    if (isRefusal(chosen)) return chosen;
    return asks(form, { type: 'AdjustMeeting', meeting: chosen.split(' ')[0] ?? '', to: null });
  },
  add: (form) => {
    const when = whenIn(form);
    if (isRefusal(when)) return when;
    const { minutes } = form.charter.collaboration.defaults.planning;
    return asks(form, { type: 'AdjustMeeting', meeting: form.newId, to: { ...when, minutes } });
  },
};

/** Dates as a button carries them. */
export function printed(dates: readonly GivenDate[]): string {
  return dates.map(({ id, gathering, date, time, minutes }) => [id, gathering ?? '', date, time, minutes].join(',')).join(' ');
}

/** Whether they are dates of the year, the rules see. */
function unprinted(words: string): readonly GivenDate[] | Refusal {
  const dates = words.split(' ').map((word): GivenDate | null => {
    const [, id, gathering, date, time, minutes] = /^([a-z0-9-]+),([a-z0-9-]*),([\d-]{10}),(\d\d:\d\d),(\d{1,4})$/.exec(word) ?? [];
    if (id === undefined || date === undefined || time === undefined) return null;
    return { id, gathering: gathering || null, date, time, minutes: Number(minutes), joint: [], online: false };
  });
  const read = dates.filter((each) => each !== null);
  return read.length === dates.length ? read : { refused: 'not-a-date', field: 'date' };
}

function whenIn(form: Form): Pick<GivenDate, 'date' | 'time'> | Refusal {
  const [date, time] = [dateIn(form, 'date'), timeIn(form, 'from')];
  if (isRefusal(date)) return date;
  return isRefusal(time) ? time : { date: date.toString(), time: time.toString({ smallestUnit: 'minute' }) };
}

function asking({ about, charter, now }: Form): { readonly body: string; readonly year: number } | Refusal {
  return yearAbout(about, dateAt(charter, now)) ?? { refused: 'no-year-plan' };
}

function asks(form: Form, command: YearCommand): Reading {
  const asked = asking(form);
  return isRefusal(asked) ? asked : { read: 'command', stream: yearStream(asked.body, asked.year), command };
}
