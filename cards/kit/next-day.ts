import { wall } from '../../bot/governance/time/calendar.ts';
import type { IsoInstant } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk } from './card.ts';

/** When the collaboration's next day begins. */
export function nextDay({ charter, now }: Desk): IsoInstant {
  return wall(charter, now).startOfDay().add({ days: 1 }).toInstant().toString();
}
