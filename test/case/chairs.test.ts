import { describe, expect, test } from 'vitest';
import type { KeyRule } from '../../bot/governance/charter/charter.ts';
import type { CaseState, RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { caseCard } from '../../cards/case/case.ts';
import type { Viewer } from '../../cards/kit/card.ts';
import { desk } from '../kit/desk.ts';
import { person } from '../kit/given.ts';
import { caseIn } from '../kit/states/case.ts';
import { fjord, judge, open, seats, sentUp, theCase } from './panel-case.ts';

const everyone: Viewer = { kind: 'everyone', language: 'da' };
const as = (who: string): Viewer => ({ kind: 'person', language: 'da', person: who, administrator: false, open: null, picks: {} });

/** What stands on the case's card for somebody, and the titles of the buttons. */
async function card(state: CaseState, viewer: Viewer, keyRule?: KeyRule, occasion: string | null = null) {
  const bodies = fjord.bodies.map((each) => ({
    ...each,
    terms: each.terms.map((terms) => ({ ...terms, keyRule: keyRule ?? terms.keyRule })),
  }));
  const there = desk({
    charter: { ...fjord, bodies },
    now: '2015-02-03T08:00:00Z',
    bodies: seats,
    states: { [theCase]: state },
    words: { because: 'Det rammer flere.' },
  });
  const face = await caseCard.show(there, theCase, occasion, viewer);
  if (!face) throw new Error('the card shows nothing');
  const { upper, lower } = face.data as Readonly<Record<'upper' | 'lower', readonly { readonly title: string }[]>>;
  return { words: JSON.stringify(face.data), question: face.data.question, buttons: [...upper, ...lower].map(({ title }) => title) };
}

function half(): RaisedCase {
  const room = open();
  room.ask(theCase, judge('up'), person('rita'));
  return room.one('k1');
}

describe('the two chairs of a body', () => {
  test('the channel sees that the first chair has judged, and neither what nor why', async () => {
    for (const viewer of [everyone, as('gudrun'), as('sigrid')]) {
      const { words } = await card(half(), viewer);
      expect(words).toContain('"first":"regional-chair, rita","second":"✓ har vurderet"');
      expect(words).not.toContain('forelægges"');
      expect(words).not.toContain('Det rammer flere');
    }
  });

  test('the other chair reads what the first one judged, and why', async () => {
    const { words, buttons } = await card(half(), as('mona'));
    expect(words).toContain('"first":"regional-chair, rita","second":"✓ forelægges","third":"»Det rammer flere.«"');
    expect(buttons).toContain('Behandl selv');
  });

  test('the other chair judges unseen where the key rule says so', async () => {
    const unseen: KeyRule = { seats: ['regional-chair', 'municipal-chair'], clause: null, unseen: true };
    expect((await card(half(), as('mona'), unseen)).words).not.toContain('Det rammer flere');
    expect((await card(half(), as('rita'), unseen)).words).toContain('Det rammer flere');
  });

  test('the reasons of both stand for everybody once both have judged', async () => {
    const room = open();
    room.ask(theCase, judge('here'), person('rita'));
    room.ask(theCase, judge('here'), person('mona'));
    const { words } = await card(room.one('k1'), everyone);
    expect(words).toContain('Formandskabet for panel lader sagen behandle her');
    expect(words).toContain('rita: »Det rammer flere.«');
    expect((await card(sentUp().one('k1'), everyone)).words).toContain('mona: »Det rammer flere.«');
  });

  test('after the press the own view says what was recorded, and offers to take it back and nothing else', async () => {
    const own = await card(half(), as('rita'));
    expect(own.question).toBe('Dit svar er registreret: forelægges.');
    expect(own.buttons).toEqual(['Fortryd svar']);
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(theCase, { type: 'TakeBack' }, person('rita'));
    expect((await card(room.one('k1'), as('rita'))).buttons).toContain('Send tilbage');
  });

  test('whoever has confirmed a result takes that back, and is not left with a no alone', async () => {
    const result = { body: 'panel', kind: 'decided', text: null, textsIn: theCase, via: 'written' } as const;
    const turn = {
      seat: 'regional-chair',
      person: 'rita',
      judgement: { says: 'right', reason: null },
      at: '2015-02-02T08:00:00Z',
    } as const;
    const confirming = caseIn('confirming', { result, turns: [turn] });
    expect((await card(confirming, as('rita'))).buttons).toEqual(['Fortryd svar']);
    expect((await card(confirming, as('mona'))).buttons.slice(0, 2)).toEqual(['Bekræft', 'Bekræft ikke']);
  });

  test('a receipt stands before opening the case again', async () => {
    const { buttons } = await card(caseIn('returned'), as('mona'));
    expect(buttons.slice(0, 2)).toEqual(['Kvittér', 'Genoptag sagen']);
  });

  test('nobody takes an answer back once the case has moved on', () => {
    const room = sentUp();
    expect(room.ask(theCase, { type: 'TakeBack' }, person('rita'))).toMatchObject({ refused: 'case-has-moved' });
  });
});
