import { expect, test } from 'vitest';
import { group } from '../../bot/governance/group/group.ts';
import { request } from '../../bot/governance/request/request.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import type { GroupState } from '../../bot/governance/vocabulary/group.ts';
import type { RequestState } from '../../bot/governance/vocabulary/request.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { deck } from '../../cards/deck.ts';
import { recommended } from '../../cards/meeting/agenda-press.ts';
import { fjord, seats } from '../case/panel-case.ts';
import { desk, type OnTheDesk } from '../kit/desk.ts';
import { caseIn } from '../kit/states/case.ts';

const text = { ref: 'words', mac: '' };
const told = { text, in: 'request/r1' } as const;
const since = '2015-03-20T09:00:00Z';

async function said(card: CardName, about: Stream, on: OnTheDesk): Promise<string> {
  const there = desk({ charter: fjord, now: '2015-04-01T08:00:00Z', bodies: seats, words: { words: 'planen godkendes' }, ...on });
  const face = await deck[card].show(there, about, null, { kind: 'everyone', language: 'da' });
  return JSON.stringify(face?.data ?? null);
}

test('a group is a proposal until it has been set up, and afterwards says by whom', async () => {
  const mandate = { purpose: text, whoDoesWhat: null, persons: [], until: '2015-12-01', serves: null };
  const proposed: GroupState = {
    ...group.initial('group/g1'),
    bodies: ['panel'],
    termsOn: '2015-02-20',
    phase: 'proposed',
    mandate,
    since,
  };
  const titled = (state: GroupState) => said('group', 'group/g1', { states: { 'group/g1': state } });
  expect(await titled({ ...proposed, question: { ask: 'set-up' } })).toContain('Forslag om en gruppe: panel');
  expect(await titled({ ...proposed, question: { ask: 'set-up' } })).not.toContain('nedsat af');
  expect(await titled({ ...proposed, phase: 'running' })).toContain('Gruppe nedsat af panel');
});

test('a part of a request has been given, and is not said to be under way before it has been taken on', async () => {
  const accepted: RequestState = {
    ...request.initial('request/r1'),
    ...{ from: 'forum', to: 'panel', termsOn: '2015-02-20', phase: 'accepted', since },
    order: { title: told, account: null, papers: null, until: null },
    delegations: [{ child: 'request/p1', to: 'bureau', phase: 'given', report: null }],
  };
  const words = await said('request', 'request/r1', { states: { 'request/r1': accepted } });
  expect(words).toContain('bureau: har fået delopgaven');
  expect(words).not.toContain('bureau har påtaget sig');
  expect(words).not.toContain('bureau: har påtaget sig');
});

test('who is told by hand is not said to have been told before somebody has written that it was done', async () => {
  const tells = [{ clause: 'practice', kinds: [], any: ['practice-duty'], body: 'board' }] as const;
  const bodies = fjord.bodies.map((each) => ({
    ...each,
    ...(each.id === 'board' ? { outside: true } : {}),
    terms: each.terms.map((terms) => ({ ...terms, tells })),
  }));
  const matter = { kind: 'professional', weighs: ['practice-duty'] } as const;
  const state = caseIn('returned', { matter, receipt: 'rita', told: ['board'], termsOn: '2015-02-20' });
  const words = (practicePlan: typeof text | null) =>
    said('case', 'case/k1', { charter: { ...fjord, bodies }, states: { 'case/k1': { ...state, practicePlan } } });
  expect(await words(null)).not.toContain('Orienteret: board');
  expect(await words(text)).toContain('Orienteret: board');
});

test('a recommendation says "at" once, whether or not somebody wrote it', async () => {
  const lines = (typed: string) =>
    recommended({ inputs: { recommendations: typed }, picks: {} } as never, (_field, words) => ({ ref: words, mac: '' }));
  expect(lines('at planen godkendes\nden evalueres\n- at den deles')).toMatchObject([
    { ref: 'planen godkendes' },
    { ref: 'den evalueres' },
    { ref: 'den deles' },
  ]);
  const content = { title: text, account: null, recommendations: [{ ref: 'older', mac: '' }, text], papers: null, journal: null };
  const words = await said('case', 'case/k1', {
    states: { 'case/k1': caseIn('waiting', { content }) },
    words: { older: 'at den evalueres', words: 'planen godkendes' },
  });
  expect(words).toContain('"at den evalueres"');
  expect(words).toContain('"at planen godkendes"');
});
