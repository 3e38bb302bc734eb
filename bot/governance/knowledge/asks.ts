import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { ExperienceState } from '../vocabulary/knowledge/experience.ts';
import type { FlagState } from '../vocabulary/knowledge/flag.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** Somebody in the body that gathers experience is asked to read it. Those it is spread to may answer; nobody is waited for. */
export function experienceAsks(about: Stream, { phase, since, from, assessor }: ExperienceState): readonly Ask[] {
  if (phase !== 'told') return [];
  const under = assessor === from ? `${about}:experience` : `${about}:experience@in-${assessor}`;
  return [askFor(about, 'experience-assess', since, { since, of: { keys: assessor }, ladder: 'keys', where: assessor, under })];
}

/** The chairs are asked for an answer in words. */
export function flagAsks(about: Stream, { phase, since, body }: FlagState): readonly Ask[] {
  if (phase !== 'open') return [];
  return [askFor(about, 'flag-answer', since, { since, of: { keys: body }, ladder: 'keys', where: body, under: `${about}:flag` })];
}
