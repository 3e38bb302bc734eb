import type { Change, Trial } from '../lists/trial.ts';
import { gathered } from '../lists/trial.ts';
import type { Milestone, WrittenMilestone } from '../vocabulary/milestone/plan.ts';
import { listTaken } from './draft.ts';
import { asWritten, type Listing } from './list.ts';

/** A milestone that stands, with its words. */
export interface StandingMilestone {
  readonly milestone: Milestone;
  readonly words: string;
}
/** A milestone of a trial, with its words. */
export interface TriedMilestone {
  readonly milestone: WrittenMilestone;
  readonly words: string;
}

/** What a list would do to a plan. */
export function listTrial(listing: Listing, before: readonly StandingMilestone[], whole: boolean): Trial<TriedMilestone> {
  const { milestones: listed, keep, faults, remarks } = listing;
  const none = { text: { ref: '', mac: '' }, in: 'charter' } as const;
  const written = listed.map((each) =>
    asWritten(each, before.find(({ milestone }) => milestone.id === each.id)?.milestone.deliverable ?? none),
  );
  const now = before.map(({ milestone }) => milestone);
  const after = listTaken(now, { milestones: written, whole, keep, sameWords: [] });
  const read = listed.filter(({ line }) => faults.every((fault) => fault.line !== line));
  const changes = read.map((each): Change<TriedMilestone> => {
    const is = { milestone: after.find(({ id }) => id === each.id) ?? asWritten(each, none), words: each.deliverable };
    const was = before.find(({ milestone }) => milestone.id === each.id) ?? null;
    return { how: was === null ? 'new' : isSame(was, is) ? 'same' : 'changed', line: each.line, is, was };
  });
  const gone = before.filter(({ milestone }) => !after.some(({ id }) => id === milestone.id));
  const removed = gone.map((was): Change<TriedMilestone> => ({ how: 'removed', line: null, is: was, was: null }));
  return { changes: [...changes, ...removed], faults, remarks: gathered(remarks) };
}

function isSame({ milestone: was, words }: StandingMilestone, is: TriedMilestone): boolean {
  const line = ({ initiative, owner, from, due, dependsOn, carriedBy }: Omit<WrittenMilestone, 'deliverable'>) =>
    JSON.stringify([initiative, owner, from, due, dependsOn, carriedBy]);
  return words === is.words && line(was) === line(is.milestone);
}
