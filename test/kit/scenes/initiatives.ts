import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { initiative } from '../../../bot/governance/initiative/initiative.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { InitiativeState } from '../../../bot/governance/vocabulary/initiative.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { agreement } from '../parts.ts';
import type { CardScene } from './scene.ts';
import { type Cast, clustersOf, now, type Setting } from './setting.ts';
import { initiativeText } from './words.ts';

/** Initiatives: none yet, handed out, begun, well on the way, asked about, moved, closed. */
export function initiativeScenes({ charter: model, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, stranger, member, secretary } = there;
  const charter = model.agreement.length > 0 ? model : { ...model, agreement };
  const hub = charter.collaboration.secretariat;
  const goals = charter.agreement.filter(({ kind }) => kind === 'vision' || kind === 'content-area').map(({ id }) => id);
  const parts = charter.agreement.filter(({ kind }) => kind === 'initiative');
  const seated = on.bodies?.[0] ?? emptyBody(body);
  const keys = termsInForce(charter, body, '2015-02-23')?.keyRule.seats ?? [];
  const chair = seated.appointments.find(({ seat }) => seat === keys[0])?.person ?? stranger;
  const elsewhere = charter.bodies.find(({ id, outside, kind }) => id !== body && !outside && kind === 'theme-group')?.id ?? hub;
  const clusters = clustersOf(charter, body);
  const id = parts[0]?.id ?? 'quit';
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}, administrator = false): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator,
    open,
    picks,
  });
  const fresh: InitiativeState = {
    ...initiative.initial(`initiative/${id}`),
    part: id,
    owner: body,
    under: parts[0]?.under ?? [],
    since: '2015-02-02T08:00:00Z',
  };
  const value = (of: string, amount: number, was: number | null) => ({ value: amount, of, was, on: '2015-02-20', person: member });
  const full: InitiativeState = {
    ...fresh,
    stage: 'implementation',
    under: goals,
    clusters: clusters.slice(0, 6),
    patients: { text: ref('patients'), on: '2015-02-18', person: chair },
    deliverables: Array.from({ length: 9 }, (_each, at) => ({
      id: `d${at}`,
      kind: at % 2 === 0 ? ('tool' as const) : ('framework-agreement' as const),
      title: ref(`tool-${at % 6}`),
      link: at === 0 ? ref('link') : null,
      done: at % 3 === 0 ? '2015-02-10' : null,
    })),
    indicators: [
      { ...measure('i0', body), values: [value('2014-12-31', 1050, null), value('2015-01-31', 1180, 1190)] },
      {
        ...{ ...measure('i1', clusters[0] ?? body), name: ref('days'), unit: ref('unit-days') },
        ...({ direction: 'down', baseline: null, target: 10, values: [] } as const),
      },
    ],
  };
  const asked: InitiativeState = { ...full, patientsAsked: '2015-H2', indicatorsAsked: { quarter: '2015-Q3', indicators: ['i0', 'i1'] } };
  const own: InitiativeState = { ...full, initiative: 'own', part: null, title: ref('own'), stage: 'closed' };
  const withThem = (states: readonly InitiativeState[], at = now): Desk =>
    desk({
      ...on,
      charter,
      now: at,
      states: Object.fromEntries(states.map((state) => [`initiative/${state.initiative}`, state])),
      words: { ...on.words, ...initiativeText },
    });
  const scene =
    (card: CardName, occasion: string | null = null, about: CardScene['about'] = `initiative/${id}`) =>
    (state: string, viewer: Viewer, of: readonly InitiativeState[], at?: string): CardScene => ({
      card,
      state,
      about,
      occasion,
      viewer,
      desk: withThem(of, at),
    });
  const list = scene('initiatives', null, `body/${body}`);
  const office = scene('initiatives', null, `body/${hub}`);
  const card = scene('initiative', `in-${body}`);
  const all = [
    full,
    own,
    ...Array.from({ length: 14 }, (_each, at) => ({
      ...{ ...own, initiative: `own-${at}`, stage: 'framework' as const },
      title: ref(at % 5 === 0 ? 'own' : `own-${at % 5}`),
    })),
  ];
  const july = '2015-08-04T08:00:00Z';
  return [
    list('none', everyone, []),
    list('some', everyone, all),
    list('chair', as(chair), all),
    list('beginning', as(chair, 'new'), []),
    list('begun', as(chair, 'begun'), [{ ...own, stage: 'development' }]),
    office('office', everyone, [full]),
    office('assigning', as(stranger, 'assign', {}, true), [full]),
    office('assigned', as(stranger, 'assigned', {}, true), [full]),
    card('fresh', everyone, [fresh]),
    card('fresh-chair', as(chair), [fresh]),
    card('full', everyone, [full]),
    card('full-member', as(member), [full]),
    card('full-chair', as(chair), [full]),
    card('edit', as(secretary, 'edit'), [full]),
    card('stage', as(chair, 'stage'), [full]),
    card('patients', as(chair, 'patients'), [full]),
    card('clusters', as(chair, 'clusters'), [full]),
    card('under', as(chair, 'under'), [full]),
    card('which-deliverable', as(chair, 'which-deliverable'), [full]),
    card('deliverable', as(chair, 'deliverable'), [fresh]),
    card('deliverable-again', as(chair, 'deliverable', { line: 'd0' }), [full]),
    card('which-indicator', as(chair, 'which-indicator'), [full]),
    card('indicator', as(chair, 'indicator'), [fresh]),
    card('indicator-again', as(chair, 'indicator', { line: 'i0' }), [full]),
    card('report', as(chair, 'report'), [full]),
    card('drop', as(chair, 'drop'), [full]),
    card('closed', as(chair), [{ ...full, stage: 'closed' }]),
    card('moved', everyone, [{ ...full, owner: elsewhere }]),
    card('asked', everyone, [asked], july),
    card('moved-away', everyone, [{ ...full, owner: elsewhere, clusters: [], indicators: [] }]),
    card('erased', everyone, [{ ...fresh, part: null, title: ref('erased') }]),
    scene('mine', null, `body/${body}`)('patients', as(chair), [asked], july),
    scene('mine', null, `body/${body}`)('numbers', as(chair), [{ ...asked, patientsAsked: null }], july),
    scene('initiative', `in-${body}`, 'initiative/own')('own', everyone, [{ ...own, stage: 'framework', owner: body }]),
    scene('ask', `initiative-patients-2015-H2-in-${body}`)('patients', everyone, [asked], july),
    scene('ask', `initiative-numbers-2015-Q3-in-${body}`)('numbers', everyone, [asked], july),
    scene('ask', `initiative-patients-2015-H1-in-${body}`)('answered', everyone, [full]),
  ];
}

function measure(id: string, reportedBy: string) {
  return {
    id,
    name: ref('smokers'),
    unit: ref('unit'),
    baseline: 900,
    target: 1_400,
    direction: 'up' as const,
    reportedBy,
    every: 'quarter' as const,
    since: '2015-02-02',
  };
}

function ref(name: string) {
  return { ref: name, mac: '' };
}
