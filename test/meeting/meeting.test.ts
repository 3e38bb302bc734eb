import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { tally, unansweredAt } from '../../bot/governance/meeting/attendance.ts';
import { deadlinesOf } from '../../bot/governance/meeting/deadlines.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { CalledMeeting, MeetingEvent } from '../../bot/governance/vocabulary/meeting.ts';
import { writeOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { charter } from '../kit/charter.ts';
import { clock, given, person, seated } from '../kit/given.ts';

const stream = 'meeting/m1';
const panel = seated('panel', {
  'regional-chair': ['rita'],
  'municipal-chair': ['mona'],
  practitioner: ['gudrun'],
  adviser: ['arne'],
  'regional-secretary': ['sigrid'],
});
const scene = { stream, bodies: [panel] } as const;
const place = { ref: 't1', mac: 'm' };
const plan = {
  type: 'PlanMeeting',
  body: 'panel',
  joint: [],
  extraordinary: false,
  reason: null,
  start: '2015-03-02T12:00:00Z',
  end: '2015-03-02T14:00:00Z',
  place,
  link: null,
} as const;
const planned: MeetingEvent = {
  type: 'MeetingPlanned',
  v: 1,
  body: 'panel',
  joint: [],
  extraordinary: false,
  reason: null,
  terms: 'hash-of-panel-2015-01-01',
  start: plan.start,
  end: plan.end,
  place,
  link: null,
  at: '2015-02-02T08:00:00Z',
  deadlines: { call: '2015-02-09', items: '2015-02-16', agenda: '2015-02-23', reminder: '2015-02-27', minutes: '2015-03-16' },
};
const answered = (who: string, attendance: 'coming' | 'absent' = 'coming'): MeetingEvent => ({
  type: 'AttendanceAnswered',
  v: 1,
  person: who,
  attendance,
  deputy: null,
  seat: 'practitioner',
  sector: 'practice',
  recordedBy: null,
});
const coming = { type: 'AnswerAttendance', attendance: 'coming', deputy: null } as const;
const one = (key: string) => key;
const meetingOf = (...events: readonly MeetingEvent[]) => given(scene, planned, ...events).state as CalledMeeting;

describe('planning a meeting', () => {
  it('a secretary plans a meeting under the terms in force on the day', () => {
    given(scene)
      .when(plan, person('sigrid'))
      .thenHappens({ ...planned });
  });
  it('a member may not plan a meeting', () => {
    given(scene).when(plan, person('gudrun')).thenRefused('only-secretaries');
  });
  it('a planned meeting must lie ahead, end after it starts, and have a place or a link', () => {
    given({ ...scene, now: '2015-03-02T12:00:00Z' })
      .when(plan, person('sigrid'))
      .thenRefused('meeting-in-the-past');
    given(scene)
      .when({ ...plan, end: plan.start }, person('sigrid'))
      .thenRefused('ends-before-it-starts');
    given(scene)
      .when({ ...plan, place: null }, person('sigrid'))
      .thenRefused('missing');
  });
  it('planning the same meeting again changes nothing', () => {
    given(scene, planned).when(plan, person('sigrid')).thenNothing();
  });
});

describe('answering whether one comes', () => {
  it('everyone in a seat answers for themselves and counts in the sector of the seat', () => {
    given(scene, planned)
      .when(coming, person('rita'))
      .thenHappens({ type: 'AttendanceAnswered', person: 'rita', seat: 'regional-chair', sector: 'regional', recordedBy: null });
  });
  it('a member in a seat of no sector counts in their own sector', () => {
    given({ ...scene, persons: { sectors: { arne: 'municipal' } } }, planned)
      .when(coming, person('arne'))
      .thenHappens({ person: 'arne', sector: 'municipal' });
  });
  it('nobody without a seat answers whether they come', () => {
    given(scene, planned).when(coming, person('stranger')).thenRefused('only-seat-holders');
    given(scene, planned).when(coming, clock).thenRefused('only-seat-holders');
  });
  it('a member may change their answer until the meeting ends, and the newest counts', () => {
    const changed = given(scene, planned, answered('gudrun'));
    changed.when(coming, person('gudrun')).thenNothing();
    changed.when({ ...coming, attendance: 'absent' }, person('gudrun')).thenHappens({ attendance: 'absent' });
    expect(meetingOf(answered('gudrun'), answered('gudrun', 'absent')).answers).toMatchObject([{ attendance: 'absent' }]);
    given({ ...scene, now: plan.end }, planned)
      .when(coming, person('gudrun'))
      .thenRefused('meeting-is-over');
  });
  it('a member who sends a deputy must name somebody other than themselves', () => {
    const deputy = (who: string | null) => ({ type: 'AnswerAttendance', attendance: 'deputy', deputy: who }) as const;
    given(scene, planned).when(deputy('holger'), person('gudrun')).thenHappens({ attendance: 'deputy', deputy: 'holger' });
    given(scene, planned).when(deputy(null), person('gudrun')).thenRefused('missing');
    given(scene, planned).when(deputy('gudrun'), person('gudrun')).thenRefused('deputy-is-yourself');
    given({ ...scene, persons: { joined: { gudrun2: 'gudrun' } } }, planned)
      .when(deputy('gudrun2'), person('gudrun'))
      .thenRefused('deputy-is-yourself');
  });
  it('only a secretary records an answer that came outside Teams, and the ledger names both people', () => {
    const record = { type: 'RecordAttendance', person: 'gudrun', attendance: 'absent', deputy: null } as const;
    given(scene, planned).when(record, person('sigrid')).thenHappens({ person: 'gudrun', attendance: 'absent', recordedBy: 'sigrid' });
    given(scene, planned).when(record, person('mona')).thenRefused('only-secretaries');
    given(scene, planned)
      .when({ ...record, person: 'stranger' }, person('sigrid'))
      .thenRefused('only-seat-holders');
  });
  it('an answer stands when the seat changes hands', () => {
    const moved = seated('panel', { practitioner: ['holger'] });
    expect(tally(charter(), [moved], meetingOf(answered('gudrun')), () => null, one)).toEqual([
      { sector: 'practice', coming: 1, deputy: 0, absent: 0, silent: 1 },
    ]);
  });
  it('one person with two identities is asked once', () => {
    const joined = (key: string) => (key === 'gudrun2' ? 'gudrun' : key);
    const twice = seated('panel', { practitioner: ['gudrun'], adviser: ['gudrun2'] });
    expect(unansweredAt(charter(), [twice], meetingOf(), joined)).toEqual(['gudrun']);
    expect(unansweredAt(charter(), [twice], meetingOf(answered('gudrun2')), joined)).toEqual([]);
  });
});

describe('the reminder', () => {
  const due = (now: string, ...events: readonly MeetingEvent[]) =>
    dueNow(stream, charter(), meetingOf(...events), Temporal.Instant.from(now))
      .map((each) => each.occasion)
      .filter((each) => each.startsWith('reminder') || each.startsWith('over'));
  const remind = {
    type: 'Prompt',
    card: 'reminder',
    occasion: writeOccasion<'reminder'>({ what: 'reminder', mark: '2015-02-27' }),
  } as const;

  it('the reminder is due on the working day before the meeting, from half past eight Danish time', () => {
    expect(due('2015-02-27T07:29:00Z')).toEqual([]);
    expect(due('2015-02-27T07:30:00Z')).toEqual(['reminder-2015-02-27']);
  });
  it('the reminder waits for hours in which prompts go out', () => {
    expect(due('2015-02-27T17:00:00Z')).toEqual([]);
    expect(due('2015-02-28T10:00:00Z')).toEqual([]);
    expect(due('2015-03-02T07:30:00Z')).toEqual(['reminder-2015-02-27']);
  });
  it('the reminder goes to members who have not answered', () => {
    given({ ...scene, now: '2015-02-27T07:30:00Z' }, planned, answered('gudrun'), answered('rita'))
      .when(remind, clock)
      .thenHappens({
        type: 'Prompted',
        card: 'reminder',
      });
    expect(unansweredAt(charter(), [panel], meetingOf(answered('gudrun'), answered('rita')), one)).toEqual(['mona', 'arne']);
  });
  it('the reminder is left out when all have answered, or the meeting has begun', () => {
    const all = ['rita', 'mona', 'gudrun', 'arne'].map((who) => answered(who));
    given({ ...scene, now: '2015-02-27T07:30:00Z' }, planned, ...all)
      .when(remind, clock)
      .thenHappens({ type: 'PromptLeftOut', why: 'done' });
    given({ ...scene, now: plan.start }, planned)
      .when(remind, clock)
      .thenHappens({ type: 'PromptLeftOut', why: 'too-late' });
  });
  it('the reminder goes out once, however late or often it is asked for', () => {
    const reminded: MeetingEvent = { type: 'Prompted', v: 1, card: 'reminder', occasion: remind.occasion };
    given(scene, planned, reminded).when(remind, clock).thenNothing();
    expect(due('2015-02-27T09:00:00Z', reminded)).toEqual([]);
  });
  it('the reminder does not go out for a meeting planned after the time of the reminder', () => {
    expect(due('2015-02-27T10:00:00Z')).toEqual(['reminder-2015-02-27']);
    const none = { call: null, items: null, agenda: null, reminder: null, minutes: '2015-03-16' };
    expect(deadlinesOf(charter(), plan.body, plan.start, plan.end, Temporal.Instant.from('2015-02-27T09:00:00Z'))).toEqual(none);
    const late = given(scene, { ...planned, deadlines: none } as MeetingEvent).state;
    expect(dueNow(stream, charter(), late, Temporal.Instant.from('2015-02-27T10:00:00Z'))).toEqual([]);
  });
  it('the reminder stands under the meeting’s card, and an answer redraws both', () => {
    const reminded: MeetingEvent = { type: 'Prompted', v: 1, card: 'reminder', occasion: remind.occasion };
    const state = meetingOf(reminded);
    expect(noticesFor(stream, reminded, state, charter())).toMatchObject([
      { key: 'meeting/m1:reminder@reminder-2015-02-27', under: 'meeting/m1:meeting' },
    ]);
    expect(noticesFor(stream, answered('mona'), state, charter()).map((each) => each.key)).toEqual([
      'meeting/m1:meeting',
      'meeting/m1:reminder@reminder-2015-02-27',
    ]);
  });
  it('a meeting is over when its end has come, and nothing is due after that', () => {
    expect(due(plan.end)).toContain(`over-${plan.end}`);
    const over = given({ ...scene, now: plan.end }, planned).when({ type: 'CloseMeeting' }, clock);
    over.thenHappens({ type: 'MeetingOver' });
    expect(subjectOf(stream).index(meetingOf({ type: 'MeetingOver', v: 1 }), charter())).toMatchObject({ dueAt: null, open: false });
  });
});
