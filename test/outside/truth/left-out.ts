interface LeftOut {
  readonly name: string;
  /** Sources of this pattern are left out of what is noted of a card. */
  readonly sources: string;
  /** This journey fails without them. */
  readonly journey: string;
}

/** Lists each kind of thing that a card is drawn from, as `bot/store/sources.ts` names it. */
export const leftOut: readonly LeftOut[] = [
  { name: 'fields of bodies', sources: '^body/', journey: 'case/journey.test' },
  { name: 'fields of meetings', sources: '^meeting/', journey: 'meeting/journey.changed' },
  { name: 'what is followed up', sources: '^follow-up/', journey: 'milestone/journey.test' },
  { name: 'texts', sources: ' texts$', journey: 'case/journey.test' },
  { name: 'names', sources: '^person ', journey: 'case/journey.test' },
  { name: 'what is parked', sources: '^parked$', journey: 'channel/journey.parked' },
  { name: 'the time', sources: '^the clock$', journey: 'meeting/journey.meeting-life' },
];
