import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import { yearStream } from '../../../bot/governance/vocabulary/year/streams.ts';
import type { YearMeeting, YearState } from '../../../bot/governance/vocabulary/year/year.ts';
import { year as yearRules } from '../../../bot/governance/year/year.ts';
import type { Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import type { CardScene } from './scene.ts';
import type { Cast, Setting } from './setting.ts';

const dates = [
  ['2015-03-10', '09:00', false],
  ['2015-06-04', '13:00', false],
  ['2015-07-07', '13:00', false],
  ['2015-09-08', '09:00', true],
  ['2015-12-01', '09:00', false],
] as const;

/** A body's year: proposed by the bot, put to the chairs, adjusted, confirmed; and what is said about it. */
export function yearScenes({ charter, language }: Setting, { on, body, secretary, member }: Cast): readonly CardScene[] {
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks: {},
  });
  const stream = yearStream(body, 2015);
  const seats = termsInForce(charter, body, '2015-02-23')?.keyRule.seats ?? [];
  const holders = seats.map((seat) => on.bodies?.[0]?.appointments.find((each) => each.seat === seat)?.person ?? member);
  const [first = member, second = member] = holders;
  const meetings = dates.map(
    ([date, time, cancelled], at): YearMeeting => ({
      id: `${at + 1}`,
      gathering: null,
      date,
      time,
      minutes: 120,
      joint: [],
      online: false,
      revision: 0,
      cancelled,
    }),
  );
  const turn = { seat: seats[0] ?? '', person: first, judgement: 'confirmed', at: '2015-02-16T09:00:00Z' } as const;
  const state: YearState = {
    ...(yearRules.initial(stream) as YearState),
    phase: 'proposed',
    edition: 2,
    askedAt: '2015-02-13T09:00:00Z',
    meetings,
    turns: [turn],
    waitingOn: [second],
  };
  const plain = { ...on, meetings: [] };
  const with_ = (change: Partial<YearState>, now = '2015-02-20T09:00:00Z') =>
    desk({ ...plain, now, states: { [stream]: { ...state, ...change } } });
  const nothing = desk(plain);
  const proposed = with_({});
  const confirmed = with_({ phase: 'confirmed', waitingOn: [], turns: [turn, { ...turn, seat: seats[1] ?? '', person: second }] });
  const scene =
    (card: CardName, about: CardScene['about'], occasion: string | null = null) =>
    (name: string, viewer: Viewer, from: CardScene['desk']): CardScene => ({ card, state: name, about, occasion, viewer, desk: from });
  const year = scene('year', stream);
  return [
    scene('year', `body/${body}`)('proposal', everyone, nothing),
    scene('year', yearStream(body, 2016))('proposal-secretary', as(secretary), nothing),
    year('proposed', everyone, proposed),
    year('proposed-chair', as(second), proposed),
    year('proposed-secretary', as(secretary), proposed),
    year('moving', as(secretary, 'move'), proposed),
    year('taking-out', as(secretary, 'out'), proposed),
    year('adding', as(secretary, 'add'), proposed),
    year('confirmed', everyone, confirmed),
    year('elsewhere', everyone, with_({ phase: 'elsewhere', turns: [] })),
    scene('ask', stream, 'year-2015-02-13T09:00:00Z')('proposed', everyone, proposed),
    scene('ask', stream, 'year-2015-02-13T09:00:00Z')('confirmed', everyone, confirmed),
    scene('year-short', `body/${body}`, 'short-2015-12-01')('short', everyone, desk({ ...plain, now: '2015-12-01T09:00:00Z' })),
    scene('year-short', `body/${body}`, 'short-2015-12-01')('done', everyone, desk({ ...plain, now: '2015-02-20T09:00:00Z' })),
  ];
}
