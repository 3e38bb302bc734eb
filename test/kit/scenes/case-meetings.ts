import type { CaseFacts } from '../../../bot/governance/vocabulary/case/case.ts';
import type { MeetingWithoutMinutes } from '../../../bot/governance/vocabulary/meeting.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk, type OnTheDesk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import { itemIn, minuted } from '../states/meeting.ts';
import type { CardScene } from './scene.ts';

/** A case around the meeting it aims at: before it, while it lasts, after it, and where it came to nothing. */
export function caseMeetingScenes(
  on: OnTheDesk,
  facts: Partial<CaseFacts>,
  viewers: { readonly everyone: Viewer; readonly secretary: Viewer },
): readonly CardScene[] {
  const [next] = (on.meetings ?? []).filter(({ meeting }) => meeting === 'm1');
  if (next?.minutes !== 'none') throw new Error('the scene has no meeting to aim at');
  const aim = { meeting: 'meeting/m1', start: next.start, papersBy: next.deadlines.items } as const;
  const item = itemIn({ id: 'case-k1', about: 'case/k1' });
  const aimed = { ...next, body: facts.at ?? next.body, items: [item] };
  const at = (time: string, meeting: MeetingWithoutMinutes | ReturnType<typeof minuted>): Desk =>
    desk({ ...on, now: time, meetings: [meeting], states: { 'case/k1': caseIn('waiting', { ...facts, aim }) } });
  const result = { errand: 'meeting/m1#9/result-case-k1', rule: 'result-case-k1' };
  const refusal = { refused: 'not-ours-to-decide', clause: null } as const;
  const refused = minuted(
    { ...aimed, refusedErrands: [{ type: 'ErrandRefused', v: 1, ...result, refusal }] },
    { items: [{ ...item, outcome: { kind: 'decided', text: null } }] },
  );
  const minutes = (kind: 'carried' | 'decided') => minuted(aimed, { items: [{ ...item, outcome: { kind, text: null } }] });
  const scene = (state: string, drawn: Desk, viewer = viewers.everyone): CardScene => ({
    card: 'case',
    state,
    about: 'case/k1',
    occasion: null,
    viewer,
    desk: drawn,
  });
  return [
    scene('on-agenda', at('2015-02-23T08:00:00Z', aimed)),
    scene('dealt-with-now', at('2015-03-18T09:00:00Z', aimed)),
    scene('minutes-awaited', at('2015-03-20T09:00:00Z', aimed)),
    scene('minutes-missing', at('2015-04-20T09:00:00Z', aimed)),
    scene('minutes-missing-secretary', at('2015-04-20T09:00:00Z', aimed), viewers.secretary),
    scene('missed-secretary', at('2015-03-20T09:00:00Z', { ...aimed, items: [] }), viewers.secretary),
    scene('put-off', at('2015-03-25T09:00:00Z', minutes('carried'))),
    scene('result-comes', at('2015-03-25T09:00:00Z', minutes('decided'))),
    scene('called-off', at('2015-03-10T09:00:00Z', { ...aimed, phase: 'cancelled' })),
    scene('result-refused-secretary', at('2015-03-25T09:00:00Z', refused), viewers.secretary),
  ];
}
