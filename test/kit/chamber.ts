import { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../../bot/governance/body/body.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { afterEvents } from '../../bot/governance/tables/errands.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { Command, GovernanceEvent, State } from '../../bot/governance/vocabulary/all.ts';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import type { Errand } from '../../bot/governance/vocabulary/errand.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Actor, PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { expectSameApart } from './apart.ts';

/** The rules of all subjects together, errands included, without store, clock or Teams: what can be asked, and what then happens. */
export function chamber(charter: Charter, begins: string, seated: readonly BodyState[], sectors: Readonly<Record<PersonKey, string>> = {}) {
  const states = new Map<Stream, State>(seated.map((body) => [`body/${body.body}`, body]));
  const ledger: { readonly stream: Stream; readonly event: GovernanceEvent; readonly by: Actor }[] = [];
  const refusedErrands: { readonly errand: Errand; readonly refusal: Refusal }[] = [];
  let now = Temporal.Instant.from(begins);

  const body = (id: string): BodyState => {
    const state = states.get(`body/${id}`);
    return state?.kind === 'body' ? state : emptyBody(id);
  };
  const meetings = (id: string) =>
    [...states.values()].flatMap((state) => {
      const meeting = begun(state, 'meeting');
      return meeting?.body === id && meeting.phase === 'planned' ? [meeting] : [];
    });

  function ask(stream: Stream, command: Command, by: Actor): readonly GovernanceEvent[] | Refusal {
    const subject = subjectOf(stream);
    const state = states.get(stream) ?? subject.initial(stream);
    const decided = subject.decide(state, command, {
      now,
      by,
      charter,
      one: (person) => person,
      sectorOf: (person) => sectors[person] ?? null,
      body,
      meetings,
      dates: () => [],
    });
    if (isRefusal(decided) || decided.length === 0) return decided;
    const version = ledger.filter((entry) => entry.stream === stream).length;
    expectSameApart({ charter, stream, version, events: decided, before: state });
    const after = afterEvents(charter, stream, version, decided, state);
    states.set(stream, after.state);
    ledger.push(...decided.map((event) => ({ stream, event, by })));
    after.errands.forEach(carryOut);
    return decided;
  }

  function carryOut(errand: Errand): void {
    const by: Actor = { kind: 'errand', errand: errand.id };
    const { to } = errand;
    const all =
      typeof to === 'string' ? [to] : [...states].flatMap(([stream, state]) => (isOpen(state, to.every, to.body) ? [stream] : []));
    for (const stream of all) {
      const answer = ask(stream, errand.command, by);
      if (!isRefusal(answer)) continue;
      refusedErrands.push({ errand, refusal: answer });
      const origin = errand.id.split('#')[0] as Stream;
      ask(origin, { type: 'NoteErrandRefused', errand: errand.id, rule: errand.rule, refusal: answer }, { kind: 'clock' });
    }
  }

  function isOpen(state: State, kind: State['kind'], of: string): boolean {
    const index = subjectOf(`${kind}/x` as Stream).index;
    return state.kind === kind && index(state, charter).open && index(state, charter).body === of;
  }

  return {
    ask,
    ledger,
    refusedErrands,
    states,
    body,
    now: () => now,
    one: (id: string): RaisedCase => {
      const state = begun(states.get(`case/${id}`), 'case');
      if (!state) throw new Error(`no case ${id}`);
      return state;
    },
    meeting: (id: string): CalledMeeting => {
      const state = begun(states.get(`meeting/${id}`), 'meeting');
      if (!state) throw new Error(`no meeting ${id}`);
      return state;
    },
    change: (id: string, to: (was: BodyState) => BodyState) => states.set(`body/${id}`, to(body(id))),
    /** Moves the clock, and does at every stop what is due by then. */
    until: (instant: string) => {
      const end = Temporal.Instant.from(instant);
      for (;;) {
        const dues = [...states].map(([stream, state]) => subjectOf(stream).index(state, charter).dueAt ?? Number.POSITIVE_INFINITY);
        const next = Math.max(Math.min(...dues), now.epochMilliseconds + 3_600_000);
        if (next > end.epochMilliseconds) break;
        now = Temporal.Instant.fromEpochMilliseconds(next);
        for (const [stream, state] of [...states])
          for (const due of dueNow(stream, charter, state, now)) ask(stream, due.command, { kind: 'clock' });
      }
      now = end;
      for (const [stream, state] of [...states])
        for (const due of dueNow(stream, charter, state, now)) ask(stream, due.command, { kind: 'clock' });
    },
  };
}
