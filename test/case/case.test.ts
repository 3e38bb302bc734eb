import { describe, expect, it } from 'vitest';
import { turnedIn } from '../../bot/governance/case/phases.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { chamber } from '../kit/chamber.ts';
import { person, text } from '../kit/given.ts';
import { content, fjord, judge, matter, open, seats, sentUp, theCase } from './panel-case.ts';

describe('raising a case', () => {
  it('only members raise a case; a draft stays with its author until they send it, and a sent case bears a number', () => {
    const room = chamber(fjord, '2015-02-02T08:00:00Z', seats);
    const draft: Command = { type: 'DraftCase', body: 'panel', matter: matter('professional'), content };
    expect(room.ask(theCase, draft, person('stranger'))).toMatchObject({ refused: 'only-seat-holders' });
    room.ask(theCase, draft, person('gudrun'));
    expect(room.one('k1')).toMatchObject({ phase: 'draft', number: null });
    expect(room.ask(theCase, { type: 'SendCase' }, person('mona'))).toMatchObject({ refused: 'only-who-raised-it' });
    room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
    expect(room.one('k1')).toMatchObject({ phase: 'judging', number: 'PANEL 2015-01', told: ['forum'] });
  });
  it('a body that is told early of a case has a card in its channel, and its chair may state a direction', () => {
    const room = open();
    expect(noticesFor(theCase, { type: 'CaseSent', v: 1, told: ['forum'], at: '' }, room.one('k1'), fjord).map((each) => each.key)).toEqual(
      ['case/k1:case', 'case/k1:case@in-forum'],
    );
    expect(room.ask(theCase, { type: 'StateDirection', body: 'forum', text: text('that way') }, person('gudrun'))).toMatchObject({
      refused: 'only-chairs',
    });
    expect(room.ask(theCase, { type: 'StateDirection', body: 'forum', text: text('that way') }, person('fie'))).toMatchObject([
      { type: 'DirectionStated' },
    ]);
  });
  it('a case may be withdrawn until it has moved', () => {
    expect(open().ask(theCase, { type: 'WithdrawCase', reason: null }, person('gudrun'))).toMatchObject([{ type: 'CaseWithdrawn' }]);
    expect(sentUp().ask(theCase, { type: 'WithdrawCase', reason: null }, person('gudrun'))).toMatchObject({ refused: 'case-has-moved' });
  });
});

describe('the judgement of the two chairs', () => {
  it('a case goes up only when both chairs agree', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    expect(room.one('k1').phase).toBe('judging');
    room.ask(theCase, judge('up'), person('mona'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'forum', way: [{ body: 'panel', left: 'up' }] });
  });
  it('a chair who judges twice turns one key, and a member has none', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    expect(room.ask(theCase, judge('up'), person('rita'))).toEqual([]);
    expect(room.ask(theCase, judge('up'), person('gudrun'))).toMatchObject({ refused: 'only-chairs' });
    expect(turnedIn(room.one('k1'))).toHaveLength(1);
  });
  it('a judgement on words that have changed since is refused, and the keys turned on them fall', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(
      theCase,
      { type: 'EditCase', matter: matter('professional'), content: { ...content, recommendations: [text('other')] } },
      person('gudrun'),
    );
    expect(room.one('k1')).toMatchObject({ edition: 2, turns: [] });
    expect(room.ask(theCase, judge('up', 1), person('mona'))).toMatchObject({ refused: 'changed-meanwhile' });
    expect(room.ask(theCase, judge('up', 2), person('mona'))).toMatchObject([{ type: 'KeyTurned' }]);
  });
  it('a case on which the chairs disagree goes up with the reasons of both', () => {
    const room = open();
    room.ask(theCase, judge('here'), person('rita'));
    room.ask(theCase, judge('up', 1, text('too big')), person('mona'));
    expect(room.one('k1').way).toMatchObject([
      { left: 'disagreed', reasons: [{ judgement: { says: 'here' } }, { judgement: { says: 'up', reason: { ref: 'too big' } } }] },
    ]);
  });
  it('a chair may take their key back until the case has moved on', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(theCase, { type: 'TakeBack' }, person('rita'));
    expect(turnedIn(room.one('k1'))).toEqual([]);
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(theCase, judge('up'), person('mona'));
    expect(room.ask(theCase, { type: 'TakeBack' }, person('rita'))).toMatchObject({ refused: 'case-has-moved' });
  });
  it('chairs cannot keep a case that the terms send up', () => {
    expect(open(matter('professional', 'economic')).ask(theCase, judge('here'), person('rita'))).toMatchObject({
      refused: 'not-ours-to-decide',
      clause: 'panel-weighty',
    });
  });
  it('both chairs may send a case back for more, each with a sentence', () => {
    const room = open();
    expect(room.ask(theCase, judge('back', 1, null), person('rita'))).toMatchObject({ refused: 'missing' });
    room.ask(theCase, judge('back'), person('rita'));
    room.ask(theCase, judge('back'), person('mona'));
    expect(room.one('k1').phase).toBe('draft');
  });
  it('a chair’s judgement stands when the seat changes hands before the other chair judges', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    room.change('panel', (was) => ({
      ...was,
      appointments: was.appointments.map((each) => (each.person === 'rita' ? { ...each, person: 'rosa' } : each)),
    }));
    expect(room.ask(theCase, judge('here'), person('rita'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theCase, judge('up'), person('mona'));
    expect(room.one('k1').at).toBe('forum');
  });
  it('silence never approves a case; it is told after 5, 10 and 15 working days, and no day of July counts', () => {
    const room = open();
    room.until('2015-02-28T08:00:00Z');
    const prompts = room.ledger.flatMap(({ event }) =>
      event.type === 'AskReminded' && event.ask.startsWith('case-judge') ? [`${event.rung} ${event.on}`] : [],
    );
    expect(prompts).toEqual(['5 2015-02-09', '10 2015-02-16', '15 2015-02-23']);
    expect(room.one('k1').phase).toBe('judging');
    const summer = chamber(fjord, '2015-06-26T08:00:00Z', seats);
    summer.ask(theCase, { type: 'DraftCase', body: 'panel', matter: matter('professional'), content }, person('gudrun'));
    summer.ask(theCase, { type: 'SendCase' }, person('gudrun'));
    summer.until('2015-08-06T08:00:00Z');
    expect(
      summer.ledger.flatMap(({ event }) => (event.type === 'AskReminded' && event.ask.startsWith('case-judge') ? [event.on] : [])),
    ).toEqual(['2015-08-05']);
  });
});
