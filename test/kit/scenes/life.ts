import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { CalledMeeting, Item, ItemKind, MeetingWithoutMinutes, OutcomeKind } from '../../../bot/governance/vocabulary/meeting.ts';
import type { Stream, TextRef } from '../../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { minuted } from '../states/meeting.ts';
import { afterReminder, type CardScene } from './scene.ts';
import { aboveOf, type Cast, now, type Setting } from './setting.ts';
import { itemWords } from './words.ts';

const during = '2015-03-04T09:00:00Z';
const afterwards = '2015-03-10T09:00:00Z';

/** The cards of a meeting's life: agenda, minutes, notes in the thread, changes, and all that one person is asked. */
export function lifeScenes({ charter, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, meeting, secretary, member, stranger } = there;
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks,
  });
  const items = someItems(there, charter.collaboration.sectors.length + 3);
  const many = Array.from({ length: 40 }, (_each, at) => ({
    ...(items[at % items.length] ?? never()),
    id: `many${at}`,
    title: ref(`item-${at % 12}`),
  }));
  const standingAt = (when: string, first: CalledMeeting): Desk =>
    desk({ ...on, now: when, words: { ...on.words, ...itemWords }, meetings: [first, ...(on.meetings ?? []).slice(1)] });
  const at = (when: string, change: Partial<MeetingWithoutMinutes>): Desk => standingAt(when, { ...meeting, ...change });
  const proposed = at(now, { items });
  const out = at(now, { items, agendaSent: true });
  const packed = at(now, { items: many, agendaSent: true });
  const begun = at(during, { items, agendaSent: true });
  const recorded = items.map((item, index) => withOutcome(item, index, member));
  const written = at(during, { items: recorded, agendaSent: true });
  const comments = [{ person: member, text: ref('comment') }];
  const sentMinutes = minuted(meeting, { items: recorded, agendaSent: true, commentsUntil: '2015-03-17', comments });
  const sent = standingAt(afterwards, sentMinutes);
  const due = standingAt('2015-03-18T09:00:00Z', sentMinutes);
  const published = standingAt('2015-03-18T09:00:00Z', { ...sentMinutes, minutes: 'published' });
  const moved = at(now, { moves: 1, reason: ref('why') });
  const cancelled = at(now, { phase: 'cancelled', moves: 2, reason: ref('why') });
  const special = at(now, { extraordinary: true, ledBy: member, joint: [aboveOf(charter, body)], reason: ref('why') });
  const late = { items };
  const agendaBy = `meeting-agenda-${meeting.deadlines.agenda}`;
  const owing = { items, agendaSent: true, phase: 'over' } as const;
  const minutesBy = `meeting-minutes-${meeting.deadlines.minutes}`;
  const bare = desk({ charter, now });

  const scene =
    (card: CardName, about: Stream, occasion: string | null = null) =>
    (state: string, viewer: Viewer, from: Desk): CardScene => ({ card, state, about, occasion, viewer, desk: from });
  const sitting: Stream = `meeting/${meeting.meeting}`;
  const ask = (occasion: string) => scene('ask', sitting, occasion);
  const agenda = scene('agenda', sitting);
  const minutes = scene('minutes', sitting);
  const standing = scene('meeting', sitting);
  const change = scene('meeting-change', sitting);
  const note = (occasion: string) => scene('note', sitting, occasion);
  const mine = scene('mine', `body/${body}`);
  return [
    scene('agenda', `body/${body}`)('no-meeting', everyone, bare),
    scene('agenda', `body/${body}`)('next', everyone, proposed),
    agenda('proposed', everyone, proposed),
    agenda('out', everyone, out),
    agenda('four', everyone, at(now, { items: items.slice(0, 4), agendaSent: true })),
    agenda('packed', everyone, packed),
    agenda('member', as(member), proposed),
    agenda('member-proposing', as(member, 'propose'), proposed),
    agenda('member-withdrawing', as(member, 'withdraw'), proposed),
    agenda('stranger', as(stranger), out),
    agenda('secretary', as(secretary), proposed),
    agenda('secretary-page', as(secretary, 'page', { page: '12' }), packed),
    agenda('secretary-ordering', as(secretary, 'order'), packed),
    agenda('secretary-sending', as(secretary, 'send'), proposed),
    scene('minutes', `body/${body}`)('none', everyone, bare),
    minutes('begun', everyone, begun),
    minutes('secretary', as(secretary), written),
    minutes('secretary-deciding', as(secretary, 'outcome'), begun),
    minutes('secretary-dissent', as(secretary, 'dissent'), written),
    minutes('secretary-sending', as(secretary, 'send'), written),
    minutes('sent', everyone, sent),
    minutes('member', as(member), sent),
    minutes('member-commenting', as(member, 'comment'), sent),
    minutes('secretary-correcting', as(secretary, 'correct'), sent),
    minutes('secretary-publishing', as(secretary, 'publish'), due),
    minutes('published', everyone, published),
    standing('agenda-out', everyone, out),
    standing('packed', as(secretary), packed),
    standing('minutes-sent', everyone, sent),
    standing('published', everyone, published),
    standing('special', everyone, special),
    change('asked', as(secretary), proposed),
    change('renewing', as(secretary), at(now, { items, deadlines: { ...meeting.deadlines, minutes: '2015-03-11' } })),
    change('moving', as(secretary, 'move'), special),
    change('moving-crowded', as(secretary, 'move', { date: '2015-08-04', crowded: '2015-08-04' }), special),
    change('cancelling', as(secretary, 'cancel'), proposed),
    change('lead', as(secretary, 'lead'), proposed),
    change('member', as(member), proposed),
    note('call-2015-02-10')(
      'call',
      everyone,
      at('2015-02-10T09:00:00Z', { deadlines: { ...meeting.deadlines, call: '2015-02-10', items: '2015-02-18' } }),
    ),
    note('call-2015-02-20')(
      'call-over',
      everyone,
      at(now, { items, agendaSent: true, deadlines: { ...meeting.deadlines, call: '2015-02-20' } }),
    ),
    note('call-2015-02-20')('call-overtaken', everyone, moved),
    note('agenda-out')('agenda-out', everyone, out),
    note('agenda-out')('agenda-held', everyone, sent),
    note('minutes-out')('minutes-out', everyone, sent),
    note('minutes-out')('minutes-published', everyone, published),
    note('changed-1')('moved', everyone, moved),
    note('changed-1')('moved-again', everyone, cancelled),
    note('changed-2')('cancelled', everyone, cancelled),
    ask(`${agendaBy}+1`)('agenda-late', everyone, at('2015-02-27T09:00:00Z', afterReminder(late, agendaBy, 1, '2015-02-27'))),
    ask(`${minutesBy}+1`)('minutes-late', everyone, at(afterwards, afterReminder(owing, minutesBy, 1, '2015-03-19'))),
    ask('meeting-publish-2015-03-17+1')(
      'publish-due',
      everyone,
      standingAt('2015-03-18T09:00:00Z', afterReminder(sentMinutes, 'meeting-publish-2015-03-17', 1, '2015-03-18')),
    ),
    ask('meeting-publish-2015-03-17+1')('published', everyone, published),
    mine('calendar', as(member, 'calendar'), sent),
    mine('everyone', everyone, proposed),
    mine('member', as(member), sent),
    mine('secretary', as(secretary), due),
    mine('nothing', as(stranger), proposed),
    scene('new-meeting', `body/${body}`)('special', as(secretary, 'special'), proposed),
  ];
}

function ref(name: string): TextRef {
  return { ref: name, mac: '' };
}

function someItems({ meeting, member, secretary }: Cast, count: number): readonly Item[] {
  const kinds: readonly ItemKind[] = ['decision', 'discussion', 'information'];
  return Array.from({ length: count }, (_each, at): Item => {
    const kind = kinds[at % 3] ?? 'decision';
    return {
      id: `item${at}`,
      textsIn: at === 0 ? 'meeting/earlier' : `meeting/${meeting.meeting}`,
      kind,
      title: ref(`item-${at}`),
      recommendations: [ref(`recommend-${kind}`), ...(kind === 'decision' ? [ref('recommend-more')] : [])],
      case: at === 1 ? '15/12345' : null,
      about: at === 3 ? 'case/c1' : null,
      papers: at % 2 === 1 ? ref('papers') : null,
      closed: at === 2,
      by: at === 1 ? member : secretary,
      late: at === 4,
      outcome: null,
      dissents: [],
    };
  });
}

function withOutcome(item: Item, at: number, dissenter: string): Item {
  const kinds: readonly OutcomeKind[] = ['decided', 'discussed', 'noted', 'sent-on', 'carried', 'noted'];
  const kind = kinds[at % kinds.length] ?? 'decided';
  const dissents = at === 0 ? [{ person: dissenter, text: ref('dissent') }] : [];
  return { ...item, outcome: { kind, text: at % 2 === 0 ? ref(`outcome-${item.kind}`) : null }, dissents };
}

function never(): never {
  throw new Error('the scene has no items');
}
