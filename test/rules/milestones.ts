import { expect } from 'vitest';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import { shifted } from '../../bot/governance/milestone/check-in-dates.ts';
import { rowStanding } from '../../bot/governance/milestone/standing.ts';
import { bodiesUnder, statusOf } from '../../bot/governance/status/status.ts';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { FollowUpState } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { WrittenMilestone } from '../../bot/governance/vocabulary/milestone/plan.ts';
import { clock, errand, given, person, type Scene, seated } from '../kit/given.ts';
import type { Rule } from './rule.ts';

const text = { ref: 't', mac: 'm' };

/** These rules keep what bodies promise by a day and what is asked about it. */
export const milestoneRules: Readonly<Record<string, Rule>> = {
  'plan-with-keys': {
    keeps: (charter, terms) => {
      const [carrier = ''] = charter.bodies.filter(({ id, outside }) => !outside && id !== terms.body).map(({ id }) => id);
      const plan: Scene = { ...sceneIn(charter, terms), stream: `milestone-plan/${terms.body}` };
      const begins: WrittenMilestone = { ...milestone(terms), from: terms.from, carriedBy: [carrier] };
      const keys = terms.keyRule.seats;
      const drafted = decided(plan, [], { type: 'TakeList', milestones: [begins], whole: true, keep: [], sameWords: [] }, 'member');
      const proposed = [...drafted, ...decided(plan, drafted, { type: 'ProposePlan', reason: null }, 'member')];
      const answers = keys.reduce<readonly GovernanceEvent[]>(
        (before, seat) => before.concat(decided(plan, before, { type: 'AnswerPlan', yes: true, reason: null, edition: 1 }, seat)),
        proposed,
      );
      // The plan is in force only with the last key, and those who carry it out are then told what and from when.
      expect(answers.map(({ type }) => type)).toEqual(['ListTaken', 'PlanProposed', ...keys.map(() => 'PlanAnswered'), 'PlanInForce']);
      const before = given(plan, ...answers.slice(0, -1)).state;
      const [told] = errandsFor(plan.stream, answers.length, answers.at(-1) as GovernanceEvent, before);
      expect(told).toMatchObject({ to: `follow-up/${carrier}`, command: { rows: [{ from: terms.from, due: begins.due }] } });
    },
    stands: {
      rule: 'if (!wholeFor({ body, since, turns }, around)) return [answered];',
      without: 'if (turns.length === 0) return [answered];',
    },
  },
  'asks-and-never-assumes': {
    keeps: (charter, terms) => {
      const told = following(charter, terms, terms.body);
      const answered = [...told.events, ...decided(told.scene, told.events, says(terms, 'follows', null), 'member')];
      const [row] = stateOf(told.scene, answered).rows;
      const on = shifted(terms.from, 40);
      const asked: readonly GovernanceEvent[] = [
        ...answered,
        { type: 'CheckedIn', v: 1, on, rows: [row?.key ?? ''], quarterly: true, answerBy: on },
      ];
      const shown = (events: readonly GovernanceEvent[], day: string) =>
        stateOf(told.scene, events).rows.map((each) => rowStanding(charter, each, day));
      expect(shown(answered, terms.from)).toEqual(['follows']);
      expect(shown(asked, on)).toEqual(['no-answer']);
      // The clock asks again about an overdue day.
      const late = { ...told.scene, now: `${shifted(terms.from, 400)}T12:00:00Z` };
      given(late, ...answered)
        .when({ type: 'CheckIn', on: shifted(terms.from, 400) }, clock)
        .thenHappens({ type: 'CheckedIn' });
    },
    stands: {
      rule: 'return row.answer === null || row.answer.on < row.askedOn;',
      without: 'return row.answer === null;',
    },
  },
  'hears-what-is-late': {
    keeps: (charter, terms) => {
      const [carrier = ''] = charter.bodies.filter(({ id, outside }) => !outside && id !== terms.body).map(({ id }) => id);
      const told = following(charter, terms, carrier);
      const said = decided(told.scene, told.events, says(terms, 'late', shifted(terms.from, 90)), 'member');
      const state = stateOf(told.scene, [...told.events, ...said]);
      const notes = said.flatMap((event) => noticesFor(told.scene.stream, event, state, charter));
      expect(notes).toMatchObject([{ card: 'milestone-note', to: { body: terms.body } }]);
      const well = decided(told.scene, told.events, says(terms, 'follows', null), 'member');
      const still = stateOf(told.scene, [...told.events, ...well]);
      expect(well.flatMap((event) => noticesFor(told.scene.stream, event, still, charter))).toEqual([]);
    },
    stands: { rule: "if (status === 'late' &&", without: "if (status === 'done' &&" },
  },
  'sees-all-under-it': {
    keeps: (charter, terms) => {
      const under = bodiesUnder(charter, terms.body, terms.from);
      expect(under).not.toEqual([]);
      for (const body of under) {
        const told = following(charter, { ...terms, body }, body);
        const state = stateOf(told.scene, told.events);
        const report = statusOf(charter, terms.body, { followUps: [state], initiatives: [] }, shifted(terms.from, 90));
        expect(report.rows).toMatchObject([{ by: body, overdue: true }]);
      }
    },
    stands: {
      rule: 'bodies.includes(by) || bodies.includes(row.plan)',
      without: 'by === body && bodies.includes(by)',
    },
  },
};

/** The body's key seats are filled, and one more person holds another seat. */
function sceneIn(charter: Charter, terms: Terms): Pick<Scene, 'charter' | 'now' | 'bodies'> {
  const member = terms.seats.find(({ id }) => !terms.keyRule.seats.includes(id));
  const chairs = terms.keyRule.seats.map((seat) => [seat, [seat]] as const);
  const holders = Object.fromEntries([...chairs, ...(member ? [[member.id, ['member']] as const] : [])]);
  return { charter, now: `${terms.from}T12:00:00Z`, bodies: [since(terms.from, seated(terms.body, holders))] };
}

/** Returns a follow-up of the body, or of another, that has been told of one milestone of the body's plan. */
function following(charter: Charter, terms: Terms, body: string) {
  const { deliverable, initiative, due } = milestone(terms);
  const row = { milestone: 'm1', deliverable, initiative, owner: null, from: null, due, neededBy: null };
  const own = sceneIn(charter, terms);
  const there = charter.bodies.find(({ id }) => id === body)?.terms.findLast(({ from }) => from <= terms.from);
  const carrying = there && body !== terms.body ? since(terms.from, seated(body, { [there.seats[0]?.id ?? '']: ['member'] })) : null;
  const scene: Scene = { ...own, bodies: [...(own.bodies ?? []), ...(carrying ? [carrying] : [])], stream: `follow-up/${body}` };
  const { decided: told } = given(scene).when({ type: 'SetMilestones', plan: terms.body, version: 1, rows: [row] }, errand);
  return { scene, events: told as readonly GovernanceEvent[] };
}

function milestone(terms: Terms): WrittenMilestone {
  const deliverable = { text, in: `milestone-plan/${terms.body}` } as const;
  return { id: 'm1', deliverable, initiative: null, owner: null, from: null, due: shifted(terms.from, 60), dependsOn: [], carriedBy: [] };
}

function says({ body }: Terms, status: 'follows' | 'late', expected: string | null): Command {
  return { type: 'AnswerMilestone', row: `${body}.m1`, status, expected, why: text, needs: text, toldBy: null };
}

function decided(scene: Scene, before: readonly GovernanceEvent[], command: Command, who: string): readonly GovernanceEvent[] {
  const { decided: events } = given(scene, ...before).when(command, person(who));
  if (!Array.isArray(events)) throw new Error(`${command.type}: ${JSON.stringify(events)}`);
  return events;
}

function stateOf(scene: Scene, events: readonly GovernanceEvent[]): FollowUpState {
  return given(scene, ...events).state as FollowUpState;
}

function since(from: string, body: ReturnType<typeof seated>): ReturnType<typeof seated> {
  return { ...body, appointments: body.appointments.map((each) => ({ ...each, from })) };
}
