import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { flag } from '../../../bot/governance/knowledge/flag.ts';
import { portfolio } from '../../../bot/governance/portfolio/portfolio.ts';
import type { State } from '../../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../../bot/governance/vocabulary/body.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { FlagState } from '../../../bot/governance/vocabulary/knowledge/flag.ts';
import { type Stream, streamOf } from '../../../bot/governance/vocabulary/stream.ts';
import type { Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import type { CardScene } from './scene.ts';
import type { Cast, Setting } from './setting.ts';

const spoken = '2015-03-02';
const later = '2015-03-09T09:00:00Z';

/** The secretariat's list of what nobody answers: empty, with a few lines, with more than it can show, and a secretary who lets one lie. */
export function askScenes({ charter, language }: Setting, { on, body, member, stranger }: Cast): readonly CardScene[] {
  const { secretariat } = charter.collaboration;
  const everyone: Viewer = { kind: 'everyone', language };
  const runs = (open: string | null = null): Viewer => ({
    kind: 'person',
    language,
    person: stranger,
    administrator: true,
    open,
    picks: {},
  });
  const holds = (role: string) =>
    (termsInForce(charter, body, spoken)?.seats ?? []).filter((each) => each.role === role).map(({ id }) => id);
  const seat = termsInForce(charter, secretariat, spoken)?.seats.find(({ role }) => role === 'secretary')?.id ?? '';
  const appointments = [{ id: 's1', seat, person: member, from: '2015-01-01', until: null, deputies: [] }];
  const raised = (at: number): FlagState => ({
    ...flag.initial(streamOf('flag', `f${at}`)),
    phase: 'open',
    body,
    by: stranger,
    concern: at % 2 === 0 ? 'problem' : 'adjustment',
    text: { ref: 'flagged', mac: '' },
    since: `2015-01-${String((at % 27) + 1).padStart(2, '0')}T09:00:00Z`,
  });
  const listed = (silent: number, said: string | null = spoken) => {
    const flags = Array.from({ length: silent }, (_each, at) => raised(at));
    const unanswered = flags.map(({ flag: id, since }) => ({ about: streamOf('flag', id), ask: `flag-answer-${since}` }));
    const known = on.bodies?.find((each) => each.body === secretariat) ?? { ...emptyBody(secretariat), appointments };
    const listing = { ...known, unanswered, unansweredSaid: said };
    const bodies = [...(on.bodies ?? []).filter((each) => each.body !== secretariat), listing];
    const states = Object.fromEntries(flags.map((each): [string, State] => [streamOf('flag', each.flag), each]));
    return desk({ ...on, charter, now: later, bodies, states, words: { ...on.words, flagged: 'Planen når ikke praksis' } });
  };
  const scene =
    (card: CardName, occasion: string | null = null) =>
    (state: string, viewer: Viewer, silent: number, said?: string): CardScene => ({
      card,
      state,
      about: streamOf('body', secretariat),
      occasion,
      viewer,
      desk: listed(silent, said),
    });
  const list = scene('unanswered');
  const note = scene('unanswered-note', `said-${spoken}`);
  const seatedIn = on.bodies?.find((each) => each.body === body) ?? emptyBody(body);
  const serving = { ...emptyBody(secretariat), appointments };
  const asked = raised(1);
  const result = { body, kind: 'decided', text: null, textsIn: 'meeting/m1', via: 'meeting' } as const;
  const solutions = streamOf('portfolio', body);
  const followed = {
    ...portfolio.initial(solutions),
    asked: '2015-Q1',
    added: [{ id: 'own', name: { ref: 'flagged', mac: '' } }],
  } as const;
  const states: Readonly<Record<string, State>> = {
    'flag/f1': asked,
    'case/k1': caseIn('returned', { body, at: body, by: null, since: asked.since, result }),
    'case/k2': caseIn('written', { body, at: body, written: { until: '2015-03-10', answers: [] } }),
    [solutions]: followed,
  };
  const heldBy = (here: BodyState) =>
    desk({ ...on, charter, now: later, bodies: [here, serving], states, words: { ...on.words, flagged: 'Planen når ikke praksis' } });
  const away = {
    ...seatedIn,
    appointments: seatedIn.appointments.map((each) => ({ ...each, deputies: [] })),
    absences: seatedIn.appointments
      .filter((each) => !holds('secretary').includes(each.seat))
      .map(({ person }) => ({ person, from: '2015-03-01', until: '2015-03-31' })),
  };
  const inPlace = (card: CardName, about: Stream, occasion: string, state: string, here: BodyState): CardScene => ({
    ...{ card, about, occasion, state, viewer: everyone },
    desk: heldBy(here),
  });
  return [
    inPlace('ask', 'flag/f1', `flag-answer-${asked.since}`, 'chairs-away', away),
    inPlace('ask', 'case/k1', `case-receipt-${asked.since}`, 'no-chairs', emptyBody(body)),
    inPlace('ask', solutions, 'portfolio-2015-Q1', 'nobody', emptyBody(body)),
    inPlace('ask', 'case/k2', 'case-written-2015-03-10', 'all-away', away),
    list('none', everyone, 0),
    list('few', everyone, 3),
    list('many', everyone, 40),
    list('secretary', runs(), 3),
    list('lie', runs('lie'), 40),
    note('some', everyone, 3),
    note('one', everyone, 1),
    note('again', everyone, 3, '2015-03-16'),
    note('none', everyone, 0),
  ];
}
