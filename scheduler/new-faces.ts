import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../bot/governance/charter/charter.ts';
import { facesRecord } from '../bot/store/record-name.ts';
import { model } from '../bot/store/sources.ts';
import type { Store } from '../bot/store/store.ts';
import { stampOf, whereNew } from './stamp.ts';

const drawing = ['../bot/governance/', '../cards/'].map((folder) => new URL(folder, import.meta.url));

/** After an upgrade, or with another model, every card that stands is looked at again; it is sent where it says something else. Returns whether that was so. */
export async function lookAgainIfNew(store: Store, charter: Charter, now: Temporal.Instant): Promise<boolean> {
  const stamp = await stampOf(drawing, { ...charter, daysOff: [...charter.daysOff].sort() });
  const asked = await whereNew(store, facesRecord, stamp, async () => {
    await store.touch([model], now.epochMilliseconds);
    return true;
  });
  return asked ?? false;
}
