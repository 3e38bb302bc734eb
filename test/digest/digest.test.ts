import { describe, expect, it } from 'vitest';
import { digestOf, informingClauses, sinceLastMeeting } from '../../bot/governance/digest/digest.ts';
import { request } from '../../bot/governance/request/request.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { CalledMeeting, MeetingWithoutMinutes } from '../../bot/governance/vocabulary/meeting.ts';
import type { RequestState } from '../../bot/governance/vocabulary/request.ts';
import { body, charter } from '../kit/charter.ts';
import { caseIn } from '../kit/states/case.ts';
import { meetingWith } from '../kit/states/meeting.ts';

const fjord = charter({
  bodies: [
    body('panel', { above: 'forum', tells: [{ clause: 'panel-tells', kinds: [], any: [], body: 'forum' }] }),
    body('forum', { above: 'board' }),
    body('board'),
    body('bureau'),
  ],
});
const meeting = (id: string, start: string, of = 'forum', change: Partial<MeetingWithoutMinutes> = {}) =>
  meetingWith({ meeting: id, body: of, start: `${start}T09:00:00Z`, end: `${start}T11:00:00Z`, ...change });
const said = (id: string, at: string, since: string) => ({ case: id, body: at, at, since: `${since}T09:00:00Z` });
const decided = (id: string, at: string, since: string) =>
  caseIn('closed', {
    ...said(id, at, since),
    result: { body: at, kind: 'decided', text: null, textsIn: `case/${id}`, via: 'meeting' },
  });
const started = (id: string, from: string, to: string, phase: RequestState['phase']): RequestState => ({
  ...request.initial(`request/${id}`),
  request: id,
  from,
  to,
  phase,
  since: '2015-04-10T09:00:00Z',
});
const march = meeting('m1', '2015-03-04');
const june = meeting('m2', '2015-06-03');

describe('the digest for the body above', () => {
  it('a body hears what the bodies directly below it have decided themselves since its previous meeting', () => {
    const cases = [
      decided('before', 'panel', '2015-03-03'),
      decided('b', 'panel', '2015-05-01'),
      decided('a', 'panel', '2015-03-04'),
      decided('own', 'forum', '2015-05-01'),
      decided('elsewhere', 'bureau', '2015-05-01'),
      caseIn('waiting', said('open', 'panel', '2015-05-01')),
      decided('after', 'panel', '2015-06-03'),
    ];
    const told = digestOf(fjord, june, sinceLastMeeting(june, [march, june]), { cases, requests: [] });
    expect(told.decided.map((each) => each.case)).toEqual(['a', 'b']);
  });
  it('every decision is reported before exactly one meeting', () => {
    const all = [march, june, meeting('m3', '2015-09-02'), meeting('off', '2015-05-06', 'forum', { phase: 'cancelled' })];
    for (const day of ['2015-01-20', '2015-03-04', '2015-05-20', '2015-06-02', '2015-06-03', '2015-08-30']) {
      const cases = [decided('c', 'panel', day)];
      const tellers = all
        .filter(({ phase }) => phase === 'planned')
        .filter((each) => digestOf(fjord, each, sinceLastMeeting(each, all), { cases, requests: [] }).decided.length > 0);
      expect(tellers).toHaveLength(1);
    }
  });
  it('a body that placed an order hears that work has started on it and on the parts handed on', () => {
    const requests = [
      started('ordered', 'board', 'forum', 'accepted'),
      started('handed-on', 'forum', 'panel', 'accepted'),
      started('asked', 'board', 'forum', 'asked'),
      started('not-theirs', 'panel', 'bureau', 'accepted'),
    ];
    const boards = meeting('b1', '2015-05-06', 'board');
    const told = digestOf(fjord, boards, sinceLastMeeting(boards, [boards]), { cases: [], requests });
    expect(told.started.map((each) => each.request)).toEqual(['ordered', 'handed-on']);
  });
  it('the digest names the clauses that ask for it', () => {
    expect(informingClauses(fjord, 'forum', '2015-03-04')).toEqual(['panel-tells']);
    expect(informingClauses(fjord, 'board', '2015-03-04')).toEqual([]);
  });
  it('the digest is one card in the meeting’s thread, for a body with others below it', () => {
    const cards = (state: CalledMeeting) =>
      noticesFor(`meeting/${state.meeting}`, { type: 'AgendaSent', v: 1 }, { ...state, agendaSent: true }, fjord)
        .filter(({ card }) => card === 'digest')
        .map(({ key, under, to }) => ({ key, under, to }));
    expect(cards(june)).toEqual([{ key: 'meeting/m2:digest', under: 'meeting/m2:meeting', to: { body: 'forum' } }]);
    expect(cards(meeting('p1', '2015-06-03', 'panel'))).toEqual([]);
  });
});
