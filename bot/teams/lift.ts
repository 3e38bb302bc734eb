import type { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../governance/body/body.ts';
import { isSecretary } from '../governance/people/roles.ts';
import { dateAt } from '../governance/time/calendar.ts';
import type { Stream } from '../governance/vocabulary/stream.ts';
import { idIn, isOf } from '../governance/vocabulary/stream.ts';
import type { Presser, Pressing } from './presser.ts';

/** Parked notices are lifted by administrators and by the secretaries of the body whose card shows them. */
export async function mayLift(
  { charter, store, desk }: Pick<Pressing, 'charter' | 'store' | 'desk'>,
  presser: Presser,
  about: Stream,
  now: Temporal.Instant,
): Promise<boolean> {
  if (presser.administrator) return true;
  if (!isOf(about, 'body')) return false;
  const state = (await store.recall(about))?.state;
  const body = state?.kind === 'body' ? state : emptyBody(idIn(about, 'body'));
  const { one } = await desk(now);
  return isSecretary(charter(), body, presser.person, dateAt(charter(), now), one);
}
