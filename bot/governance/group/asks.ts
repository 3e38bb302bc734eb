import type { BodyId, Charter } from '../charter/charter.ts';
import { keyRuleOf } from '../people/keys.ts';
import { isServed } from '../people/two-secretaries.ts';
import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { GroupState } from '../vocabulary/group.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { turnsOf } from './group.ts';

/** What a group asks of somebody now: of the keys of each body that sets it up, of those in it from the day it is set up, and when its end nears, of chairs when it has reported. */
export function groupAsks(about: Stream, state: GroupState, charter: Charter): readonly Ask[] {
  const { bodies, since, mandate, question, phase } = state;
  const [first = ''] = bodies;
  const there = (body: string) => ({ since, where: body, under: body === first ? `${about}:group` : `${about}:group@in-${body}` });
  const keys =
    question === null
      ? []
      : bodies
          .filter((body) => !hasAnswered(state, body, charter))
          .map((body) =>
            askFor(about, question.ask === 'set-up' ? 'group-set-up' : 'group-extend', `${since}-in-${body}`, {
              ...there(body),
              of: { keys: body },
              answered: turnsOf(state, body),
              ladder: 'keys',
            }),
          );
  if (phase === 'running') {
    const { until, persons } = mandate;
    return [
      ...keys,
      askFor(about, 'group-ends', until, {
        ...there(first),
        of: { persons, body: first },
        by: until,
        ladder: 'nearing',
      }),
    ];
  }
  if (phase !== 'reported') return keys;
  return bodies.map((body) => askFor(about, 'group-receipt', `${since}-in-${body}`, { ...there(body), of: { role: 'chair', body } }));
}

/** Every key of a body has been turned, for or against; another body has not answered yet. */
function hasAnswered(state: GroupState, body: BodyId, charter: Charter): boolean {
  const turned = new Set(turnsOf(state, body).map(({ seat }) => seat));
  if (isServed(charter, body, state.termsOn)) return turned.size > 1;
  return keyRuleOf(charter, body, state.termsOn)?.seats.every((seat) => turned.has(seat)) ?? false;
}
