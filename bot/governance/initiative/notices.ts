import type { BodyId } from '../charter/charter.ts';
import type { InitiativeEvent, InitiativeState } from '../vocabulary/initiative.ts';
import { type Notice, standingFor } from '../vocabulary/notice.ts';
import type { Occasion } from '../vocabulary/occasion.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** An initiative's card with its owner, and under it what was asked last; a former owner's card says where it went. */
export function initiativeNotices(about: Stream, event: InitiativeEvent, state: InitiativeState): readonly Notice[] {
  const { owner } = state;
  if (owner === null) return [];
  const former = event.type === 'InitiativeAssigned' && event.before !== null ? [card(about, event.before)] : [];
  return [card(about, owner), ...former, ...patientsNote(about, state, owner), ...indicatorNotes(about, state)].slice(0, 30);
}

function card(about: Stream, body: BodyId): Notice {
  return standingFor('initiative', about, { body }, { what: 'in', mark: body });
}

function patientsNote(about: Stream, { patientsAsked }: InitiativeState, owner: BodyId): readonly Notice[] {
  if (patientsAsked === null) return [];
  return [note(about, { what: 'patients', mark: patientsAsked, in: owner }, owner, card(about, owner).key)];
}

/** Each body that reports is asked once, whatever the number of indicators; it may not be the owner. */
function indicatorNotes(about: Stream, { indicatorsAsked, indicators, owner }: InitiativeState): readonly Notice[] {
  if (indicatorsAsked === null) return [];
  const asked = indicators.filter(({ id }) => indicatorsAsked.indicators.includes(id));
  return [...new Set(asked.map(({ reportedBy }) => reportedBy))].map((body) => {
    const under = body === owner ? card(about, body).key : null;
    return note(about, { what: 'indicators', mark: indicatorsAsked.quarter, in: body }, body, under);
  });
}

function note(about: Stream, on: Occasion<'initiative-note'>, body: BodyId, under: string | null): Notice {
  return { ...standingFor('initiative-note', about, { body }, on), under };
}
