import { describe, expect, it } from 'vitest';
import type { Terms } from '../../bot/governance/charter/charter.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { person, seated } from '../kit/given.ts';

const assess = { years: 4, clause: 'forum-assesses' };
const first = { ...termsOf('forum', { from: '2015-01-01', until: '2018-12-31' }), assess };
const second = { ...termsOf('forum', { from: '2020-06-01', until: null }), assess };
const model = (...terms: readonly Terms[]) => charter({ bodies: [{ ...body('forum'), terms }, body('bureau')] });
const text: TextRef = { ref: 'so', mac: 'mac' };
const conclude: Command = { type: 'AssessTerms', revise: false, text };

function open(begins: string, ...terms: readonly Terms[]) {
  const forum: BodyState = {
    ...seated('forum', { 'regional-chair': ['rita'], 'municipal-leader': ['mona'], 'regional-secretary': ['sigrid'] }),
    channel: 'c1',
  };
  const room = chamber(model(...terms), begins, [forum]);
  const asked = () => room.ledger.flatMap(({ event }) => (event.type === 'AssessmentAsked' ? [event.quarter] : []));
  return { ...room, asked };
}

describe('a body that assesses its own terms', () => {
  it('a body that assesses its own terms is asked once a quarter in the last year of each period, until it has done so', () => {
    const room = open('2017-11-01T08:00:00Z', first);
    room.until('2018-08-01T08:00:00Z');
    expect(room.asked()).toEqual(['2018-Q1', '2018-Q2', '2018-Q3']);
    room.ask('body/forum', conclude, person('sigrid'));
    room.until('2021-12-20T08:00:00Z');
    expect(room.asked()).toHaveLength(3);
    room.until('2022-02-01T08:00:00Z');
    expect(room.asked().at(-1)).toBe('2022-Q1');
  });
  it('a chair or a secretary records the assessment together with the version of the terms that was assessed', () => {
    const room = open('2018-02-01T08:00:00Z', first);
    expect(room.ask('body/forum', conclude, person('mona'))).toMatchObject({ refused: 'only-secretaries' });
    expect(room.ask('body/forum', conclude, person('rita'))).toMatchObject([
      { type: 'TermsAssessed', terms: first.hash, on: '2018-02-01', revise: false },
    ]);
  });
  it('a body is not asked to assess terms that new ones have replaced', () => {
    const room = open('2020-05-01T08:00:00Z', first, second);
    room.ask('body/forum', conclude, person('rita'));
    room.until('2023-05-01T08:00:00Z');
    expect(room.asked()).toEqual([]);
    room.until('2023-07-01T08:00:00Z');
    expect(room.asked()).toEqual(['2023-Q2']);
  });
  it('a body whose terms require no assessment is never asked for one', () => {
    const room = open('2018-02-01T08:00:00Z', { ...first, assess: null });
    expect(room.ask('body/forum', conclude, person('rita'))).toMatchObject({ refused: 'nothing-to-assess' });
    room.until('2018-06-01T08:00:00Z');
    expect(room.asked()).toEqual([]);
  });
});
