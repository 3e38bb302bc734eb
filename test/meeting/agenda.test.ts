import { describe, expect, it } from 'vitest';
import { seesClosed } from '../../bot/governance/meeting/agenda.ts';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { CalledMeeting, MeetingEvent } from '../../bot/governance/vocabulary/meeting.ts';
import { writeOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { around, given, person, text } from '../kit/given.ts';
import { begun, gudrun, itemOf, outcome, panel, planned, proposal, propose, proposed, scene, secretary } from './panel-meeting.ts';

const agendaSent: MeetingEvent = { type: 'AgendaSent', v: 1 };

const meetingOf = (...events: readonly MeetingEvent[]) => given(scene, planned, ...events).state as CalledMeeting;

describe('items for the agenda', () => {
  it('anyone in a seat may propose an item for the agenda, and so may a secretary', () => {
    given(scene, planned).when(propose('i1'), gudrun).thenHappens({ type: 'ItemProposed' });
    given(scene, planned).when(propose('i1'), secretary).thenHappens({ type: 'ItemProposed' });
    given(scene, planned).when(propose('i1'), person('stranger')).thenRefused('only-seat-holders');
  });
  it('an item proposed after the deadline is marked late, and stands all the same', () => {
    const { decided } = given({ ...scene, now: '2015-02-17T08:00:00Z' }, planned).when(propose('i1'), gudrun);
    expect(decided).toMatchObject([{ item: { late: true } }]);
    expect(given({ ...scene, now: '2015-02-16T22:59:00Z' }, planned).when(propose('i1'), gudrun).decided).toMatchObject([
      { item: { late: false } },
    ]);
  });
  it('only a secretary adds an item when the agenda is out', () => {
    const out = given(scene, planned, proposed('i0'), agendaSent);
    out.when(propose('i1'), gudrun).thenRefused('agenda-is-out');
    out.when(propose('i1'), secretary).thenHappens({ type: 'ItemProposed' });
  });
  it('the call for items is left out when the day for them has passed', () => {
    const call = { type: 'Prompt', card: 'call', occasion: writeOccasion<'note'>({ what: 'call', mark: '2015-02-09' }) } as const;
    const by = { kind: 'clock' } as const;
    given({ ...scene, now: '2015-02-16T08:00:00Z' }, planned)
      .when(call, by)
      .thenHappens({ type: 'Prompted' });
    given({ ...scene, now: '2015-02-17T08:00:00Z' }, planned)
      .when(call, by)
      .thenHappens({ type: 'PromptLeftOut', why: 'done' });
  });
  it('an item is withdrawn by the member who proposed it, not by another member and not once the agenda is out', () => {
    const withdraw = { type: 'WithdrawItem', item: 'i1' } as const;
    given(scene, planned, proposed('i1')).when(withdraw, gudrun).thenHappens({ type: 'ItemWithdrawn' });
    given(scene, planned, proposed('i1')).when(withdraw, person('mona')).thenRefused('only-secretaries');
    given(scene, planned, proposed('i1'), agendaSent).when(withdraw, gudrun).thenRefused('agenda-is-out');
  });
  it('only a secretary orders the items, and the order must have every one of them', () => {
    const two = given(scene, planned, proposed('i1'), proposed('i2'));
    const order = (...ids: readonly string[]): Command => ({ type: 'OrderItems', order: ids });
    two.when(order('i2', 'i1'), secretary).thenHappens({ type: 'ItemsOrdered', order: ['i2', 'i1'] });
    two.when(order('i1', 'i2'), secretary).thenNothing();
    two.when(order('i2'), secretary).thenRefused('changed-meanwhile');
    two.when(order('i2', 'i2'), secretary).thenRefused('changed-meanwhile');
    two.when(order('i2', 'i1'), gudrun).thenRefused('only-secretaries');
  });
  it('an item’s case number is refused when it does not look like a case number', () => {
    given(scene, planned)
      .when({ type: 'ProposeItem', item: 'i1', proposal: { ...proposal, case: '<b>' } }, gudrun)
      .thenRefused('not-a-case-number');
    given(scene, planned)
      .when({ type: 'ProposeItem', item: 'i1', proposal: { ...proposal, case: 'IT 2015-07' } }, gudrun)
      .thenHappens({});
  });
  it('an agenda without items is not sent, and an agenda sent twice goes out once', () => {
    given(scene, planned).when({ type: 'SendAgenda' }, secretary).thenRefused('no-items');
    given(scene, planned, proposed('i1')).when({ type: 'SendAgenda' }, secretary).thenHappens({ type: 'AgendaSent' });
    given(scene, planned, proposed('i1'), agendaSent).when({ type: 'SendAgenda' }, secretary).thenNothing();
  });
  it('closed items are seen only by members, secretaries, named deputies and whoever runs the bot', () => {
    const state = {
      ...meetingOf(),
      answers: [{ person: 'gudrun', attendance: 'deputy', deputy: 'dagny', seat: 's', sector: null, recordedBy: null }],
    } as const;
    const sees = (who: string, runs = false) => seesClosed(state, who, around(scene), runs);
    expect([sees('gudrun'), sees('dagny'), sees('sigrid'), sees('anna', true), sees('stranger')]).toEqual([true, true, true, true, false]);
  });
});

describe('an item that is not finished', () => {
  it('an unfinished item is carried over when the minutes go out, and the body keeps it', () => {
    const held = given(begun, planned, proposed('i1'), proposed('i2'), outcome('i1'), outcome('i2', 'carried'));
    held.when({ type: 'SendMinutes' }, secretary).thenHappens({ type: 'MinutesSent' }, { type: 'ItemCarriedOver', item: 'i2' });
    expect(errandsFor('meeting/m1', 9, { type: 'ItemCarriedOver', v: 1, item: 'i2' }, held.state)).toMatchObject([
      { to: 'body/panel', command: { type: 'KeepItem', from: 'meeting/m1', item: { id: 'i2', outcome: null } } },
    ]);
  });
  it('an item carried over comes first on the next agenda, and the body lets go of it', () => {
    const waiting = { ...panel, waiting: [{ from: 'meeting/m0', item: itemOf('old', { textsIn: 'meeting/m0' }) }] } as const;
    const next = given({ ...scene, bodies: [waiting] }, planned, proposed('i1'));
    next.when({ type: 'SendAgenda' }, secretary).thenHappens({ type: 'ItemTakenUp' }, { type: 'AgendaSent' });
    const taken: MeetingEvent = { type: 'ItemTakenUp', v: 1, item: itemOf('old') };
    expect(meetingOf(proposed('i1'), taken).items.map((each) => each.id)).toEqual(['old', 'i1']);
    expect(errandsFor('meeting/m1', 3, taken, next.state)).toMatchObject([
      { to: 'body/panel', command: { type: 'ReleaseItem', item: 'old' } },
    ]);
  });
  it('a cancelled meeting carries over its items', () => {
    given(scene, planned, proposed('i1'))
      .when({ type: 'CancelMeeting', reason: text('why') }, secretary)
      .thenHappens({ type: 'MeetingCancelled' }, { type: 'ItemCarriedOver', item: 'i1' });
  });
  it('the body keeps an item once, and lets go of it once', () => {
    const keep = { type: 'KeepItem', from: 'meeting/m1', item: itemOf('i1') } as const;
    const kept = { type: 'ItemKept', v: 1, from: 'meeting/m1', item: itemOf('i1') } as const;
    given({ stream: 'body/panel' }).when(keep).thenHappens({ type: 'ItemKept' });
    given({ stream: 'body/panel' }, kept).when(keep).thenNothing();
    given({ stream: 'body/panel' }, kept).when({ type: 'ReleaseItem', item: 'i1' }).thenHappens({ type: 'ItemReleased' });
    given({ stream: 'body/panel' }).when({ type: 'ReleaseItem', item: 'i1' }).thenNothing();
  });
});
