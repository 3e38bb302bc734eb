import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { initiative } from '../../../bot/governance/initiative/initiative.ts';
import { followUp } from '../../../bot/governance/milestone/follow-up.ts';
import type { State } from '../../../bot/governance/vocabulary/all.ts';
import type { Indicator, InitiativeState } from '../../../bot/governance/vocabulary/initiative.ts';
import type { FollowUpRow, FollowUpState, RowAnswer, Status } from '../../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import type { Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import type { CardScene } from './scene.ts';
import { type Cast, now, type Setting } from './setting.ts';
import { statusText } from './words.ts';

const ref = (name: string) => ({ ref: name, mac: '' });

/** How a body and those under it stand: with nothing to say, a few milestones, and forty of them with figures. */
export function statusScenes({ charter, language }: Setting, { on, body, member }: Cast): readonly CardScene[] {
  const everyone: Viewer = { kind: 'everyone', language };
  const own: Viewer = { kind: 'person', language, person: member, administrator: false, open: null, picks: {} };
  const above = charter.bodies.find((each) => each.terms.some((terms) => terms.body !== body && terms.above.stated === false))?.id ?? body;
  const top = charter.bodies.find(({ id }) =>
    charter.bodies.some(({ terms }) => terms.some((each) => each.above.stated && each.above.value === id)),
  )?.id;
  const answered = (status: Status, expected: string | null): RowAnswer => ({
    status,
    expected,
    why: status === 'late' || status === 'at-risk' ? ref('why') : null,
    needs: null,
    textsIn: `follow-up/${body}`,
    person: member,
    recordedBy: null,
    on: '2015-02-20',
    at: '2015-02-20T09:00:00Z',
  });
  const row = (at: number, answer: RowAnswer | null, change: Partial<FollowUpRow> = {}): FollowUpRow => ({
    plan: body,
    milestone: `m${at}`,
    key: `${body}.m${at}`,
    deliverable: { text: ref(`deliverable-${at % 4}`), in: `milestone-plan/${body}` },
    initiative: null,
    owner: member,
    from: null,
    due: `2015-0${(at % 6) + 1}-1${at % 9}`,
    neededBy: null,
    since: '2015-01-05',
    withdrawn: false,
    answer,
    corrections: 0,
    askedOn: '2015-02-16',
    silentQuarters: 0,
    attention: null,
    ...change,
  });
  const statuses = [
    answered('late', '2015-07-31'),
    answered('at-risk', '2015-07-15'),
    null,
    answered('follows', null),
    answered('done', '2015-02-18'),
  ];
  const asking = (of: string, rows: readonly FollowUpRow[]): FollowUpState => ({ ...followUp.initial(`follow-up/${of}`), rows });
  const few = asking(body, [row(0, statuses[0] ?? null), row(1, null), row(2, statuses[3] ?? null), row(3, statuses[4] ?? null)]);
  const forty = asking(
    body,
    Array.from({ length: 40 }, (_each, at) => row(at, statuses[at % 5] ?? null)),
  );
  const elsewhere = asking(above, [row(41, null), row(42, statuses[1] ?? null)]);
  const indicator = (id: string, values: readonly number[], target: number | null): Indicator => ({
    id,
    name: ref(`figure-${id}`),
    unit: ref(`unit-${id}`),
    baseline: 31.5,
    target,
    direction: 'down',
    reportedBy: body,
    every: 'quarter',
    since: '2014-01-02',
    values: values.map((value, at) => ({
      value,
      of: `2014-${String(at * 3 + 1).padStart(2, '0')}-15`,
      was: null,
      on: '2015-02-02',
      person: member,
    })),
  });
  const measured: InitiativeState = {
    ...initiative.initial('initiative/i1'),
    owner: body,
    indicators: [indicator('one', [31.5, 28, 24.25, 19], 20), indicator('two', [12], 5), indicator('none', [], null)],
    since: '2014-01-02T09:00:00Z',
  };
  const { secretariat } = charter.collaboration;
  const seat = termsInForce(charter, secretariat, '2015-02-23')?.seats.find(({ role }) => role === 'secretary')?.id ?? '';
  const appointments = [{ id: 's1', seat, person: member, from: '2015-01-01', until: null, deputies: [] }];
  const serving = { ...emptyBody(secretariat), appointments };
  const standing = (states: Readonly<Partial<Record<Stream, State>>>) => ({
    ...on,
    charter,
    now,
    states,
    words: { ...on.words, ...statusText },
  });
  const scene = (
    state: string,
    viewer: Viewer,
    of: Readonly<Partial<Record<Stream, State>>>,
    about = body,
    occasion: string | null = null,
  ): CardScene => ({
    card: 'status',
    state,
    about: `body/${about}`,
    occasion,
    viewer,
    desk: desk(standing(of)),
  });
  const all = { [`follow-up/${body}`]: forty, [`follow-up/${above}`]: elsewhere, 'initiative/i1': measured };
  return [
    scene('none', everyone, {}),
    scene('few', everyone, { [`follow-up/${body}`]: few }),
    scene('forty', everyone, all),
    scene('forty-own', own, all),
    scene('quarter', everyone, all, top ?? body, 'status-2015-Q1'),
    { ...scene('quarter-read', everyone, all, top ?? body, 'status-2015-Q1'), desk: desk({ ...standing(all), bodies: [serving] }) },
  ];
}
