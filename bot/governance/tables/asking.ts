import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../charter/charter.ts';
import { awaited } from '../people/awaited.ts';
import { lastSaid } from '../people/ladder.ts';
import { mayRun } from '../people/roles.ts';
import { dateAt, instantOf } from '../time/calendar.ts';
import type { AskingState, Command, GovernanceEvent } from '../vocabulary/all.ts';
import type { Ask, AskCommand, AskEvent, AskLog, Rung } from '../vocabulary/ask/ask.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { PersonKey, Stream } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { noLog, openAsks } from './asks.ts';

export function isAskCommand(command: Command): command is AskCommand {
  return Object.hasOwn(askCommands, command.type);
}
/** What every subject takes. */
export const askCommands = {
  RemindAsk: true,
  AskOthers: true,
  AskNewcomers: true,
  LetAskLie: true,
  CloseAsk: true,
} as const satisfies Readonly<Record<AskCommand['type'], true>>;

export function isAskEvent(event: GovernanceEvent): event is AskEvent {
  return event.type === 'AskReminded' || event.type === 'AskLetLie' || event.type === 'AskUnanswered' || event.type === 'AskFell';
}

/** One rule for every subject: what is asked is reminded of once a step, let lie by a secretary, or closed. What is not asked any more is nothing new. */
export function decideAsk(about: Stream, state: AskingState, command: AskCommand, around: Around): readonly AskEvent[] | Refusal {
  if (command.type === 'AskOthers') {
    const others = new Set(command.persons.map(around.one));
    return falls(about, state, around, (ask) => awaited(ask, around).now.filter((person) => others.has(person)));
  }
  if (command.type === 'AskNewcomers') return falls(about, state, around, (ask) => newcomers(ask, state, command.since, around));
  const ask = openAsks(about, state, around.charter).find(({ id }) => id === command.ask);
  if (!ask) return [];
  const on = dateAt(around.charter, around.now);
  switch (command.type) {
    case 'RemindAsk': {
      const last = lastSaid(around.charter, ask, state.asks);
      return last !== null && last >= command.rung ? [] : [{ type: 'AskReminded', v: 1, ask: ask.id, rung: command.rung, on }];
    }
    case 'LetAskLie': {
      const { secretariat } = around.charter.collaboration;
      if (!mayRun(around, secretariat) && !mayRun(around, ask.where)) return { refused: 'only-secretaries' };
      const person = around.by.kind === 'person' ? around.by.person : null;
      return [{ type: 'AskLetLie', v: 1, ask: ask.id, reason: command.reason, person }];
    }
    case 'CloseAsk':
      return [{ type: 'AskUnanswered', v: 1, ask: ask.id, on }];
  }
}

/** What has been said to others falls to these now: each ask is said once more, to whoever of them must answer it. */
function falls(about: Stream, state: AskingState, around: Around, whom: (ask: Ask) => readonly PersonKey[]): readonly AskEvent[] {
  const on = dateAt(around.charter, around.now);
  return openAsks(about, state, around.charter).flatMap((ask): readonly AskEvent[] => {
    const said = saidOf(ask, state);
    if (ask.ladder === 'own' || (ask.said === 'late' && said.length === 0)) return [];
    const today = new Set(said.flatMap((each) => (each.on === on ? (each.to ?? []) : [])));
    const to = whom(ask).filter((person) => !today.has(person));
    if (to.length === 0) return [];
    const fallen = said.filter(({ rung }) => typeof rung === 'string').length;
    return [{ type: 'AskFell', v: 1, ask: ask.id, fall: `to-${fallen + 1}`, to, on }];
  });
}

/** Who must answer now and did not have to before a day; what has been asked or said since then was said to them. */
function newcomers(ask: Ask, state: AskingState, since: IsoDate, around: Around): readonly PersonKey[] {
  const { charter } = around;
  if (dateAt(charter, Temporal.Instant.from(ask.since)) >= since) return [];
  const said = saidOf(ask, state);
  if (said.some(({ rung, on }) => typeof rung === 'number' && on >= since)) return [];
  const before = awaited(ask, { ...around, now: instantOf(charter, since, '00:00').subtract({ hours: 1 }) }).now;
  const told = new Set([...before, ...said.flatMap(({ to }) => to ?? [])]);
  return awaited(ask, around).now.filter((person) => !told.has(person));
}

function saidOf({ id }: Ask, { asks }: AskingState) {
  return (asks?.reminded ?? []).filter((each) => each.ask === id);
}

/** What has been said of asks, after an event. Reminders of older ledgers had an event for each subject; they name a prompt and an occasion with its day. */
export function evolveAsks(state: AskingState, event: GovernanceEvent): AskLog | undefined {
  const { reminded, over } = state.asks ?? noLog;
  if (event.type === 'AskReminded') {
    const { ask, rung, on } = event;
    return { reminded: [...reminded, { ask, rung, on }].slice(-most), over };
  }
  if (event.type === 'AskFell') {
    const { ask, fall, to, on } = event;
    return { reminded: [...reminded, { ask, rung: fall, on, to }].slice(-most), over };
  }
  if (event.type === 'AskLetLie') return { reminded, over: [...over, { ask: event.ask, how: 'let-lie' } as const].slice(-most) };
  if (event.type === 'AskUnanswered') return { reminded, over: [...over, { ask: event.ask, how: 'unanswered' } as const].slice(-most) };
  const before = 'occasion' in event ? /^([a-z-]+)-(\d{4}-\d\d-\d\d)$/.exec(event.occasion) : null;
  const rung = olderRungs[before?.[1] ?? ''];
  if (!before?.[2] || rung === undefined) return state.asks;
  return { reminded: [...reminded, { ask: null, rung, on: before[2] }].slice(-most), over };
}
const most = 60;

const olderRungs: Readonly<Record<string, Rung | undefined>> = {
  reminded: 5,
  deputy: 10,
  secretariat: 15,
  receipt: 5,
  back: 15,
  stands: 15,
  written: 0,
  'due-soon': -10,
  ending: -10,
  overdue: 1,
  'agenda-late': 1,
  'minutes-late': 1,
  'publish-due': 1,
};
