import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { silence, silentSince } from '../people/silence.ts';
import { dateAt, instantOf, mayPrompt } from '../time/calendar.ts';
import type { CasePrompt, CaseState } from '../vocabulary/case/case.ts';
import type { Due } from '../vocabulary/due.ts';
import { marksOf, type OccasionText, writeOccasion } from '../vocabulary/occasion.ts';

/** So many cards in a case's thread are drawn again when what they ask for has been done. */
export const mostPrompted = 12;

type Occasion =
  | { readonly prompt: CasePrompt; readonly occasion: OccasionText<'case-note'>; readonly at: Temporal.Instant }
  | { readonly prompt: 'close-written'; readonly occasion: OccasionText<'clock'>; readonly at: Temporal.Instant };

/** What a case is due to say by now. */
export function caseDue(charter: Charter, state: CaseState, now: Temporal.Instant): readonly Due[] {
  return occasions(charter, state)
    .filter(({ at, prompt }) => Temporal.Instant.compare(now, at) >= 0 && (prompt === 'close-written' || mayPrompt(charter, now)))
    .map(({ at: _at, ...each }) => ({
      occasion: each.occasion,
      command: each.prompt === 'close-written' ? ({ type: 'CloseWritten' } as const) : ({ type: 'PromptCase', ...each } as const),
    }));
}

/** When it is next due to be looked at, in milliseconds; null: never. */
export function casesDueAt(charter: Charter, state: CaseState): number | null {
  const times = occasions(charter, state).map((each) => each.at.epochMilliseconds);
  return times.length === 0 ? null : Math.min(...times);
}

/** Silence never approves: it is said by name, then the deputy may act, then the secretariat hears. A receipt, a case that came back for more, and one that no meeting takes up are asked about again and again. */
function occasions(charter: Charter, state: CaseState): readonly Occasion[] {
  if (state.phase === 'none') return [];
  const named = (prompt: CasePrompt, days: number): Occasion => {
    const date = silentSince(charter, state.since, days);
    return {
      prompt,
      occasion: writeOccasion<'case-note'>({ what: prompt, mark: date }),
      at: instantOf(charter, date, charter.collaboration.defaults.promptsFrom),
    };
  };
  const again = (prompt: CasePrompt, days: number): Occasion => {
    const day = dateAt(charter, Temporal.Instant.from(state.since));
    const asked = marksOf('case-note', prompt, state.dealtWith).filter((each) => each > day).length;
    return named(prompt, days * (asked + 1));
  };
  const open = (all: readonly Occasion[]) => all.filter((each) => !state.dealtWith.includes(each.occasion));
  switch (state.phase) {
    case 'judging':
    case 'confirming':
      return open([
        named('reminded', silence.reminded),
        named('deputy', silence.deputyActs),
        named('secretariat', silence.secretariatTold),
      ]);
    case 'written': {
      const last = instantOf(charter, state.written.until, '00:00');
      const closes: Occasion = {
        prompt: 'close-written',
        occasion: writeOccasion<'clock'>({ what: 'close', mark: state.written.until }),
        at: last.add({ hours: 25 }),
      };
      const reminder: Occasion = {
        prompt: 'written',
        occasion: writeOccasion<'case-note'>({ what: 'written', mark: state.written.until }),
        at: instantOf(charter, state.written.until, charter.collaboration.defaults.promptsFrom),
      };
      return [...open([reminder]), closes];
    }
    case 'returned':
      return state.receipt === null ? open([again('receipt', silence.reminded)]) : [];
    case 'draft':
      return state.sentBack === null ? [] : open([again('back', silence.secretariatTold)]);
    case 'waiting':
      return state.aim === null ? open([again('stands', silence.secretariatTold)]) : [];
    case 'closed':
    case 'withdrawn':
      return [];
  }
}
