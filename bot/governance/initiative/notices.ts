import type { BodyId } from '../charter/charter.ts';
import type { InitiativeEvent, InitiativeState } from '../vocabulary/initiative.ts';
import type { Notice } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** An initiative's card with its owner, and under it what was asked last; a former owner's card says where it went. */
export function initiativeNotices(about: Stream, event: InitiativeEvent, state: InitiativeState): readonly Notice[] {
  const { owner } = state;
  if (owner === null) return [];
  const former = event.type === 'InitiativeAssigned' && event.before !== null ? [card(about, event.before)] : [];
  return [card(about, owner), ...former, ...patientsNote(about, state, owner), ...indicatorNotes(about, state)].slice(0, 30);
}

function card(about: Stream, body: BodyId): Notice {
  const occasion = `in-${body}`;
  return { key: `${about}:initiative@${occasion}`, card: 'initiative', about, occasion, to: { body }, under: null, dueAt: null };
}

function patientsNote(about: Stream, { patientsAsked }: InitiativeState, owner: BodyId): readonly Notice[] {
  return patientsAsked === null ? [] : [note(about, `patients-${patientsAsked}-in-${owner}`, owner, card(about, owner).key)];
}

/** Each body that reports is asked once, whatever the number of indicators; it may not be the owner. */
function indicatorNotes(about: Stream, { indicatorsAsked, indicators, owner }: InitiativeState): readonly Notice[] {
  if (indicatorsAsked === null) return [];
  const asked = indicators.filter(({ id }) => indicatorsAsked.indicators.includes(id));
  return [...new Set(asked.map(({ reportedBy }) => reportedBy))].map((body) =>
    note(about, `indicators-${indicatorsAsked.quarter}-in-${body}`, body, body === owner ? card(about, body).key : null),
  );
}

function note(about: Stream, occasion: string, body: BodyId, under: string | null): Notice {
  return { key: `${about}:initiative-note@${occasion}`, card: 'initiative-note', about, occasion, to: { body }, under, dueAt: null };
}
