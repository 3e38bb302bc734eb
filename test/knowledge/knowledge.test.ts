import { describe, expect, it } from 'vitest';
import { assessorsOn, audienceOf, tallyOf } from '../../bot/governance/knowledge/experience.ts';
import { standsInFor } from '../../bot/governance/people/two-secretaries.ts';
import { concerned } from '../../bot/governance/tables/reach.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { ExperienceState, Fit } from '../../bot/governance/vocabulary/knowledge/experience.ts';
import type { FlagState } from '../../bot/governance/vocabulary/knowledge/flag.ts';
import type { Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter } from '../kit/charter.ts';
import { person, seated, text } from '../kit/given.ts';

const decides = { clause: 'panel-decides', kinds: [], any: [], unless: [], verdict: 'decides', to: null } as const;
const knowing = (id: string, how: 'spreads' | 'shares') => {
  const known = body(id, { competence: [decides] });
  return { ...known, terms: known.terms.map((terms) => ({ ...terms, [how]: `${id}-${how}` })) };
};
/** A panel and a circle gather and spread, three bays try things, and the forum does neither. */
const fjord = charter({
  bodies: [
    knowing('panel', 'spreads'),
    knowing('circle', 'spreads'),
    knowing('north', 'shares'),
    knowing('south', 'shares'),
    knowing('east', 'shares'),
    body('forum'),
    body('bureau', { seats: [] }),
  ],
});
const seats: readonly BodyState[] = ['panel', 'circle', 'north', 'south', 'forum'].map((of) =>
  seated(of, { 'regional-chair': [`${of}-r`], 'municipal-chair': [`${of}-m`], adviser: [`${of}-a`], 'regional-secretary': [`${of}-s`] }),
);
const it1: Stream = 'experience/e1';
const share: Command = { type: 'ShareExperience', from: 'north', assessor: 'panel', title: text('title'), account: text('account') };

function open() {
  const room = chamber(fjord, '2015-02-02T08:00:00Z', seats);
  const state = (): ExperienceState => {
    const found = room.states.get(it1);
    if (found?.kind !== 'experience') throw new Error('nothing was told');
    return found;
  };
  const assesses = (who: string, spread: boolean, words: TextRef | null = text('why'), edition = state().edition) =>
    room.ask(it1, { type: 'AssessExperience', spread, words, edition }, person(who));
  const answers = (who: string, of: string, fit: Fit) => room.ask(it1, { type: 'AnswerExperience', body: of, fit }, person(who));
  return { ...room, state, assesses, answers };
}
function told() {
  const room = open();
  room.ask(it1, share, person('north-a'));
  return room;
}

describe('an experience', () => {
  it('any member of a body shares an experience with a body whose terms let it gather them', () => {
    const room = open();
    expect(assessorsOn(fjord, '2015-02-02')).toEqual(['panel', 'circle']);
    expect(room.ask(it1, share, person('south-a'))).toMatchObject({ refused: 'only-seat-holders' });
    expect(room.ask(it1, { ...share, assessor: 'forum' }, person('north-a'))).toMatchObject({ refused: 'does-not-spread' });
    room.ask(it1, share, person('north-a'));
    expect(room.state()).toMatchObject({ phase: 'told', by: 'north-a', clause: 'panel-spreads' });
    expect(room.ask(it1, share, person('north-a'))).toEqual([]);
  });
  it('a chair of the gathering body spreads an experience to every body that shares or gathers', () => {
    const room = told();
    expect(room.assesses('panel-a', true)).toMatchObject({ refused: 'only-chairs' });
    expect(room.assesses('north-r', true)).toMatchObject({ refused: 'only-chairs' });
    room.assesses('panel-m', true, null);
    expect(room.state()).toMatchObject({ phase: 'spread', audience: ['circle', 'south', 'east'] });
  });
  it('an experience is set aside only with a reason, and is spread later only with another', () => {
    const room = told();
    expect(room.assesses('panel-r', false, null)).toMatchObject({ refused: 'missing', field: 'reason' });
    room.assesses('panel-r', false);
    expect(room.state()).toMatchObject({ phase: 'set-aside', audience: [] });
    expect(room.answers('south-a', 'south', 'relevant')).toMatchObject({ refused: 'experience-has-moved' });
    expect(room.assesses('panel-m', true, null)).toMatchObject({ refused: 'missing' });
    room.assesses('panel-m', true);
    expect(room.state().phase).toBe('spread');
  });
  it('an experience cannot be assessed on a card that is out of date', () => {
    const room = told();
    room.assesses('panel-r', false);
    expect(room.assesses('panel-m', true, text('late'), 1)).toMatchObject({ refused: 'changed-meanwhile' });
    room.assesses('panel-m', true);
    expect(room.assesses('panel-r', false)).toMatchObject({ refused: 'experience-has-moved' });
  });
  it('any member of a body that got the experience answers it, and the body’s last answer counts, with every other beside it', () => {
    const room = told();
    room.assesses('panel-r', true);
    expect(room.answers('north-a', 'south', 'relevant')).toMatchObject({ refused: 'only-seat-holders' });
    expect(room.answers('forum-a', 'forum', 'relevant')).toMatchObject({ refused: 'not-in-model' });
    room.answers('south-a', 'south', 'relevant');
    room.answers('south-m', 'south', 'already');
    expect(room.answers('south-m', 'south', 'already')).toEqual([]);
    room.answers('circle-r', 'circle', 'not-for-us');
    expect(tallyOf(room.state())).toEqual({ relevant: 0, already: 1, 'not-for-us': 1, silent: 1 });
    expect(room.state().answers).toMatchObject([
      { person: 'south-a', fit: 'relevant' },
      { person: 'south-m', fit: 'already' },
      { person: 'circle-r', fit: 'not-for-us' },
    ]);
    const said = room.ledger.flatMap(({ event }) => (event.type === 'ExperienceAnswered' ? [event.answer.fit] : []));
    expect(said).toEqual(['relevant', 'already', 'not-for-us']);
  });
  it('silence about an experience reaches the chairs, then the deputies, then the secretariat, until it is assessed', () => {
    const room = told();
    room.until('2015-02-24T12:00:00Z');
    const prompts = () =>
      room.ledger.flatMap(({ event }) =>
        event.type === 'AskReminded' && event.ask.startsWith('experience-assess') ? [`${event.rung} ${event.on}`] : [],
      );
    expect(prompts()).toEqual(['5 2015-02-09', '10 2015-02-16', '15 2015-02-23']);
    room.assesses('panel-r', true);
    room.until('2015-06-01T12:00:00Z');
    expect(prompts()).toHaveLength(3);
  });
  it('a deputy assesses an experience once the chairs have been silent for long', () => {
    const room = told();
    room.change('panel', (was) => ({ ...was, appointments: was.appointments.map((each) => ({ ...each, deputies: ['dagny'] })) }));
    expect(room.assesses('dagny', true)).toMatchObject({ refused: 'only-chairs' });
    room.until('2015-02-17T12:00:00Z');
    room.assesses('dagny', true);
    expect(room.state().phase).toBe('spread');
  });
  it('an experience is visible to those who share it, to those who assess it and to those who get it', () => {
    const room = told();
    expect(concerned(fjord, room.state(), '2015-02-02')).toEqual(['north', 'panel', 'bureau']);
    room.assesses('panel-r', true);
    expect(concerned(fjord, room.state(), '2015-02-02')).toContain('east');
  });
  it('an experience goes only to bodies whose terms are in force on that day', () => {
    const later = {
      ...knowing('west', 'shares'),
      terms: knowing('west', 'shares').terms.map((terms) => ({ ...terms, from: '2016-01-01' })),
    };
    const grown = charter({ bodies: [...fjord.bodies, later] });
    const { state } = told();
    expect(audienceOf(grown, state(), '2015-02-02')).not.toContain('west');
    expect(audienceOf(grown, state(), '2016-02-02')).toContain('west');
  });
});

describe('a body without keys and without a secretariat of its own', () => {
  it('the collaboration’s secretariat stands in for a body without keys, while one with keys waits for a channel', () => {
    const loose = (id: string, seats: readonly string[]) => {
      const known = body(id);
      const terms = known.terms.map((each) => ({ ...each, secretariat: { stated: false } as const, keyRule: { seats, clause: null } }));
      return { ...known, terms };
    };
    const open = charter({ bodies: [...fjord.bodies, loose('cluster', []), loose('keyed', ['regional-chair'])] });
    expect(standsInFor(open, 'cluster', '2015-02-02')).toBe('bureau');
    expect(standsInFor(open, 'keyed', '2015-02-02')).toBeNull();
    expect(standsInFor(open, 'north', '2015-02-02')).toBe('bureau');
    expect(standsInFor(open, 'bureau', '2015-02-02')).toBeNull();
  });
});

const theFlag: Stream = 'flag/f1';
const raise: Command = { type: 'RaiseFlag', body: 'panel', concern: 'adjustment', text: text('what') };
const content = { title: text('t'), account: null, recommendations: [text('r')], papers: null, journal: null };

function flagged() {
  const room = chamber(fjord, '2015-02-02T08:00:00Z', seats);
  room.ask(theFlag, raise, person('panel-a'));
  const state = (): FlagState => {
    const found = room.states.get(theFlag);
    if (found?.kind !== 'flag') throw new Error('nobody spoke up');
    return found;
  };
  const sends = (id: string) => {
    const matter = { kind: 'agreement', weighs: [] } as const;
    room.ask(`case/${id}`, { type: 'DraftCase', body: 'panel', matter, content, origin: theFlag }, person('panel-r'));
    room.ask(`case/${id}`, { type: 'SendCase' }, person('panel-r'));
  };
  return { ...room, state, sends };
}

describe('a flag', () => {
  it('any member raises a flag to the chairs, and a stranger may not', () => {
    const room = chamber(fjord, '2015-02-02T08:00:00Z', seats);
    expect(room.ask(theFlag, raise, person('somebody'))).toMatchObject({ refused: 'only-seat-holders' });
    for (const who of ['panel-a', 'panel-s', 'panel-r']) expect(room.ask(`flag/${who}`, raise, person(who))).toHaveLength(1);
  });
  it('a chair answers a flag in words, and the last answer stands', () => {
    const { ask, state } = flagged();
    expect(ask(theFlag, { type: 'AnswerFlag', text: text('yes') }, person('panel-a'))).toMatchObject({ refused: 'only-chairs' });
    ask(theFlag, { type: 'AnswerFlag', text: text('yes') }, person('panel-m'));
    expect(state()).toMatchObject({ phase: 'answered', heard: 1 });
    ask(theFlag, { type: 'AnswerFlag', text: text('better') }, person('panel-r'));
    expect(state()).toMatchObject({ answer: { person: 'panel-r', text: { ref: 'better' } }, heard: 2 });
  });
  it('the chairs are reminded of a flag until one of them answers', () => {
    const { ask, until, ledger } = flagged();
    until('2015-02-12T12:00:00Z');
    ask(theFlag, { type: 'AnswerFlag', text: text('yes') }, person('panel-m'));
    until('2015-05-12T12:00:00Z');
    const said = ledger.flatMap(({ event }) =>
      event.type === 'AskReminded' && event.ask.startsWith('flag-answer') ? [`${event.rung} ${event.on}`] : [],
    );
    expect(said).toEqual(['5 2015-02-09']);
  });
  it('a flag follows the case raised from it to its decision', () => {
    const { ask, state, sends } = flagged();
    sends('k1');
    expect(state()).toMatchObject({ phase: 'raised', case: { about: 'case/k1', outcome: 'raised' } });
    expect(ask(theFlag, { type: 'AnswerFlag', text: text('yes') }, person('panel-m'))).toMatchObject({ refused: 'flag-has-moved' });
    for (const chair of ['panel-r', 'panel-m'])
      ask('case/k1', { type: 'Judge', judgement: { says: 'here', reason: null }, edition: 1 }, person(chair));
    const result = { body: 'panel', kind: 'rejected', text: text('no'), textsIn: 'case/k1', via: 'meeting' } as const;
    ask('case/k1', { type: 'ReportResult', result }, person('panel-s'));
    for (const chair of ['panel-r', 'panel-m'])
      ask('case/k1', { type: 'ConfirmResult', right: true, reason: null, report: 1 }, person(chair));
    expect(state()).toMatchObject({ phase: 'settled', case: { about: 'case/k1', outcome: 'rejected' }, heard: 2 });
  });
  it('a flag reopens when its case is withdrawn, and its silence counts from then', () => {
    const { ask, state, sends, until, ledger } = flagged();
    sends('k1');
    until('2015-02-20T12:00:00Z');
    ask('case/k1', { type: 'WithdrawCase', reason: null }, person('panel-r'));
    expect(state()).toMatchObject({ phase: 'open', case: { outcome: 'withdrawn' } });
    until('2015-02-28T12:00:00Z');
    expect(
      ledger.flatMap(({ event }) =>
        event.type === 'AskReminded' && event.ask.startsWith('flag-answer') ? [`${event.rung} ${event.on}`] : [],
      ),
    ).toEqual(['5 2015-02-27']);
  });
  it('a case that names a flag nobody raised is noted as a refused errand', () => {
    const room = flagged();
    const matter = { kind: 'other', weighs: [] } as const;
    room.ask('case/k2', { type: 'DraftCase', body: 'panel', matter, content, origin: 'flag/none' }, person('panel-r'));
    room.ask('case/k2', { type: 'SendCase' }, person('panel-r'));
    expect(room.refusedErrands.map(({ refusal }) => refusal.refused)).toEqual(['flag-has-moved']);
  });
  it('a case in one body cannot take up another body’s flag', () => {
    const { ask, state, refusedErrands } = flagged();
    const matter = { kind: 'other', weighs: [] } as const;
    ask('case/k3', { type: 'DraftCase', body: 'north', matter, content, origin: theFlag }, person('north-r'));
    ask('case/k3', { type: 'SendCase' }, person('north-r'));
    expect(refusedErrands.map(({ refusal }) => refusal.refused)).toEqual(['flag-has-moved']);
    expect(state().phase).toBe('open');
  });
});
