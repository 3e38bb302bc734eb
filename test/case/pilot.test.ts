import { describe, expect, it } from 'vitest';
import { caseAsks } from '../../bot/governance/case/asks.ts';
import { trialOutcome } from '../../bot/governance/case/gate.ts';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { TrialWay } from '../../bot/governance/vocabulary/case/case.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter } from '../kit/charter.ts';
import { person, seated, text } from '../kit/given.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;
const plain = charter();
const model = (scalingPath: boolean) =>
  charter({
    collaboration: { ...plain.collaboration, defaults: { ...plain.collaboration.defaults, scalingPath } },
    bodies: [
      body('panel', { above: 'forum', competence: [{ ...rule, clause: 'p', kinds: ['pilot'], verdict: 'goes-to' }] }),
      body('forum', { above: 'board', competence: [{ ...rule, clause: 'f', kinds: ['pilot'], verdict: 'goes-to' }] }),
      { ...body('board', { competence: [{ ...rule, clause: 'b', verdict: 'decides' }] }), outsideTeams: true },
      body('bureau'),
    ],
  });
const seats: readonly BodyState[] = [
  ...['panel', 'forum'].map((of) =>
    seated(of, {
      'regional-chair': [`${of}-r`],
      'municipal-chair': [`${of}-m`],
      practitioner: [`${of}-p`],
      'regional-secretary': [`${of}-s`],
    }),
  ),
  seated('board', { 'regional-secretary': ['bente', 'bo'] }),
];
const theCase: Stream = 'case/k1';
const gate = (way: TrialWay, evidence = 'shown'): Command => ({ type: 'RecordGate', way, evidence: text(evidence) });
const judge = (says: 'here' | 'up' | 'back', edition: number): Command => ({
  type: 'Judge',
  judgement: { says, reason: text('so') },
  edition,
});

function open(matter: Matter = { kind: 'pilot', weighs: ['scaling'] }, scalingPath = true) {
  const room = chamber(model(scalingPath), '2015-02-02T08:00:00Z', seats, { bente: 'regional', bo: 'municipal' });
  const content = { title: text('t'), account: null, recommendations: [text('r')], papers: null, journal: null };
  room.ask(theCase, { type: 'DraftCase', body: 'panel', matter, content }, person('panel-p'));
  room.ask(theCase, { type: 'SendCase' }, person('panel-p'));
  const state = () => room.one('k1');
  const sentUp = () => {
    for (const who of ['panel-r', 'panel-m']) room.ask(theCase, judge('up', state().edition), person(who));
  };
  return { ...room, state, sentUp };
}

describe('a pilot that may be spread', () => {
  it('a pilot leaves no body before its evidence is recorded there', () => {
    const room = open();
    expect(room.ask(theCase, judge('up', 1), person('panel-r'))).toMatchObject({ refused: 'gate-missing' });
    expect(room.ask(theCase, gate('scale'), person('forum-s'))).toMatchObject({ refused: 'only-who-raised-it' });
    room.ask(theCase, gate('scale'), person('panel-p'));
    room.sentUp();
    expect(room.state()).toMatchObject({ at: 'forum', phase: 'waiting' });
    const result = { body: 'forum', kind: 'sent-on', text: text('on'), textsIn: theCase, via: 'written' } as const;
    room.ask(theCase, { type: 'ReportResult', result }, person('forum-s'));
    const right: Command = { type: 'ConfirmResult', right: true, reason: null, report: 1 };
    expect(room.ask(theCase, right, person('forum-r'))).toMatchObject({ refused: 'gate-missing' });
    room.ask(theCase, gate('change', 'more'), person('forum-s'));
    for (const who of ['forum-r', 'forum-m']) room.ask(theCase, { ...right, report: room.state().reports }, person(who));
    expect(room.state()).toMatchObject({ at: 'board', phase: 'waiting' });
    room.ask(theCase, { type: 'RecordOutside', kind: 'decided', text: text('go') }, person('bente'));
    const outside = (): Command => ({ type: 'ConfirmOutside', report: room.state().reports });
    expect(room.ask(theCase, outside(), person('bo'))).toMatchObject({ refused: 'gate-missing' });
    room.ask(theCase, gate('stop', 'enough'), person('bo'));
    room.ask(theCase, outside(), person('bo'));
    expect(room.state()).toMatchObject({ phase: 'returned', gates: [{ body: 'panel' }, { body: 'forum' }, { body: 'board' }] });
    expect(trialOutcome(room.state())).toBe('stop');
  });
  it('a pilot may be sent back for more without evidence', () => {
    expect(open().ask(theCase, judge('back', 1), person('panel-r'))).toMatchObject([{ type: 'KeyTurned' }]);
  });
  it('new evidence about a pilot takes back the keys that were turned on other evidence', () => {
    const room = open();
    room.ask(theCase, gate('scale'), person('panel-p'));
    room.ask(theCase, judge('up', 2), person('panel-r'));
    expect(room.ask(theCase, gate('scale'), person('panel-s'))).toEqual([]);
    room.ask(theCase, gate('stop', 'other'), person('panel-s'));
    expect(room.state()).toMatchObject({ turns: [], edition: 3, gates: [{ way: 'stop', person: 'panel-s' }] });
    expect(room.ask(theCase, judge('up', 2), person('panel-m'))).toMatchObject({ refused: 'changed-meanwhile' });
  });
  it('a pilot needs evidence only where the setting is on', () => {
    const room = open({ kind: 'pilot', weighs: ['scaling'] }, false);
    expect(room.ask(theCase, gate('scale'), person('panel-p'))).toMatchObject({ refused: 'no-trial' });
    room.sentUp();
    expect(room.state().at).toBe('forum');
    expect(trialOutcome(room.state())).toBeNull();
  });
  it('a pilot needs evidence whether or not somebody ticked that it is to be spread, and may be tried first where nobody did', () => {
    const room = open({ kind: 'pilot', weighs: [] });
    expect(room.ask(theCase, judge('up', 1), person('panel-r'))).toMatchObject({ refused: 'gate-missing' });
    expect(room.ask(theCase, gate('try'), person('panel-p'))).toMatchObject([{ type: 'GateRecorded' }]);
    expect(open().ask(theCase, gate('try'), person('panel-p'))).toMatchObject({ refused: 'missing', field: 'way' });
  });
  it('whoever must write the evidence is asked before the keys are, and further on the secretary of the body that has it', () => {
    const room = open();
    const asked = () => caseAsks(theCase, room.state(), model(true)).map(({ what, of }) => [what, of]);
    expect(asked()).toEqual([['case-evidence', { persons: ['panel-p'], body: 'panel' }]]);
    room.ask(theCase, gate('scale'), person('panel-p'));
    expect(asked()).toEqual([['case-judge', { keys: 'panel' }]]);
    room.sentUp();
    const secretary = ['case-evidence', { role: 'secretary', body: 'forum' }];
    expect(asked()).toContainEqual(secretary);
    expect(room.ask(theCase, { type: 'StartWritten', until: '2015-03-02' }, person('forum-s'))).toMatchObject({ refused: 'gate-missing' });
    const result = { body: 'forum', kind: 'sent-on', text: text('on'), textsIn: theCase, via: 'written' } as const;
    room.ask(theCase, { type: 'ReportResult', result }, person('forum-s'));
    expect(asked()).toEqual([secretary]);
    room.ask(theCase, gate('change', 'more'), person('forum-s'));
    expect(asked()).toEqual([['case-confirm', { keys: 'forum' }]]);
  });
  it('keys that send a pilot back for more are asked of the other chair too, though the evidence is missing', () => {
    const room = open();
    room.ask(theCase, judge('back', 1), person('panel-r'));
    expect(caseAsks(theCase, room.state(), model(true)).map(({ what }) => what)).toEqual(['case-evidence', 'case-judge']);
  });
});
