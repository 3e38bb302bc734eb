import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { Item, MeetingEvent } from '../../bot/governance/vocabulary/meeting.ts';
import { person, seated, text } from '../kit/given.ts';

export const panel = seated('panel', { 'municipal-chair': ['mona'], practitioner: ['gudrun'], 'regional-secretary': ['sigrid'] });

export const scene = { stream: 'meeting/m1', bodies: [panel] } as const;

export const secretary = person('sigrid');

export const gudrun = person('gudrun');

export const deadlines = { call: '2015-02-09', items: '2015-02-16', agenda: '2015-02-23', reminder: '2015-02-27', minutes: '2015-03-16' };

export const planned: MeetingEvent = {
  type: 'MeetingPlanned',
  v: 1,
  body: 'panel',
  joint: [],
  terms: 'hash-of-panel-2015-01-01',
  start: '2015-03-02T12:00:00Z',
  end: '2015-03-02T14:00:00Z',
  place: text('place'),
  link: null,
  extraordinary: false,
  reason: null,
  deadlines,
  at: '2015-02-02T08:00:00Z',
};

export const proposal = {
  kind: 'decision',
  title: text('title'),
  recommendations: [text('at')],
  case: null,
  papers: null,
  closed: false,
} as const;

export const propose = (item: string, change: Partial<typeof proposal> = {}): Command => ({
  type: 'ProposeItem',
  item,
  proposal: { ...proposal, ...change },
});

export const itemOf = (id: string, change: Partial<Item> = {}): Item => ({
  id,
  textsIn: 'meeting/m1',
  ...proposal,
  about: null,
  by: 'gudrun',
  late: false,
  outcome: null,
  dissents: [],
  ...change,
});

export const proposed = (id: string, change: Partial<Item> = {}): MeetingEvent => ({
  type: 'ItemProposed',
  v: 1,
  item: itemOf(id, change),
});

export const outcome = (item: string, kind: 'decided' | 'carried' = 'decided'): MeetingEvent => ({
  type: 'OutcomeRecorded',
  v: 1,
  item,
  outcome: kind,
  text: kind === 'decided' ? text('decision') : null,
});

export const minutesSent: MeetingEvent = { type: 'MinutesSent', v: 1, commentsUntil: '2015-03-17' };

export const begun = { ...scene, now: '2015-03-02T12:30:00Z' };
