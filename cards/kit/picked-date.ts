import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../bot/governance/charter/charter.ts';
import type { Viewer } from './card.ts';

/** The date somebody picked for their own view; today where it is none. */
export function pickedDate(viewer: Viewer, today: IsoDate): IsoDate {
  const picked = viewer.kind === 'person' ? viewer.picks.asOf : undefined;
  try {
    return picked ? Temporal.PlainDate.from(picked).toString() : today;
  } catch {
    return today;
  }
}
