import { describe, it } from 'vitest';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { given, person, text } from '../kit/given.ts';
import { begun, gudrun, minutesSent, outcome, planned, proposed, scene, secretary } from './panel-meeting.ts';

describe('the minutes', () => {
  const record = { type: 'RecordOutcome', item: 'i1', outcome: 'decided', text: text('decision') } as const;
  it('only a secretary writes the minutes, and only once the meeting has begun', () => {
    given(scene, planned, proposed('i1')).when(record, secretary).thenRefused('meeting-not-begun');
    given(begun, planned, proposed('i1')).when(record, gudrun).thenRefused('only-secretaries');
    given(begun, planned, proposed('i1')).when(record, secretary).thenHappens({ type: 'OutcomeRecorded', item: 'i1' });
  });
  it('a decision cannot be recorded without words', () => {
    given(begun, planned, proposed('i1'))
      .when({ ...record, text: null }, secretary)
      .thenRefused('missing');
  });
  it('a member puts their own dissent on record, and a secretary somebody else’s', () => {
    const dissent = (who: string | null): Command => ({ type: 'RecordDissent', item: 'i1', person: who, text: text('because') });
    const held = given(begun, planned, proposed('i1'), outcome('i1'));
    held.when(dissent(null), gudrun).thenHappens({ type: 'DissentRecorded', person: 'gudrun', recordedBy: null });
    held.when(dissent('gudrun'), secretary).thenHappens({ type: 'DissentRecorded', person: 'gudrun', recordedBy: 'sigrid' });
    held.when(dissent('gudrun'), person('mona')).thenRefused('only-secretaries');
    held.when(dissent(null), person('stranger')).thenRefused('only-seat-holders');
  });
  it('the minutes go out only when every item has an outcome, and no outcome is recorded after that', () => {
    given(begun, planned, proposed('i1')).when({ type: 'SendMinutes' }, secretary).thenRefused('outcome-missing');
    given(begun, planned, proposed('i1'), outcome('i1'))
      .when({ type: 'SendMinutes' }, secretary)
      .thenHappens({ type: 'MinutesSent', commentsUntil: '2015-03-09' });
    given(begun, planned, proposed('i1'), outcome('i1'), minutesSent).when(record, secretary).thenRefused('minutes-are-out');
  });
  it('a secretary corrects the wording of the minutes after they were sent, until they are published', () => {
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
  it('members comment on the minutes until the last day, and only then may they be published', () => {
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
