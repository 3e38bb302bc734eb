import { describe, expect, it } from 'vitest';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { CalledMeeting, MeetingEvent } from '../../bot/governance/vocabulary/meeting.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { body, charter } from '../kit/charter.ts';
import { given, person, seated, text } from '../kit/given.ts';
import { begun, deadlines, gudrun, minutesSent, outcome, panel, planned, propose, proposed, scene, secretary } from './panel-meeting.ts';

describe('a moved, cancelled, extraordinary or joint meeting', () => {
  const move = {
    type: 'MoveMeeting',
    start: '2015-03-09T12:00:00Z',
    end: '2015-03-09T14:00:00Z',
    place: text('place'),
    link: null,
    reason: text('why'),
  } as const;
  it('a moved meeting has new deadlines, asks again who comes, and keeps its one card', () => {
    const answered: MeetingEvent = {
      type: 'AttendanceAnswered',
      v: 1,
      person: 'gudrun',
      attendance: 'coming',
      deputy: null,
      seat: 'practitioner',
      sector: 'practice',
      recordedBy: null,
    };
    const { when } = given(scene, planned, answered);
    const { decided } = when(move, secretary);
    expect(decided).toMatchObject([{ type: 'MeetingMoved', deadlines: { reminder: '2015-03-06' } }]);
    const moved = given(scene, planned, answered, ...(decided as readonly MeetingEvent[])).state as CalledMeeting;
    expect(moved).toMatchObject({ answers: [], moves: 1, start: move.start });
    expect(noticesFor('meeting/m1', (decided as readonly MeetingEvent[])[0] ?? planned, moved, charter()).map((each) => each.key)).toEqual([
      'meeting/m1:meeting',
      'meeting/m1:note@changed-1',
    ]);
  });
  it('only a secretary moves or cancels a meeting, and only with a reason', () => {
    given(scene, planned).when(move, gudrun).thenRefused('only-secretaries');
    given(scene, planned)
      .when({ ...move, reason: null }, secretary)
      .thenRefused('missing');
    given(scene, planned).when({ type: 'CancelMeeting', reason: null }, secretary).thenRefused('missing');
  });
  it('a cancelled meeting takes no more answers or items', () => {
    const cancelled = given(scene, planned, { type: 'MeetingCancelled', v: 1, reason: text('why') });
    cancelled.when({ type: 'AnswerAttendance', attendance: 'coming', deputy: null }, gudrun).thenRefused('meeting-is-cancelled');
    cancelled.when(propose('i1'), gudrun).thenRefused('meeting-is-cancelled');
  });
  it('an extraordinary meeting needs 24 hours’ notice and a reason', () => {
    const plan = {
      type: 'PlanMeeting',
      body: 'panel',
      joint: [],
      extraordinary: true,
      reason: text('why'),
      start: '2015-02-03T08:00:00Z',
      end: '2015-02-03T09:00:00Z',
      place: null,
      link: text('link'),
    } as const;
    given({ ...scene, now: '2015-02-02T09:00:00Z' })
      .when(plan, secretary)
      .thenRefused('notice-too-short');
    given({ ...scene, now: '2015-02-02T08:00:00Z' })
      .when(plan, secretary)
      .thenHappens({ type: 'MeetingPlanned', extraordinary: true });
    given({ ...scene, now: '2015-02-02T08:00:00Z' })
      .when({ ...plan, reason: null }, secretary)
      .thenRefused('missing');
  });
  it('an extraordinary meeting is not moved closer than 24 hours, but may change its room', () => {
    const called = { ...planned, extraordinary: true } as MeetingEvent;
    const hurried = { ...move, start: '2015-02-03T08:00:00Z', end: '2015-02-03T09:00:00Z' };
    given({ ...scene, now: '2015-02-02T09:00:00Z' }, called)
      .when(hurried, secretary)
      .thenRefused('notice-too-short');
    given({ ...scene, now: '2015-02-02T09:00:00Z' }, planned)
      .when(hurried, secretary)
      .thenHappens({ type: 'MeetingMoved' });
    given({ ...scene, now: '2015-03-02T09:00:00Z' }, called)
      .when({ ...move, start: '2015-03-02T12:00:00Z', end: '2015-03-02T14:00:00Z', place: text('other-room') }, secretary)
      .thenHappens({ type: 'MeetingMoved' });
  });
  it('a meeting whose minutes are out is neither moved nor cancelled, though its end has not come', () => {
    const sent = given(begun, planned, proposed('i1'), outcome('i1'), minutesSent);
    sent.when(move, secretary).thenRefused('minutes-are-out');
    sent.when({ type: 'CancelMeeting', reason: text('why') }, secretary).thenRefused('minutes-are-out');
  });
  it('an extraordinary meeting follows the body’s own notice where the body has set one', () => {
    const slow = charter({ bodies: [{ ...body('panel'), deadlines: { noticeHours: 72 } }] });
    given({ ...scene, charter: slow, now: '2015-02-27T13:00:00Z' }, { ...planned, extraordinary: true } as MeetingEvent)
      .when({ ...move, start: '2015-03-01T12:00:00Z' }, secretary)
      .thenRefused('notice-too-short');
  });
  it('a planned meeting takes new deadlines only when a secretary says so, and deadlines that have passed stay', () => {
    const own = { itemsDays: 5, agendaDays: 3, minutesDays: 7 };
    const now = '2015-02-17T08:00:00Z';
    const changed = { ...scene, now, charter: charter({ bodies: [{ ...body('panel'), deadlines: own }, body('forum')] }) };
    const before = given(changed, planned);
    expect((before.state as CalledMeeting).deadlines).toEqual(deadlines);
    before.when({ type: 'UseSettings' }, gudrun).thenRefused('only-secretaries');
    const { decided } = before.when({ type: 'UseSettings' }, secretary);
    const renewed = { ...deadlines, agenda: '2015-02-27', minutes: '2015-03-09' };
    expect(decided).toEqual([{ type: 'DeadlinesRenewed', v: 1, deadlines: renewed }]);
    given(changed, planned, ...(decided as readonly MeetingEvent[]))
      .when({ type: 'UseSettings' }, secretary)
      .thenNothing();
    given(scene, planned).when({ type: 'UseSettings' }, secretary).thenNothing();
    given({ ...changed, now: '2015-03-02T15:00:00Z' }, planned)
      .when({ type: 'UseSettings' }, secretary)
      .thenRefused('meeting-is-over');
  });
  it('a joint meeting asks members of both bodies, each body in its own channel', () => {
    const forum = seated('forum', { practitioner: ['frida'] });
    const joint = given({ ...scene, bodies: [panel, forum] }, { ...planned, joint: ['forum'] } as MeetingEvent);
    joint
      .when({ type: 'AnswerAttendance', attendance: 'coming', deputy: null }, person('frida'))
      .thenHappens({ type: 'AttendanceAnswered', person: 'frida' });
    const state = joint.state as CalledMeeting;
    const cards = noticesFor('meeting/m1', { type: 'MeetingShown', v: 1 }, state, charter());
    expect(cards.map((each) => each.to)).toEqual([{ body: 'panel' }, { body: 'forum' }]);
    expect(cards.map(({ occasion }) => readOccasion('meeting', occasion)?.mark ?? null)).toEqual([null, 'forum']);
  });
});
