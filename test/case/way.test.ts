import { describe, expect, it } from 'vitest';
import { aimIn } from '../../bot/governance/case/phases.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { chamber } from '../kit/chamber.ts';
import { person, text } from '../kit/given.ts';
import { content, fjord, judge, matter, meeting, open, seats, sentUp, theCase } from './panel-case.ts';

describe('a case on its way', () => {
  it('a case aims for the earliest meeting whose papers can still be in time, and stands on its agenda', () => {
    const room = sentUp();
    expect(aimIn(room.one('k1'))).toEqual({ meeting: 'meeting/f1', start: '2015-03-16T12:00:00Z', papersBy: '2015-03-02' });
    expect(room.meeting('f1').items).toMatchObject([{ about: theCase, case: 'PANEL 2015-01', kind: 'decision' }]);
  });
  it('a case that the chairs keep aims for the body’s own meeting', () => {
    const room = open();
    room.ask(theCase, judge('here'), person('rita'));
    room.ask(theCase, judge('here'), person('mona'));
    expect(room.one('k1')).toMatchObject({ at: 'panel', aim: { meeting: 'meeting/p1' } });
  });
  it('a case follows a meeting that moves, and finds another when it is cancelled', () => {
    const room = sentUp();
    room.ask(
      'meeting/f1',
      { ...(meeting('forum', '2015-03-23') as Extract<Command, { type: 'PlanMeeting' }>), type: 'MoveMeeting', reason: text('ill') },
      person('stig'),
    );
    expect(aimIn(room.one('k1'))?.start).toBe('2015-03-23T12:00:00Z');
    room.ask('meeting/f2', meeting('forum', '2015-04-20'), person('stig'));
    room.ask('meeting/f1', { type: 'CancelMeeting', reason: text('no time') }, person('stig'));
    expect(aimIn(room.one('k1'))?.meeting).toBe('meeting/f2');
    expect(room.meeting('f2').items).toHaveLength(1);
  });
  it('a case with no meeting in reach waits, and takes the next meeting planned', () => {
    const room = chamber(fjord, '2015-02-02T08:00:00Z', seats);
    room.ask(theCase, { type: 'DraftCase', body: 'panel', matter: matter('professional'), content }, person('gudrun'));
    room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(theCase, judge('up'), person('mona'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'forum', aim: null, dealtWith: ['no-meeting-forum'] });
    room.ask('meeting/f9', meeting('forum', '2015-05-11'), person('stig'));
    expect(aimIn(room.one('k1'))?.meeting).toBe('meeting/f9');
  });
  it('a case that is carried over aims for the next meeting', () => {
    const room = sentUp();
    room.ask('meeting/f2', meeting('forum', '2015-04-20'), person('stig'));
    room.ask('meeting/f1', { type: 'SendAgenda' }, person('stig'));
    room.until('2015-03-16T13:00:00Z');
    const [item] = room.meeting('f1').items;
    room.ask('meeting/f1', { type: 'RecordOutcome', item: item?.id ?? '', outcome: 'carried', text: null }, person('stig'));
    room.ask('meeting/f1', { type: 'SendMinutes' }, person('stig'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', aim: { meeting: 'meeting/f2' } });
  });
});

describe('a written procedure', () => {
  const write: Command = { type: 'StartWritten', until: '2015-03-06' };
  const answers = (answer: 'for' | 'against' | 'meeting'): Command => ({
    type: 'AnswerWritten',
    answer,
    reason: text('because'),
    edition: 1,
  });
  it('every member answers a written procedure, and when all have, the secretary records its result', () => {
    const room = sentUp();
    expect(room.ask(theCase, write, person('gudrun'))).toMatchObject({ refused: 'only-secretaries' });
    room.ask(theCase, write, person('stig'));
    expect(room.meeting('f1').items).toEqual([]);
    expect(room.ask(theCase, answers('for'), person('stig'))).toMatchObject({ refused: 'only-seat-holders' });
    room.ask(theCase, answers('for'), person('frank'));
    expect(room.one('k1').phase).toBe('written');
    room.ask(theCase, answers('for'), person('fie'));
    expect(room.one('k1').phase).toBe('waiting');
    room.ask('meeting/f9', meeting('forum', '2015-04-20'), person('stig'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', aim: null });
    const result = { body: 'forum', kind: 'decided', text: text('yes'), textsIn: theCase, via: 'written' } as const;
    room.ask(theCase, { type: 'ReportResult', result }, person('stig'));
    expect(room.one('k1').phase).toBe('confirming');
  });
  it('one member may ask for a meeting instead of a written procedure', () => {
    const room = sentUp();
    room.ask(theCase, write, person('stig'));
    room.ask(theCase, answers('meeting'), person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', aim: { meeting: 'meeting/f1' } });
  });
  it('a written procedure ends when its last day has passed', () => {
    const room = sentUp();
    room.ask(theCase, write, person('stig'));
    room.until('2015-03-06T22:00:00Z');
    expect(room.one('k1').phase).toBe('written');
    room.until('2015-03-07T02:00:00Z');
    expect(room.one('k1').phase).toBe('waiting');
  });
  it('a case that not all have approved in writing waits for its secretary, who calls a meeting that takes it', () => {
    const room = sentUp();
    room.ask(theCase, write, person('stig'));
    room.ask(theCase, answers('for'), person('frank'));
    room.ask(theCase, answers('against'), person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', aim: null });
    room.ask('meeting/f9', meeting('forum', '2015-04-20'), person('stig'));
    expect(room.one('k1')).toMatchObject({ aim: { meeting: expect.stringMatching(/^meeting\/f/) } });
  });
});
