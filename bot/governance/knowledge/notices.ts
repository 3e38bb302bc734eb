import type { BodyId, Charter } from '../charter/charter.ts';
import type { ExperienceEvent, ExperienceState } from '../vocabulary/knowledge/experience.ts';
import type { FlagEvent, FlagState } from '../vocabulary/knowledge/flag.ts';
import { awayFrom, type Notice, standing, standingFor, withinLimit } from '../vocabulary/notice.ts';
import type { Occasion } from '../vocabulary/occasion.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { hearsEnd, isEnd } from './experience.ts';

/** An experience's card where it was told, where it is read, and, once it is spread, with everybody it is spread to. */
export function experienceNotices(about: Stream, event: ExperienceEvent, state: ExperienceState, charter: Charter): readonly Notice[] {
  const own = [...new Set([state.from, state.assessor])].map((body) => experienceCard(about, state, body));
  switch (event.type) {
    case 'ExperienceShared':
      return own;
    case 'ExperienceSpread':
      return [...own, ...state.audience.map((body) => experienceCard(about, state, body)), ...told()].slice(0, mostNotices);
    case 'ExperienceSetAside':
      return [...own, ...told()];
    case 'ExperienceAnswered':
      return [...own, experienceCard(about, state, event.answer.body)];
    case 'CaseHeard':
      return isEnd(event) ? withinLimit([...own, ...outcome()]) : own;
    default:
      return [];
  }

  /** What came of it, in the thread where it was told and of each that it is for; an earlier end shrinks. */
  function outcome(): readonly Notice[] {
    const all = state.ended ?? [];
    return all.flatMap((ended, at) => {
      if (at < all.length - 2) return [];
      return [state.from, ...hearsEnd(state, ended, charter)].flatMap((body) => {
        const card = experienceCard(about, state, body);
        const away = body === state.from ? null : body;
        return [card, note(about, 'experience-note', { what: 'outcome', mark: at + 1, in: away }, body, card.key)];
      });
    });
  }

  /** Who told it hears what became of it, in the thread. */
  function told(): readonly Notice[] {
    const editions = state.edition > 2 ? [state.edition - 1, state.edition] : [state.edition];
    return editions.map((each) =>
      note(about, 'experience-note', { what: 'told', mark: each }, state.from, experienceCard(about, state, state.from).key),
    );
  }
}

/** A flag's card with the body whose chairs are asked, and what its thread says. */
export function flagNotices(about: Stream, event: FlagEvent, state: FlagState): readonly Notice[] {
  const card = standing('flag', about, { body: state.body });
  const heard = state.heard === 0 ? [] : [note(about, 'flag-note', { what: 'told', mark: state.heard }, state.body, card.key)];
  const before = state.heard < 2 ? [] : [note(about, 'flag-note', { what: 'told', mark: state.heard - 1 }, state.body, card.key)];
  switch (event.type) {
    case 'FlagRaised':
      return [card];
    case 'FlagAnswered':
    case 'CaseHeard':
      return [card, ...before, ...heard];
    default:
      return [];
  }
}

const mostNotices = 30;
type NoteCard = 'experience-note' | 'flag-note';

function experienceCard(about: Stream, { from }: ExperienceState, body: BodyId): Notice {
  return standingFor('experience', about, { body }, awayFrom(from, body));
}

function note(about: Stream, card: NoteCard, on: Occasion<NoteCard>, body: BodyId, under: string | null): Notice {
  return { ...standingFor(card, about, { body }, on), under };
}
