import type { BodyId, Charter } from '../charter/charter.ts';
import { secretariatOf } from '../charter/terms.ts';
import type { GroupEvent, GroupState } from '../vocabulary/group.ts';
import { awayFrom, type Notice, standingFor } from '../vocabulary/notice.ts';
import { type Occasion, readOccasion } from '../vocabulary/occasion.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A group's card in the channel of each body that set it up, and what its thread says; a report is said to each. */
export function groupNotices(about: Stream, event: GroupEvent, state: GroupState, charter: Charter): readonly Notice[] {
  const notes = state.prompted.flatMap(({ prompt, occasion }) => {
    const on = readOccasion('group-note', occasion);
    if (on === null) return [];
    const silent = prompt === 'secretariat' || prompt === 'overdue';
    const asked = prompt === 'secretariat' ? [] : state.bodies.map((body) => note(about, state, body, on));
    return silent ? [...asked, toSecretariat(about, state, on, charter)] : asked;
  });
  const news = event.type === 'GroupReported' ? state.bodies.map((body) => note(about, state, body, { what: 'report', mark: null })) : [];
  return [...state.bodies.map((body) => card(about, state, body)), ...news, ...notes].slice(0, 30);
}

function card(about: Stream, { bodies }: GroupState, body: BodyId): Notice {
  return standingFor('group', about, { body }, awayFrom(bodies[0], body));
}

function note(about: Stream, state: GroupState, body: BodyId, on: Occasion<'group-note'>): Notice {
  const said = standingFor('group-note', about, { body }, { ...on, in: body === state.bodies[0] ? null : body });
  return { ...said, under: card(about, state, body).key };
}

/** The secretariat that serves the first of them hears of silence, and of an end that has passed. */
function toSecretariat(about: Stream, { bodies, termsOn }: GroupState, on: Occasion<'group-note'>, charter: Charter): Notice {
  const body = secretariatOf(charter, bodies[0] ?? '', termsOn) ?? charter.collaboration.secretariat;
  return standingFor('group-note', about, { body }, { ...on, to: body });
}
