import type { Matter } from '../../bot/governance/charter/matter.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Content } from '../../bot/governance/vocabulary/case/case.ts';
import type { Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter } from '../kit/charter.ts';
import { person, seated, text } from '../kit/given.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;

const panel = {
  above: 'forum',
  competence: [
    { ...rule, clause: 'panel-weighty', any: ['economic', 'scaling'], verdict: 'goes-to' },
    { ...rule, clause: 'panel-chairs', kinds: ['professional'], verdict: 'chairs-judge' },
  ],
  tells: [{ clause: 'panel-tells', kinds: ['professional'], any: [], body: 'forum' }],
} as const;

const forum = {
  above: 'board',
  competence: [
    { ...rule, clause: 'forum-strategic', kinds: ['strategic'], verdict: 'goes-to' },
    { ...rule, clause: 'forum-decides', verdict: 'decides' },
  ],
} as const;

export const fjord = charter({
  bodies: [
    body('panel', panel),
    body('forum', forum),
    { ...body('board', { competence: [{ ...rule, clause: 'board-decides', verdict: 'decides' }] }), outsideTeams: true },
    body('bureau'),
  ],
});

export const seats: readonly BodyState[] = [
  seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], practitioner: ['gudrun'], 'regional-secretary': ['sigrid'] }),
  seated('forum', { 'regional-chair': ['frank'], 'municipal-chair': ['fie'], 'regional-secretary': ['stig'] }),
  seated('board', { 'regional-secretary': ['bente'] }),
  seated('bureau', { 'regional-secretary': ['bo'] }),
];

export const content: Content = {
  title: text('title'),
  account: text('account'),
  recommendations: [text('at')],
  papers: null,
  journal: null,
};

export const matter = (kind: Matter['kind'], ...weighs: Matter['weighs']): Matter => ({ kind, weighs });

export const theCase: Stream = 'case/k1';

export const judge = (says: 'here' | 'up' | 'back', edition = 1, reason: TextRef | null = text('because')): Command => ({
  type: 'Judge',
  judgement: { says, reason },
  edition,
});

export const meeting = (of: string, day: string): Command => ({
  type: 'PlanMeeting',
  body: of,
  joint: [],
  start: `${day}T12:00:00Z`,
  end: `${day}T14:00:00Z`,
  place: text('place'),
  link: null,
  extraordinary: false,
  reason: null,
});

export function open(about: Matter = matter('professional')) {
  const room = chamber(fjord, '2015-02-02T08:00:00Z', seats, { bente: 'regional', bo: 'municipal', stig: 'regional' });
  room.ask('meeting/p1', meeting('panel', '2015-03-02'), person('sigrid'));
  room.ask('meeting/f1', meeting('forum', '2015-03-16'), person('stig'));
  room.ask(theCase, { type: 'DraftCase', body: 'panel', matter: about, content }, person('gudrun'));
  room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
  return room;
}

export function sentUp(about?: Matter) {
  const room = open(about);
  room.ask(theCase, judge('up'), person('rita'));
  room.ask(theCase, judge('up'), person('mona'));
  return room;
}
