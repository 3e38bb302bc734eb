import type { Link } from '../../bot/governance/charter/charter.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Order, RequestState } from '../../bot/governance/vocabulary/request.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter } from '../kit/charter.ts';
import { person, seated, text } from '../kit/given.ts';

const delegates = (to: string): Link => ({ how: 'delegates-to', body: to, clause: 'forum-hands-on' });

const linked = (id: string, above: string | null, links: readonly Link[]) => {
  const known = body(id, above ? { above } : {});
  return { ...known, terms: known.terms.map((terms) => ({ ...terms, links })) };
};

const withoutKeys = (id: string) => {
  const known = body(id);
  return { ...known, terms: known.terms.map((terms) => ({ ...terms, keyRule: { seats: [], clause: null } })) };
};

export const fjord = charter({
  bodies: [
    { ...body('board'), outsideTeams: true },
    linked('forum', 'board', [delegates('west'), delegates('east')]),
    body('west'),
    withoutKeys('east'),
    body('panel', { above: 'forum' }),
    body('bureau', { seats: [] }),
  ],
});

const chairs = (of: string) => ({ 'regional-chair': [`${of}-r`], 'municipal-chair': [`${of}-m`] });

const seats: readonly BodyState[] = [
  seated('board', { 'regional-secretary': ['bente', 'bo', 'boris'] }),
  ...['forum', 'west', 'east', 'panel'].map((of) => seated(of, { ...chairs(of), 'regional-secretary': [`${of}-s`] })),
];

export const sectors = { bente: 'regional', bo: 'municipal', boris: 'regional', 'east-s': 'regional' };

export const theRequest: Stream = 'request/r1';

const order = (until: string | null = null): Order => ({
  title: { text: text('title'), in: theRequest },
  account: null,
  papers: null,
  until,
});

export const place = (from = 'board', to = 'forum', until: string | null = null): Command => ({
  type: 'PlaceRequest',
  from,
  to,
  order: order(until),
});

export const report: Command = { type: 'ReportRequest', text: text('done') };

export const hand = (child: string, to: string): Command => ({ type: 'Delegate', child, to, text: text(`part of ${to}`) });

export function open() {
  const room = chamber(fjord, '2015-02-02T08:00:00Z', seats, sectors);
  const state = (id = 'r1'): RequestState => {
    const found = room.states.get(`request/${id}`);
    if (found?.kind !== 'request') throw new Error(`no request ${id}`);
    return found;
  };
  const says = (who: string, yes = true, id = 'r1', edition = state(id).edition) =>
    room.ask(`request/${id}`, { type: 'AnswerRequest', yes, reason: yes ? null : text('no'), edition }, person(who));
  return { ...room, state, says };
}

export function accepted(until: string | null = null) {
  const room = open();
  room.ask(theRequest, place('board', 'forum', until), person('bente'));
  room.says('bo');
  room.says('forum-r');
  room.says('forum-m');
  return room;
}
