import { readOccasion, writeOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card } from '../kit/card.ts';
import { template } from '../kit/sheet.ts';
import { caseCard } from './case.ts';

/** Stands where a body was told before the case's own card stood there: it says the same. */
export const caseTold: Card<'case-told'> = {
  name: 'case-told',
  template,
  show: (desk, about, occasion, viewer) => {
    const told = readOccasion('case-told', occasion)?.mark;
    return caseCard.show(desk, about, told === undefined ? null : writeOccasion<'case'>({ what: 'in', mark: told }), viewer);
  },
  verbs: caseCard.verbs,
  judges: caseCard.judges ?? [],
};
