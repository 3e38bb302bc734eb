import type { Charter } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { begun, type State } from '../vocabulary/all.ts';
import type { BodyState } from '../vocabulary/body.ts';
import { type ErrandRule, ruleOf } from '../vocabulary/errand.ts';
import type { PersonsState } from '../vocabulary/persons.ts';
import type { ErrandRefused } from '../vocabulary/refused-errand.ts';
import { type Stream, streamOf } from '../vocabulary/stream.ts';
import { meetingStream } from '../vocabulary/year/streams.ts';
import { subjectOf } from './subjects.ts';

/** What was refused elsewhere, and still asks somebody to do something about it. */
export async function refusedStill(
  stream: Stream,
  state: State,
  charter: Charter,
  recall: (stream: Stream) => Promise<State | undefined>,
): Promise<readonly ErrandRefused[]> {
  const refused = 'refusedErrands' in state ? state.refusedErrands : [];
  const kept = await Promise.all(refused.map(async (each) => ((await matters(each, stream, state, charter, recall)) ? [each] : [])));
  return kept.flat();
}

/** It matters until what should have followed has come about in another way, or can no longer come about; where that cannot be seen, while its subject is open. */
async function matters(
  errand: ErrandRefused,
  stream: Stream,
  state: State,
  charter: Charter,
  recall: (stream: Stream) => Promise<State | undefined>,
): Promise<boolean> {
  switch (ruleOf(errand)) {
    case 'body-numbers-it':
      return state.kind === 'case' && state.phase !== 'none' && state.number === null;
    case 'on-agenda':
    case 'off-agenda':
    case 'looks-for-meeting':
    case 'looks-again':
    case 'look-again':
    case 'cases-look':
      return false;
    case 'result': {
      const item = itemOf(state, errand);
      const about = item?.about ? begun(await recall(item.about), 'case') : null;
      return about?.phase === 'waiting' && about.aim?.meeting === stream;
    }
    case 'moves-milestone': {
      const moves = state.kind === 'case' && state.phase !== 'none' ? (state.content.moves ?? null) : null;
      const plan = moves && begun(await recall(streamOf('milestone-plan', moves.plan)), 'milestone-plan');
      return plan?.inForce.some(({ id, due }) => id === moves?.milestone && due !== moves.due) ?? false;
    }
    case 'plan':
      return state.kind === 'year' && begun(await recall(meetingStream(state, ofRule(errand, 'plan'))), 'meeting') === null;
    case 'sets-milestones': {
      if (state.kind !== 'milestone-plan') return false;
      const told = begun(await recall(streamOf('follow-up', ofRule(errand, 'sets-milestones'))), 'follow-up');
      return (told?.versions[state.body] ?? 0) < state.version;
    }
    case 'seat-states-sector':
      return state.kind === 'body' && seatedAcross(state, begun(await recall('persons'), 'persons'), charter);
    default:
      return subjectOf(stream).index(state, charter).open;
  }
}

/** Somebody who sits in the body, or stands in there, is of another sector than the seat. */
function seatedAcross({ body, appointments }: BodyState, persons: PersonsState | null, charter: Charter): boolean {
  const seats = bodyOf(charter, body)?.terms.flatMap((terms) => terms.seats) ?? [];
  return appointments
    .filter(({ until }) => until === null)
    .some(({ seat, person, deputies }) => {
      const sector = seats.findLast(({ id }) => id === seat)?.sector ?? null;
      const theirs = [person, ...deputies].map((each) => persons?.sectors[persons.joined[each] ?? each]);
      return sector !== null && theirs.some((each) => each !== undefined && each !== sector);
    });
}

/** Which of several demands of that rule it was. */
function ofRule({ rule }: ErrandRefused, name: ErrandRule): string {
  return rule.slice(name.length + 1);
}

function itemOf(state: State, { rule }: ErrandRefused) {
  return state.kind === 'meeting' && state.phase !== 'none' ? state.items.find(({ id }) => rule === `result-${id}`) : undefined;
}
