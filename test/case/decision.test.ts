import { describe, expect, it } from 'vitest';
import { turnedIn } from '../../bot/governance/case/phases.ts';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { person, text } from '../kit/given.ts';
import { matter, sentUp, theCase } from './panel-case.ts';

const confirm = (right = true, report = 1): Command => ({ type: 'ConfirmResult', right, reason: right ? null : text('not so'), report });

/** The forum's meeting comes to a result, and its minutes go out. */
function heldInForum(outcome: 'decided' | 'rejected' | 'sent-on' | 'sent-back' | 'carried', about?: Matter) {
  const room = sentUp(about);
  room.ask('meeting/f1', { type: 'SendAgenda' }, person('stig'));
  room.until('2015-03-16T13:00:00Z');
  const [item] = room.meeting('f1').items;
  room.ask('meeting/f1', { type: 'RecordOutcome', item: item?.id ?? '', outcome, text: text('decision') }, person('stig'));
  room.ask('meeting/f1', { type: 'SendMinutes' }, person('stig'));
  return room;
}

describe('the decision', () => {
  it('a decision in the minutes takes effect when both chairs have confirmed it, and returns to be receipted', () => {
    const room = heldInForum('decided');
    expect(room.one('k1')).toMatchObject({ phase: 'confirming', result: { kind: 'decided', via: 'meeting', textsIn: 'meeting/f1' } });
    expect(room.ask(theCase, confirm(), person('rita'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theCase, confirm(), person('frank'));
    expect(room.one('k1').phase).toBe('confirming');
    room.ask(theCase, confirm(), person('fie'));
    expect(room.one('k1').phase).toBe('returned');
    expect(room.ask(theCase, { type: 'ReceiptAnswer' }, person('gudrun'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theCase, { type: 'ReceiptAnswer' }, person('mona'));
    expect(room.one('k1')).toMatchObject({ phase: 'closed', receipt: 'mona' });
    expect(room.body('panel').cases).toEqual([]);
  });
  it('a decision that a chair says is wrong does not take effect until a secretary has corrected it', () => {
    const room = heldInForum('decided');
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(false), person('fie'));
    expect(room.one('k1').phase).toBe('confirming');
    const corrected = { body: 'forum', kind: 'rejected', text: text('no'), textsIn: theCase, via: 'corrected' } as const;
    expect(room.ask(theCase, { type: 'ReportResult', result: corrected }, person('gudrun'))).toMatchObject({ refused: 'only-secretaries' });
    room.ask(theCase, { type: 'ReportResult', result: corrected }, person('stig'));
    expect(turnedIn(room.one('k1'))).toEqual([]);
    room.ask(theCase, confirm(true, 2), person('frank'));
    room.ask(theCase, confirm(true, 2), person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'returned', result: { kind: 'rejected' } });
  });
  it('a body decides only the cases it may decide, and sends the others on', () => {
    const room = heldInForum('decided', matter('strategic', 'economic'));
    const [item] = room.meeting('f1').items;
    const record: Command = { type: 'RecordOutcome', item: item?.id ?? '', outcome: 'decided', text: text('decision') };
    expect(room.ask('meeting/f1', record, person('stig'))).toMatchObject({ refused: 'not-ours-to-decide' });
    expect(room.refusedErrands).toEqual([]);
    const on = heldInForum('sent-on', matter('strategic', 'economic'));
    on.ask(theCase, confirm(), person('frank'));
    on.ask(theCase, confirm(), person('fie'));
    expect(on.one('k1')).toMatchObject({ phase: 'waiting', at: 'board', way: [{ body: 'panel' }, { body: 'forum', left: 'sent-on' }] });
  });
  it('a decision made outside Teams is recorded by two secretaries of different sectors', () => {
    const room = heldInForum('sent-on', matter('strategic', 'economic'));
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    const record: Command = { type: 'RecordOutside', kind: 'decided', text: text('so it is') };
    expect(room.ask(theCase, record, person('mona'))).toMatchObject({ refused: 'only-secretaries' });
    room.ask(theCase, record, person('bente'));
    expect(room.ask(theCase, { type: 'ConfirmOutside', report: 2 }, person('bente'))).toMatchObject({ refused: 'another-sector-confirms' });
    room.ask(theCase, { type: 'ConfirmOutside', report: 2 }, person('bo'));
    expect(room.one('k1')).toMatchObject({ phase: 'returned', at: 'board' });
  });
  it('a confirmation counts only for the result that was read', () => {
    const room = heldInForum('decided');
    room.ask(theCase, confirm(), person('frank'));
    const result = { body: 'forum', kind: 'decided', text: text('other words'), textsIn: theCase, via: 'corrected' } as const;
    room.ask(theCase, { type: 'ReportResult', result }, person('stig'));
    expect(room.ask(theCase, confirm(), person('fie'))).toMatchObject({ refused: 'changed-meanwhile' });
    expect(turnedIn(room.one('k1'))).toEqual([]);
    room.ask(theCase, confirm(true, 2), person('fie'));
    room.ask(theCase, confirm(true, 2), person('frank'));
    expect(room.one('k1').phase).toBe('returned');
  });
  it('a case that is sent back is a draft again with the body that raised it, and keeps its number', () => {
    const room = heldInForum('sent-back');
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'draft', at: 'panel' });
    room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
    expect(room.one('k1')).toMatchObject({ phase: 'judging', number: 'PANEL 2015-01' });
  });
  it('the bot asks again and again about an answer that nobody has receipted', () => {
    const room = heldInForum('decided');
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    room.until('2015-04-20T08:00:00Z');
    const asked = room.ledger.filter(({ event }) => event.type === 'AskReminded' && event.ask.startsWith('case-receipt'));
    expect(asked).toHaveLength(3);
  });
  it('a case that binds general practice is not closed before the practice plan says where', () => {
    const room = heldInForum('decided', matter('professional', 'practice-duty'));
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    room.ask(theCase, { type: 'ReceiptAnswer' }, person('mona'));
    expect(room.one('k1').phase).toBe('returned');
    room.ask(theCase, { type: 'RecordPracticePlan', text: text('section 4'), told: [] }, person('sigrid'));
    expect(room.one('k1').phase).toBe('closed');
  });
  it('a case is opened again only by both chairs of the body that had the last word, each with a reason', () => {
    const room = heldInForum('decided');
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    room.ask(theCase, { type: 'ReopenCase', reason: text('new facts') }, person('frank'));
    expect(room.one('k1').phase).toBe('returned');
    room.ask(theCase, { type: 'ReopenCase', reason: text('agreed') }, person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'forum' });
  });
});
