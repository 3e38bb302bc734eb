import type { BodyId } from '../charter/charter.ts';
import { mayRun, seatsHeld } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { BodyState, WaitingItem } from '../vocabulary/body.ts';
import type { AgendaCommand, AgendaEvent, CalledMeeting } from '../vocabulary/meeting.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { PersonKey, Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { partaking } from './partaking.ts';

/** So that minutes that carry every item over still fit one append. */
const mostItems = 25;
const caseNumber = /^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,39}$/u;

export function decideAgenda(state: CalledMeeting, command: AgendaCommand, around: Around): readonly AgendaEvent[] | Refusal {
  const runs = mayRun(around, state.body);
  switch (command.type) {
    case 'ProposeItem': {
      const by = around.by.kind === 'person' ? around.by.person : null;
      if (!runs && !(by && isSeated(state, by, around))) return notTheirs(state, by, around);
      if (state.agendaSent && !runs) return { refused: 'agenda-is-out' };
      if (state.items.some((each) => each.id === command.item)) return [];
      if (state.items.length >= mostItems) return { refused: 'too-much' };
      const { proposal } = command;
      if (proposal.case !== null && !caseNumber.test(proposal.case)) return { refused: 'not-a-case-number' };
      const { items } = state.deadlines;
      const late = items !== null && dateAt(around.charter, around.now) > items;
      const textsIn: Stream = streamOf('meeting', state.meeting);
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
      const { item: id, about, proposal, results } = command;
      return [
        {
          type: 'ItemProposed',
          v: 1,
          item: {
            id,
            textsIn: about,
            ...proposal,
            about,
            by: null,
            late: false,
            outcome: null,
            dissents: [],
            ...(results ? { results } : {}),
          },
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

export function evolveAgenda(state: CalledMeeting, event: AgendaEvent): CalledMeeting {
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
export function carriedOver(meeting: CalledMeeting, body: BodyState): readonly WaitingItem[] {
  return body.waiting.filter(
    (each) => each.from !== streamOf('meeting', meeting.meeting) && !meeting.items.some((item) => item.id === each.item.id),
  );
}

/** Who may see closed items: anyone in a seat of the body, its secretaries, and deputies named for this meeting. */
export function seesClosed(
  meeting: CalledMeeting,
  person: PersonKey,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
  runs: boolean,
): boolean {
  const deputising = meeting.answers.some((each) => each.deputy !== null && around.one(each.deputy) === person);
  return runs || deputising || isSeated(meeting, person, around);
}

/** Of a body whose chairs alone take part, whoever else sits in it hears that; anybody else, that members do it. */
export function notTheirs(
  meeting: CalledMeeting,
  person: PersonKey | null,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
): Refusal {
  const { who: _who, ...whole } = meeting;
  return person !== null && isSeated(whole, person, around) ? { refused: 'only-chairs', clause: null } : { refused: 'only-seat-holders' };
}

export function isSeated(meeting: CalledMeeting, person: PersonKey, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): boolean {
  const today = dateAt(around.charter, around.now);
  const held = (id: BodyId) => partaking(meeting, id, seatsHeld(around.charter, around.body(id), person, today, around.one));
  return [meeting.body, ...meeting.joint].some((id) => held(id).length > 0);
}
