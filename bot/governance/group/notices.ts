import type { BodyId, Charter } from '../charter/charter.ts';
import { secretariatOf } from '../charter/terms.ts';
import type { GroupEvent, GroupState } from '../vocabulary/group.ts';
import type { Notice } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A group's card in the channel of each body that set it up, and what its thread says; a report is said to each. */
export function groupNotices(about: Stream, event: GroupEvent, state: GroupState, charter: Charter): readonly Notice[] {
  const notes = state.prompted.flatMap(({ prompt, occasion }) => {
    const silent = prompt === 'secretariat' || prompt === 'overdue';
    const asked = prompt === 'secretariat' ? [] : state.bodies.map((body) => note(about, state, body, occasion));
    return silent ? [...asked, toSecretariat(about, state, occasion, charter)] : asked;
  });
  const news = event.type === 'GroupReported' ? state.bodies.map((body) => note(about, state, body, 'report')) : [];
  return [...state.bodies.map((body) => card(about, state, body)), ...news, ...notes].slice(0, 30);
}

function card(about: Stream, { bodies }: GroupState, body: BodyId): Notice {
  const occasion = body === bodies[0] ? null : `in-${body}`;
  const key = `${about}:group${occasion ? `@${occasion}` : ''}`;
  return { key, card: 'group', about, occasion, to: { body }, under: null, dueAt: null };
}

function note(about: Stream, state: GroupState, body: BodyId, what: string): Notice {
  const occasion = body === state.bodies[0] ? what : `${what}-in-${body}`;
  const under = card(about, state, body).key;
  return { key: `${about}:group-note@${occasion}`, card: 'group-note', about, occasion, to: { body }, under, dueAt: null };
}

/** The secretariat that serves the first of them hears of silence, and of an end that has passed. */
function toSecretariat(about: Stream, { bodies, termsOn }: GroupState, what: string, charter: Charter): Notice {
  const body = secretariatOf(charter, bodies[0] ?? '', termsOn) ?? charter.collaboration.secretariat;
  const occasion = `${what}-to-${body}`;
  return { key: `${about}:group-note@${occasion}`, card: 'group-note', about, occasion, to: { body }, under: null, dueAt: null };
}
