import type { IsoDate } from '../../governance/charter/charter.ts';
import { type RecordedCase, recordedCase } from '../../governance/register/rehearse.ts';
import { idIn } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';

/** A recorded case with what it was called; null: that has been erased. */
export interface TitledCase extends RecordedCase {
  readonly id: string;
  readonly title: string | null;
}

/** Every case raised on a date or later and not withdrawn, by the day it was raised. */
export async function recordedCases(store: Store, from: IsoDate): Promise<readonly TitledCase[]> {
  const cases: TitledCase[] = [];
  for (const stream of await store.ofKind('case')) {
    const events = (await store.history(stream)).map(({ event }) => event);
    const recorded = recordedCase(events);
    if (!recorded || recorded.withdrawn || recorded.raised < from) continue;
    const titles = events.flatMap((event) =>
      event.type === 'CaseDrafted' || event.type === 'CaseEdited' ? [event.content.title.ref] : [],
    );
    const title = (await store.texts(stream)).get(titles.at(-1) ?? '')?.words ?? null;
    cases.push({ ...recorded, id: idIn(stream, 'case'), title });
  }
  return cases.sort((a, b) => (`${a.raised} ${a.number ?? a.id}` < `${b.raised} ${b.number ?? b.id}` ? -1 : 1));
}
