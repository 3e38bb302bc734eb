import { calledMeeting } from '../../../bot/governance/meeting/plan.ts';
import type { CalledMeeting, Item, MeetingWithoutMinutes, MinutedMeeting } from '../../../bot/governance/vocabulary/meeting.ts';

const plain = calledMeeting('m1', {
  type: 'MeetingPlanned',
  v: 1,
  body: 'panel',
  joint: [],
  terms: '',
  start: '2015-03-04T09:00:00Z',
  end: '2015-03-04T11:00:00Z',
  place: null,
  link: null,
  extraordinary: false,
  reason: null,
  deadlines: { call: null, items: null, agenda: null, reminder: null, minutes: '2015-03-18' },
  at: '2015-02-01T08:00:00Z',
});

/** A meeting with what is said of it; the rest is as plain as can be. */
export function meetingWith(said: Partial<MeetingWithoutMinutes> = {}): MeetingWithoutMinutes {
  return { ...plain, phase: 'planned', minutes: 'none', ...said };
}

/** The same meeting with its minutes out. */
export function minuted(meeting: CalledMeeting, said: Partial<MinutedMeeting> = {}): MinutedMeeting {
  return { ...meeting, phase: 'over', minutes: 'sent', commentsUntil: '2015-03-25', comments: [], ...said };
}

/** An item of an agenda with what is said of it. */
export function itemIn(said: Partial<Item> = {}): Item {
  const plainItem = { id: 'i1', textsIn: 'meeting/m1', kind: 'decision', title: { ref: '', mac: '' }, recommendations: [] } as const;
  return {
    ...plainItem,
    case: null,
    about: null,
    papers: null,
    closed: false,
    by: null,
    late: false,
    outcome: null,
    dissents: [],
    ...said,
  };
}
