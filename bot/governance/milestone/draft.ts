import { bodyOf } from '../charter/terms.ts';
import { mayRun, seatsHeld } from '../people/roles.ts';
import { servesHere } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import { isDate } from '../time/written.ts';
import type { DraftCommand, DraftEvent, Milestone, MilestonePlanState, WrittenMilestone } from '../vocabulary/milestone/plan.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';

/** More is several plans; it also keeps a plan within one append, and what a body answers for on one card. */
export const mostMilestones = 60;
/** Ties of one milestone, and of a whole plan: what it waits for and who carries it out. A snapshot holds so many. */
const mostTies = 10;
const mostTiesInAll = 480;

export function decideDraft(state: MilestonePlanState, command: DraftCommand, around: Around): readonly DraftEvent[] | Refusal {
  const known = bodyOf(around.charter, state.body);
  if (!known || known.outside) return { refused: 'not-in-model', what: 'body' };
  if (!mayWritePlan(state.body, around)) return { refused: 'only-seat-holders' };
  const at = around.now.toString();
  const by = around.by.kind === 'person' ? around.by.person : null;
  const now = state.draft ?? state.inForce;
  switch (command.type) {
    case 'SetMilestone': {
      const milestone = dated(state, command.milestone, 'card');
      const was = now.find(({ id }) => id === milestone.id);
      if (was && JSON.stringify(was) === JSON.stringify(milestone)) return [];
      const next = was ? now.map((each) => (each.id === milestone.id ? milestone : each)) : [...now, milestone];
      return wrongPlan(next, around) ?? [{ type: 'MilestoneSet', v: 1, milestone, by, at }];
    }
    case 'DropMilestone': {
      const { milestone } = command;
      if (!now.some(({ id }) => id === milestone)) return [];
      if (now.some(({ dependsOn }) => dependsOn.includes(milestone))) return { refused: 'milestone-is-needed' };
      return [{ type: 'MilestoneDropped', v: 1, milestone, by, at }];
    }
    case 'KeepList':
      return state.list?.mac === command.text.mac ? [] : [{ type: 'ListKept', v: 1, text: command.text, by, at }];
    case 'TakeList': {
      const milestones = listTaken(now, command).map((each) => dated(state, each, 'list'));
      if (milestones.length === 0) return { refused: 'missing', field: 'milestones' };
      if (state.list === null && isSamePlan(now, milestones)) return [];
      return wrongPlan(milestones, around) ?? [{ type: 'ListTaken', v: 1, milestones, by, at }];
    }
    case 'WithdrawDraft':
      return state.draft === null && state.list === null ? [] : [{ type: 'DraftWithdrawn', v: 1, by, at }];
  }
}

/** The plan as a list leaves it: what it mentions as it says, and the rest as it stands, or, where the list is the whole plan, not at all. */
export function listTaken(
  now: readonly Milestone[],
  { milestones, whole, keep, sameWords }: Omit<Extract<DraftCommand, { type: 'TakeList' }>, 'type'>,
): readonly WrittenMilestone[] {
  const given = milestones.map((each): WrittenMilestone => {
    const was = now.find(({ id }) => id === each.id);
    if (!was) return each;
    const kept = Object.fromEntries(keep.map((field) => [field, was[field]]));
    return { ...each, ...kept, ...(sameWords.includes(each.id) ? { deliverable: was.deliverable } : {}) };
  });
  if (whole) return given;
  const known = now.map((was) => given.find(({ id }) => id === was.id) ?? was);
  return [...known, ...given.filter(({ id }) => !now.some((was) => was.id === id))];
}

export function evolveDraft(state: MilestonePlanState, event: DraftEvent): MilestonePlanState {
  const now = state.draft ?? state.inForce;
  switch (event.type) {
    case 'MilestoneSet': {
      const { milestone } = event;
      const known = now.some(({ id }) => id === milestone.id);
      return redrafted(state, known ? now.map((each) => (each.id === milestone.id ? milestone : each)) : [...now, milestone]);
    }
    case 'MilestoneDropped':
      return redrafted(
        state,
        now.filter(({ id }) => id !== event.milestone),
      );
    case 'ListKept':
      return { ...state, list: event.text };
    case 'ListTaken':
      return { ...(isSamePlan(now, event.milestones) ? state : redrafted(state, event.milestones)), list: null };
    case 'DraftWithdrawn':
      return {
        ...state,
        phase: state.version > 0 ? 'in-force' : 'empty',
        draft: null,
        draftReason: null,
        edition: state.edition + 1,
        turns: [],
        turnedDown: null,
        list: null,
      };
  }
}

/** Anyone in a seat of the body, and its secretaries. */
export function mayWritePlan(body: MilestonePlanState['body'], around: Around): boolean {
  if (mayRun(around, body)) return true;
  if (around.by.kind !== 'person') return false;
  const { person } = around.by;
  const today = dateAt(around.charter, around.now);
  return seatsHeld(around.charter, around.body(body), person, today, around.one).length > 0 || servesHere(body, person, around);
}

function isSamePlan(one: readonly Milestone[], other: readonly Milestone[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Keys that had been turned were turned on other words. */
function redrafted(state: MilestonePlanState, draft: readonly Milestone[]): MilestonePlanState {
  return { ...state, phase: 'drafting', draft, edition: state.edition + 1, turns: [] };
}

/** A day that stands keeps where it came from. */
function dated({ inForce, draft }: MilestonePlanState, milestone: WrittenMilestone, via: 'card' | 'list'): Milestone {
  const { id, deliverable, initiative, owner, from, due, dependsOn, carriedBy } = milestone;
  const was = [...(draft ?? []), ...inForce].find((each) => each.id === id && each.due === due);
  const once = (all: readonly string[]) => [...new Set(all)];
  const dueFrom = was?.dueFrom ?? { via };
  return { id, deliverable, initiative, owner, from, due, dueFrom, dependsOn: once(dependsOn), carriedBy: once(carriedBy) };
}

function wrongPlan(plan: readonly Milestone[], { charter }: Around): Refusal | null {
  if (plan.length > mostMilestones) return { refused: 'too-much' };
  if (new Set(plan.map(({ id }) => id)).size < plan.length) return { refused: 'too-much' };
  if (plan.flatMap(({ dependsOn, carriedBy }) => [...dependsOn, ...carriedBy]).length > mostTiesInAll) return { refused: 'too-much' };
  return plan.map(wrong).find((each) => each !== null) ?? (hasRing(plan) ? { refused: 'milestones-in-a-ring' } : null);

  function wrong(milestone: Milestone): Refusal | null {
    const { id, from, due, dependsOn, carriedBy } = milestone;
    if (!/^[a-z0-9-]{1,32}$/.test(id)) return { refused: 'no-such-milestone' };
    if (!isDate(due)) return { refused: 'not-a-date', field: 'due' };
    if (from !== null && !isDate(from)) return { refused: 'not-a-date', field: 'begins' };
    if (from !== null && from > due) return { refused: 'ends-before-it-starts' };
    if (dependsOn.length > mostTies || carriedBy.length > mostCarriers) return { refused: 'too-much' };
    if (dependsOn.some((each) => !plan.some((other) => other.id === each))) return { refused: 'no-such-milestone' };
    const bodies = carriedBy.map((each) => bodyOf(charter, each));
    return bodies.some((body) => !body || body.outside) ? { refused: 'not-in-model', what: 'body' } : null;
  }
}
/** Each that carries something gets an errand of its own, and an append holds so many. */
const mostCarriers = 12;

function hasRing(plan: readonly Milestone[]): boolean {
  const before = new Map(plan.map(({ id, dependsOn }) => [id, dependsOn]));
  const free = new Set<string>();
  for (let more = true; more; ) {
    more = false;
    for (const [id, needs] of before)
      if (!free.has(id) && needs.every((each) => free.has(each))) {
        free.add(id);
        more = true;
      }
  }
  return free.size < before.size;
}
