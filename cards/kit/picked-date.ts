import type { IsoDate } from '../../bot/governance/charter/charter.ts';
import { dayWritten } from '../../bot/governance/time/written.ts';
import type { Viewer } from './card.ts';

/** The date somebody picked for their own view; today where it is none. */
export function pickedDate(viewer: Viewer, today: IsoDate): IsoDate {
  return (viewer.kind === 'person' && dayWritten(viewer.picks.asOf ?? '')) || today;
}
