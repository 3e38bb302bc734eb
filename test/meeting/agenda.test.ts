import { describe, expect, it } from 'vitest';
import { seesClosed } from '../../bot/governance/meeting/agenda.ts';
import { channelOf } from '../../bot/governance/meeting/notices.ts';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { Item, MeetingEvent, MeetingState } from '../../bot/governance/vocabulary/meeting.ts';
import type { TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { body, charter } from '../kit/charter.ts';
import { around, given, person, seated } from '../kit/given.ts';

const panel = seated('panel', { 'municipal-chair': ['mona'], practitioner: ['gudrun'], 'regional-secretary': ['sigrid'] });
const scene = { stream: 'meeting/m1', bodies: [panel] } as const;
const secretary = person('sigrid');
const gudrun = person('gudrun');
const text = (ref: string): TextRef => ({ ref, mac: `mac-${ref}` });
const deadlines = { call: '2015-02-09', items: '2015-02-16', agenda: '2015-02-23', reminder: '2015-02-27', minutes: '2015-03-16' };
const planned: MeetingEvent = {
  type: 'MeetingPlanned',
  v: 1,
  body: 'panel',
  joint: [],
  terms: 'hash-of-panel-2015-01-01',
  start: '2015-03-02T12:00:00Z',
  end: '2015-03-02T14:00:00Z',
  place: text('place'),
  link: null,
  extraordinary: false,
  reason: null,
  deadlines,
  at: '2015-02-02T08:00:00Z',
};
const proposal = {
  kind: 'decision',
  title: text('title'),
  recommendations: [text('at')],
  case: null,
  papers: null,
  closed: false,
} as const;
const propose = (item: string, change: Partial<typeof proposal> = {}): Command => ({
  type: 'ProposeItem',
  item,
  proposal: { ...proposal, ...change },
});
const itemOf = (id: string, change: Partial<Item> = {}): Item => ({
  id,
  textsIn: 'meeting/m1',
  ...proposal,
  about: null,
  by: 'gudrun',
  late: false,
  outcome: null,
  dissents: [],
  ...change,
});
const proposed = (id: string, change: Partial<Item> = {}): MeetingEvent => ({ type: 'ItemProposed', v: 1, item: itemOf(id, change) });
const agendaSent: MeetingEvent = { type: 'AgendaSent', v: 1 };
const outcome = (item: string, kind: 'decided' | 'carried' = 'decided'): MeetingEvent => ({
  type: 'OutcomeRecorded',
  v: 1,
  item,
  outcome: kind,
  text: kind === 'decided' ? text('decision') : null,
});
const minutesSent: MeetingEvent = { type: 'MinutesSent', v: 1, commentsUntil: '2015-03-17' };
const begun = { ...scene, now: '2015-03-02T12:30:00Z' };
const meetingOf = (...events: readonly MeetingEvent[]) => given(scene, planned, ...events).state as MeetingState;

describe('items for the agenda', () => {
  it('anyone in a seat proposes one, and a secretary', () => {
    given(scene, planned).when(propose('i1'), gudrun).thenHappens({ type: 'ItemProposed' });
    given(scene, planned).when(propose('i1'), secretary).thenHappens({ type: 'ItemProposed' });
    given(scene, planned).when(propose('i1'), person('stranger')).thenRefused('only-seat-holders');
  });
  it('one proposed after the deadline is marked late, and stands all the same', () => {
    const { decided } = given({ ...scene, now: '2015-02-17T08:00:00Z' }, planned).when(propose('i1'), gudrun);
    expect(decided).toMatchObject([{ item: { late: true } }]);
    expect(given({ ...scene, now: '2015-02-16T22:59:00Z' }, planned).when(propose('i1'), gudrun).decided).toMatchObject([
      { item: { late: false } },
    ]);
  });
  it('when the agenda is out, only a secretary adds one', () => {
    const out = given(scene, planned, proposed('i0'), agendaSent);
    out.when(propose('i1'), gudrun).thenRefused('agenda-is-out');
    out.when(propose('i1'), secretary).thenHappens({ type: 'ItemProposed' });
  });
  it('are not called for when their day has passed', () => {
    const call = { type: 'Prompt', card: 'call', occasion: 'call-2015-02-09' } as const;
    const by = { kind: 'clock' } as const;
    given({ ...scene, now: '2015-02-16T08:00:00Z' }, planned)
      .when(call, by)
      .thenHappens({ type: 'Prompted' });
    given({ ...scene, now: '2015-02-17T08:00:00Z' }, planned)
      .when(call, by)
      .thenHappens({ type: 'PromptLeftOut', why: 'done' });
  });
  it('is withdrawn by who proposed it, not by another member', () => {
    const withdraw = { type: 'WithdrawItem', item: 'i1' } as const;
    given(scene, planned, proposed('i1')).when(withdraw, gudrun).thenHappens({ type: 'ItemWithdrawn' });
    given(scene, planned, proposed('i1')).when(withdraw, person('mona')).thenRefused('only-secretaries');
    given(scene, planned, proposed('i1'), agendaSent).when(withdraw, gudrun).thenRefused('agenda-is-out');
  });
  it('are ordered by a secretary, every one of them', () => {
    const two = given(scene, planned, proposed('i1'), proposed('i2'));
    const order = (...ids: readonly string[]): Command => ({ type: 'OrderItems', order: ids });
    two.when(order('i2', 'i1'), secretary).thenHappens({ type: 'ItemsOrdered', order: ['i2', 'i1'] });
    two.when(order('i1', 'i2'), secretary).thenNothing();
    two.when(order('i2'), secretary).thenRefused('changed-meanwhile');
    two.when(order('i2', 'i2'), secretary).thenRefused('changed-meanwhile');
    two.when(order('i2', 'i1'), gudrun).thenRefused('only-secretaries');
  });
  it('a case number looks like one', () => {
    given(scene, planned)
      .when({ type: 'ProposeItem', item: 'i1', proposal: { ...proposal, case: '<b>' } }, gudrun)
      .thenRefused('not-a-case-number');
    given(scene, planned)
      .when({ type: 'ProposeItem', item: 'i1', proposal: { ...proposal, case: 'IT 2015-07' } }, gudrun)
      .thenHappens({});
  });
  it('an agenda without items is not sent; sent twice it is sent once', () => {
    given(scene, planned).when({ type: 'SendAgenda' }, secretary).thenRefused('no-items');
    given(scene, planned, proposed('i1')).when({ type: 'SendAgenda' }, secretary).thenHappens({ type: 'AgendaSent' });
    given(scene, planned, proposed('i1'), agendaSent).when({ type: 'SendAgenda' }, secretary).thenNothing();
  });
  it('closed items are seen by members, secretaries and named deputies only', () => {
    const state = {
      ...meetingOf(),
      answers: [{ person: 'gudrun', attendance: 'deputy', deputy: 'dagny', seat: 's', sector: null, recordedBy: null }],
    } as const;
    const sees = (who: string, runs = false) => seesClosed(state, who, around(scene), runs);
    expect([sees('gudrun'), sees('dagny'), sees('sigrid'), sees('anna', true), sees('stranger')]).toEqual([true, true, true, true, false]);
  });
});

describe('what is not finished', () => {
  it('is carried over when the minutes go out, and the body keeps it', () => {
    const held = given(begun, planned, proposed('i1'), proposed('i2'), outcome('i1'), outcome('i2', 'carried'));
    held.when({ type: 'SendMinutes' }, secretary).thenHappens({ type: 'MinutesSent' }, { type: 'ItemCarriedOver', item: 'i2' });
    expect(errandsFor('meeting/m1', 9, { type: 'ItemCarriedOver', v: 1, item: 'i2' }, held.state)).toMatchObject([
      { to: 'body/panel', command: { type: 'KeepItem', from: 'meeting/m1', item: { id: 'i2', outcome: null } } },
    ]);
  });
  it('comes first on the next agenda, and the body lets go of it', () => {
    const waiting = { ...panel, waiting: [{ from: 'meeting/m0', item: itemOf('old', { textsIn: 'meeting/m0' }) }] } as const;
    const next = given({ ...scene, bodies: [waiting] }, planned, proposed('i1'));
    next.when({ type: 'SendAgenda' }, secretary).thenHappens({ type: 'ItemTakenUp' }, { type: 'AgendaSent' });
    const taken: MeetingEvent = { type: 'ItemTakenUp', v: 1, item: itemOf('old') };
    expect(meetingOf(proposed('i1'), taken).items.map((each) => each.id)).toEqual(['old', 'i1']);
    expect(errandsFor('meeting/m1', 3, taken, next.state)).toMatchObject([
      { to: 'body/panel', command: { type: 'ReleaseItem', item: 'old' } },
    ]);
  });
  it('a cancelled meeting hands on all its items', () => {
    given(scene, planned, proposed('i1'))
      .when({ type: 'CancelMeeting', reason: text('why') }, secretary)
      .thenHappens({ type: 'MeetingCancelled' }, { type: 'ItemCarriedOver', item: 'i1' });
  });
  it('the body keeps an item once', () => {
    const keep = { type: 'KeepItem', from: 'meeting/m1', item: itemOf('i1') } as const;
    const kept = { type: 'ItemKept', v: 1, from: 'meeting/m1', item: itemOf('i1') } as const;
    given({ stream: 'body/panel' }).when(keep).thenHappens({ type: 'ItemKept' });
    given({ stream: 'body/panel' }, kept).when(keep).thenNothing();
    given({ stream: 'body/panel' }, kept).when({ type: 'ReleaseItem', item: 'i1' }).thenHappens({ type: 'ItemReleased' });
    given({ stream: 'body/panel' }).when({ type: 'ReleaseItem', item: 'i1' }).thenNothing();
  });
});

describe('the minutes', () => {
  const record = { type: 'RecordOutcome', item: 'i1', outcome: 'decided', text: text('decision') } as const;
  it('are written by a secretary once the meeting has begun', () => {
    given(scene, planned, proposed('i1')).when(record, secretary).thenRefused('meeting-not-begun');
    given(begun, planned, proposed('i1')).when(record, gudrun).thenRefused('only-secretaries');
    given(begun, planned, proposed('i1')).when(record, secretary).thenHappens({ type: 'OutcomeRecorded', item: 'i1' });
  });
  it('a decision has words', () => {
    given(begun, planned, proposed('i1'))
      .when({ ...record, text: null }, secretary)
      .thenRefused('missing');
  });
  it('a member has a dissent recorded; a secretary writes down another’s', () => {
    const dissent = (who: string | null): Command => ({ type: 'RecordDissent', item: 'i1', person: who, text: text('because') });
    const held = given(begun, planned, proposed('i1'), outcome('i1'));
    held.when(dissent(null), gudrun).thenHappens({ type: 'DissentRecorded', person: 'gudrun', recordedBy: null });
    held.when(dissent('gudrun'), secretary).thenHappens({ type: 'DissentRecorded', person: 'gudrun', recordedBy: 'sigrid' });
    held.when(dissent('gudrun'), person('mona')).thenRefused('only-secretaries');
    held.when(dissent(null), person('stranger')).thenRefused('only-seat-holders');
  });
  it('go out when every item has an outcome, and no change after that', () => {
    given(begun, planned, proposed('i1')).when({ type: 'SendMinutes' }, secretary).thenRefused('outcome-missing');
    given(begun, planned, proposed('i1'), outcome('i1'))
      .when({ type: 'SendMinutes' }, secretary)
      .thenHappens({ type: 'MinutesSent', commentsUntil: '2015-03-09' });
    given(begun, planned, proposed('i1'), outcome('i1'), minutesSent).when(record, secretary).thenRefused('minutes-are-out');
  });
  it('are corrected in their wording after a comment, until they are published', () => {
    const correct = { type: 'CorrectOutcome', item: 'i1', text: text('better') } as const;
    const sent = given(begun, planned, proposed('i1'), outcome('i1'), minutesSent);
    sent.when(correct, secretary).thenHappens({ type: 'OutcomeRecorded', item: 'i1', outcome: 'decided', text: text('better') });
    sent.when(correct, gudrun).thenRefused('only-secretaries');
    sent.when({ ...correct, item: 'i2' }, secretary).thenRefused('no-such-item');
    given(begun, planned, proposed('i1'), outcome('i1')).when(correct, secretary).thenRefused('minutes-not-sent');
    given(begun, planned, proposed('i1'), outcome('i1'), minutesSent, { type: 'MinutesPublished', v: 1 })
      .when(correct, secretary)
      .thenRefused('minutes-are-out');
  });
  it('are commented on until the last day, and then published, not before', () => {
    const sent = [planned, proposed('i1'), outcome('i1'), minutesSent];
    const comment = { type: 'CommentMinutes', text: text('comment') } as const;
    const lastDay = given({ ...scene, now: '2015-03-17T22:00:00Z' }, ...sent);
    lastDay.when(comment, gudrun).thenHappens({ type: 'MinutesCommented', person: 'gudrun' });
    lastDay.when(comment, person('stranger')).thenRefused('only-seat-holders');
    lastDay.when({ type: 'PublishMinutes' }, secretary).thenRefused('comments-open');
    const after = given({ ...scene, now: '2015-03-17T23:00:00Z' }, ...sent);
    after.when(comment, gudrun).thenRefused('comments-closed');
    after.when({ type: 'PublishMinutes' }, secretary).thenHappens({ type: 'MinutesPublished' });
    after.when({ type: 'PublishMinutes' }, gudrun).thenRefused('only-secretaries');
  });
});

describe('moved, cancelled, extraordinary, joint', () => {
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
    const moved = given(scene, planned, answered, ...(decided as readonly MeetingEvent[])).state as MeetingState;
    expect(moved).toMatchObject({ answers: [], moves: 1, start: move.start });
    expect(noticesFor('meeting/m1', (decided as readonly MeetingEvent[])[0] ?? planned, moved, charter()).map((each) => each.key)).toEqual([
      'meeting/m1:meeting',
      'meeting/m1:note@changed-1',
    ]);
  });
  it('moving and cancelling take a secretary and a reason', () => {
    given(scene, planned).when(move, gudrun).thenRefused('only-secretaries');
    given(scene, planned)
      .when({ ...move, reason: null }, secretary)
      .thenRefused('missing');
    given(scene, planned).when({ type: 'CancelMeeting', reason: null }, secretary).thenRefused('missing');
  });
  it('nothing more happens to a cancelled meeting', () => {
    const cancelled = given(scene, planned, { type: 'MeetingCancelled', v: 1, reason: text('why') });
    cancelled.when({ type: 'AnswerAttendance', attendance: 'coming', deputy: null }, gudrun).thenRefused('meeting-is-cancelled');
    cancelled.when(propose('i1'), gudrun).thenRefused('meeting-is-cancelled');
  });
  it('an extraordinary meeting needs 24 hours and a reason', () => {
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
  it('an extraordinary meeting is not moved closer than that either; to another room it is', () => {
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
  it('the notice is the body’s own, where it has set one', () => {
    const slow = charter({ bodies: [{ ...body('panel'), deadlines: { noticeHours: 72 } }] });
    given({ ...scene, charter: slow, now: '2015-02-27T13:00:00Z' }, { ...planned, extraordinary: true } as MeetingEvent)
      .when({ ...move, start: '2015-03-01T12:00:00Z' }, secretary)
      .thenRefused('notice-too-short');
  });
  it('changed deadlines hold for later meetings, and here when a secretary says so; what has passed stays', () => {
    const own = { itemsDays: 5, agendaDays: 3, minutesDays: 7 };
    const now = '2015-02-17T08:00:00Z';
    const changed = { ...scene, now, charter: charter({ bodies: [{ ...body('panel'), deadlines: own }, body('forum')] }) };
    const before = given(changed, planned);
    expect((before.state as MeetingState).deadlines).toEqual(deadlines);
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
  it('a joint meeting asks both bodies, each in its own channel', () => {
    const forum = seated('forum', { practitioner: ['frida'] });
    const joint = given({ ...scene, bodies: [panel, forum] }, { ...planned, joint: ['forum'] } as MeetingEvent);
    joint
      .when({ type: 'AnswerAttendance', attendance: 'coming', deputy: null }, person('frida'))
      .thenHappens({ type: 'AttendanceAnswered', person: 'frida' });
    const state = joint.state as MeetingState;
    const cards = noticesFor('meeting/m1', { type: 'MeetingShown', v: 1 }, state, charter());
    expect(cards.map((each) => each.to)).toEqual([{ body: 'panel' }, { body: 'forum' }]);
    expect(cards.map((each) => channelOf(state, each.occasion))).toEqual(['panel', 'forum']);
  });
});
