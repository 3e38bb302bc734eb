import { emptyBody } from '../../../bot/governance/body/body.ts';
import type { BodyState } from '../../../bot/governance/vocabulary/body.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { CalledMeeting } from '../../../bot/governance/vocabulary/meeting.ts';
import { type Stream, streamOf } from '../../../bot/governance/vocabulary/stream.ts';
import { yearStream } from '../../../bot/governance/vocabulary/year/streams.ts';
import type { YearState } from '../../../bot/governance/vocabulary/year/year.ts';
import { year } from '../../../bot/governance/year/year.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { itemIn, minuted } from '../states/meeting.ts';
import type { CardScene } from './scene.ts';
import { type Cast, now, type Setting } from './setting.ts';
import { itemWords } from './words.ts';

/** What cards say when time has gone on since they were posted: a meeting held, moved or called off, seats that changed, a year that fell short. */
export function laterScenes({ charter, language }: Setting, { on, body, meeting, secretary }: Cast): readonly CardScene[] {
  const everyone: Viewer = { kind: 'everyone', language };
  const runs: Viewer = { ...{ kind: 'person', language, person: secretary, administrator: false, open: null, picks: {} } };
  const here = streamOf('body', body);
  const sitting = streamOf('meeting', meeting.meeting);
  const words = { ...on.words, ...itemWords };
  const items = [itemIn({ id: 'i1', title: { ref: 'item-1', mac: '' } }), itemIn({ id: 'i2', title: { ref: 'item-6', mac: '' } })];
  const at = (when: string, first: CalledMeeting): Desk =>
    desk({ ...on, now: when, words, meetings: [first, ...(on.meetings ?? []).slice(1)] });
  const scene = (card: CardName, about: Stream, occasion: string | null, state: string, viewer: Viewer, from: Desk): CardScene => ({
    ...{ card, about, occasion, state, viewer, desk: from },
  });
  const with_ = (change: (state: BodyState) => BodyState, when = now): Desk =>
    desk({ ...on, now: when, bodies: (on.bodies ?? []).map((each) => (each.body === body ? change(each) : each)) });
  const off = at(now, { ...meeting, phase: 'cancelled', reason: { ref: 'why', mac: '' } });
  const due = at('2015-03-20T09:00:00Z', minuted(meeting, { items, agendaSent: true, commentsUntil: '2015-03-17' }));
  const passing = with_((state) => ({
    ...state,
    appointments: state.appointments.map((each, place) => ({
      ...each,
      from: place === 1 ? '2015-02-01' : each.from,
      until: place === 2 ? '2015-06-30' : each.until,
    })),
  }));
  const dates = yearStream(body, 2015);
  const proposed: YearState = { ...year.initial(dates), phase: 'proposed', edition: 1, askedAt: '2015-02-13T09:00:00Z' };
  const confirmed: YearState = { ...proposed, phase: 'confirmed' };
  return [
    scene('note', sitting, 'agenda-out', 'agenda-called-off', everyone, off),
    scene('note', sitting, 'minutes-out', 'comments-over', everyone, due),
    scene('meeting', sitting, null, 'comments-over', everyone, due),
    scene('meeting', sitting, null, 'items-proposed', everyone, at(now, { ...meeting, items })),
    scene('meeting-change', sitting, null, 'over', runs, off),
    scene('reminder', sitting, 'reminder-2015-02-20', 'moved', everyone, at(now, { ...meeting, moves: 1 })),
    scene('seats', here, null, 'changing', everyone, passing),
    scene('seats', here, null, 'before', everyone, desk({ ...on, now: '1999-01-01T09:00:00Z' })),
    scene('seats', here, null, 'run-out', everyone, desk({ ...on, now: '2030-01-02T09:00:00Z' })),
    scene(
      'year',
      dates,
      null,
      'nobody-seated',
      everyone,
      desk({ ...on, meetings: [], bodies: [emptyBody(body)], states: { [dates]: proposed } }),
    ),
    scene('year', dates, null, 'beside', everyone, desk({ ...on, states: { [dates]: confirmed } })),
    scene(
      'year-short',
      here,
      'short-2015-12-01',
      'newer',
      everyone,
      with_((state) => ({ ...state, shortSaid: ['2015-12-01', '2016-01-04'] }), '2016-01-04T09:00:00Z'),
    ),
    scene('year', here, null, 'run-out', everyone, desk({ charter, now: '2020-01-10T09:00:00Z' })),
  ];
}
