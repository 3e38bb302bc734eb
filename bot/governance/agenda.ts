import type { BodyState, WaitingItem } from './body.ts';
import { dateAt } from './calendar.ts';
import type { MeetingState } from './meeting.ts';
import type { Around, PersonKey, Stream, TextRef } from './model.ts';
import type { Refusal } from './refusal.ts';
import { mayRun, seatsHeld } from './roles.ts';

export type ItemKind = 'decision' | 'discussion' | 'information';
/** What became of an item at the meeting. `carried`: not finished, it comes again at the next one. */
export type OutcomeKind = 'decided' | 'rejected' | 'sent-on' | 'sent-back' | 'discussed' | 'noted' | 'carried';

/** An item of an agenda. Its texts stand in the stream it was first proposed in, which a carried-over item keeps. */
export interface Item {
  readonly id: string;
  readonly textsIn: Stream;
  readonly kind: ItemKind;
  readonly title: TextRef;
  /** Each an "at …" sentence. */
  readonly recommendations: readonly TextRef[];
  /** A case number in the authority's record system or ours, where there is one. */
  readonly case: string | null;
  /** The case it is, where it came by errand; the result goes back to it. */
  readonly about: Stream | null;
  readonly papers: TextRef | null;
  /** Seen by the body's members only, and never published. */
  readonly closed: boolean;
  readonly by: PersonKey | null;
  /** Proposed after the deadline. */
  readonly late: boolean;
  readonly outcome: { readonly kind: OutcomeKind; readonly text: TextRef | null } | null;
  readonly dissents: readonly { readonly person: PersonKey; readonly text: TextRef | null }[];
}
/** What somebody proposes; the rest of an item follows from who and when. */
export type Proposal = Pick<Item, 'kind' | 'title' | 'recommendations' | 'case' | 'papers' | 'closed'>;

export type AgendaCommand =
  /** Anyone in a seat, and secretaries. After the agenda is out, secretaries only. */
  | { readonly type: 'ProposeItem'; readonly item: string; readonly proposal: Proposal }
  /** By errand from a case that aims at this meeting, and when it no longer does. */
  | { readonly type: 'PutOnAgenda'; readonly item: string; readonly about: Stream; readonly proposal: Proposal }
  | { readonly type: 'TakeOffAgenda'; readonly about: Stream }
  /** By who proposed it, or a secretary, until the agenda is out. */
  | { readonly type: 'WithdrawItem'; readonly item: string }
  /** By a secretary: every item once, in order. */
  | { readonly type: 'OrderItems'; readonly order: readonly string[] }
  /** By a secretary. Items carried over from earlier meetings are taken along, first. */
  | { readonly type: 'SendAgenda' };
export type AgendaEvent =
  | { readonly type: 'ItemProposed'; readonly v: 1; readonly item: Item }
  | { readonly type: 'ItemWithdrawn'; readonly v: 1; readonly item: string }
  | { readonly type: 'ItemsOrdered'; readonly v: 1; readonly order: readonly string[] }
  /** Errand: the body need not keep it any longer. */
  | { readonly type: 'ItemTakenUp'; readonly v: 1; readonly item: Item }
  | { readonly type: 'AgendaSent'; readonly v: 1 }
  /** Errand: the case hears what it came to. */
  | { readonly type: 'ItemReported'; readonly v: 1; readonly item: string }
  /** Errand: the body keeps it for its next meeting; a case looks for one itself. */
  | { readonly type: 'ItemCarriedOver'; readonly v: 1; readonly item: string };

/** So that minutes that carry every item over still fit one append. */
const mostItems = 25;
const caseNumber = /^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,39}$/u;

export function decideAgenda(state: MeetingState, command: AgendaCommand, around: Around): readonly AgendaEvent[] | Refusal {
  const runs = mayRun(around, state.body);
  switch (command.type) {
    case 'ProposeItem': {
      const by = around.by.kind === 'person' ? around.by.person : null;
      if (!runs && !(by && isSeated(state, by, around))) return { refused: 'only-seat-holders' };
      if (state.agendaSent && !runs) return { refused: 'agenda-is-out' };
      if (state.items.some((each) => each.id === command.item)) return [];
      if (state.items.length >= mostItems) return { refused: 'too-much' };
      const { proposal } = command;
      if (proposal.case !== null && !caseNumber.test(proposal.case)) return { refused: 'not-a-case-number' };
      const { items } = state.deadlines;
      const late = items !== null && dateAt(around.charter, around.now) > items;
      const textsIn: Stream = `meeting/${state.meeting}`;
      return [
        {
          type: 'ItemProposed',
          v: 1,
          item: { id: command.item, textsIn, ...proposal, about: null, by, late, outcome: null, dissents: [] },
        },
      ];
    }
    case 'PutOnAgenda': {
      if (state.items.some((each) => each.about === command.about)) return [];
      if (state.agendaSent && !state.extraordinary) return { refused: 'agenda-is-out' };
      const { item: id, about, proposal } = command;
      return [
        {
          type: 'ItemProposed',
          v: 1,
          item: { id, textsIn: about, ...proposal, about, by: null, late: false, outcome: null, dissents: [] },
        },
      ];
    }
    case 'TakeOffAgenda': {
      const item = state.items.find((each) => each.about === command.about && each.outcome === null);
      return item ? [{ type: 'ItemWithdrawn', v: 1, item: item.id }] : [];
    }
    case 'WithdrawItem': {
      const item = state.items.find((each) => each.id === command.item);
      if (!item) return { refused: 'no-such-item' };
      if (item.about !== null) return { refused: 'case-has-moved' };
      const own = around.by.kind === 'person' && item.by !== null && around.one(item.by) === around.by.person;
      if (!runs && !own) return { refused: 'only-secretaries' };
      return state.agendaSent && !runs ? { refused: 'agenda-is-out' } : [{ type: 'ItemWithdrawn', v: 1, item: item.id }];
    }
    case 'OrderItems': {
      if (!runs) return { refused: 'only-secretaries' };
      const now = state.items.map((each) => each.id);
      const same =
        command.order.length === now.length && now.every((id) => command.order.includes(id)) && new Set(command.order).size === now.length;
      if (!same) return { refused: 'changed-meanwhile' };
      return command.order.every((id, at) => id === now[at]) ? [] : [{ type: 'ItemsOrdered', v: 1, order: command.order }];
    }
    case 'SendAgenda': {
      if (!runs) return { refused: 'only-secretaries' };
      if (state.agendaSent) return [];
      const waiting = carriedOver(state, around.body(state.body)).slice(0, Math.max(0, mostItems - state.items.length));
      if (state.items.length + waiting.length === 0) return { refused: 'no-items' };
      return [...waiting.toReversed().map(({ item }) => ({ type: 'ItemTakenUp', v: 1, item }) as const), { type: 'AgendaSent', v: 1 }];
    }
  }
}

export function evolveAgenda(state: MeetingState, event: AgendaEvent): MeetingState {
  switch (event.type) {
    case 'ItemProposed':
      return { ...state, items: [...state.items, event.item] };
    case 'ItemTakenUp':
      return { ...state, items: [event.item, ...state.items] };
    case 'ItemWithdrawn':
      return { ...state, items: state.items.filter((each) => each.id !== event.item) };
    case 'ItemsOrdered':
      return { ...state, items: event.order.flatMap((id) => state.items.find((each) => each.id === id) ?? []) };
    case 'AgendaSent':
      return { ...state, agendaSent: true };
    case 'ItemCarriedOver':
    case 'ItemReported':
      return state;
  }
}

/** Items of earlier meetings that wait for this one. */
export function carriedOver(meeting: MeetingState, body: BodyState): readonly WaitingItem[] {
  return body.waiting.filter(
    (each) => each.from !== `meeting/${meeting.meeting}` && !meeting.items.some((item) => item.id === each.item.id),
  );
}

/** Who may see closed items: anyone in a seat of the body, its secretaries, and deputies named for this meeting. */
export function seesClosed(
  meeting: MeetingState,
  person: PersonKey,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
  runs: boolean,
): boolean {
  const deputising = meeting.answers.some((each) => each.deputy !== null && around.one(each.deputy) === person);
  return runs || deputising || isSeated(meeting, person, around);
}

export function isSeated(meeting: MeetingState, person: PersonKey, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): boolean {
  const today = dateAt(around.charter, around.now);
  return [meeting.body, ...meeting.joint].some((id) => seatsHeld(around.charter, around.body(id), person, today, around.one).length > 0);
}
