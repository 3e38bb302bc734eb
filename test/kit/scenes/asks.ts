import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { flag } from '../../../bot/governance/knowledge/flag.ts';
import type { State } from '../../../bot/governance/vocabulary/all.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { FlagState } from '../../../bot/governance/vocabulary/knowledge/flag.ts';
import { streamOf } from '../../../bot/governance/vocabulary/stream.ts';
import type { Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
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
  return [
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
