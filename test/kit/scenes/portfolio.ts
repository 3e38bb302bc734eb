import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { portfolio } from '../../../bot/governance/portfolio/portfolio.ts';
import type { PortfolioState, Wish } from '../../../bot/governance/vocabulary/portfolio.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { agreement } from '../parts.ts';
import type { CardScene } from './scene.ts';
import { type Cast, clustersOf, now, type Setting } from './setting.ts';
import { portfolioText } from './words.ts';

/** A body's solutions in operation: none, asked about, half followed up, with wishes; and as the body above reads them. */
export function portfolioScenes({ charter: model, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, stranger, member } = there;
  const parts = model.agreement.length > 0 ? model.agreement : agreement;
  const ids = parts.filter(({ kind }) => kind === 'solution').map(({ id }) => id);
  const clause = termsInForce(model, body, '2015-02-23')?.clauses[0]?.id ?? 'none';
  const charter = {
    ...model,
    agreement: parts,
    bodies: model.bodies.map((each) => ({
      ...each,
      terms: each.terms.map((terms) => (each.id === body ? { ...terms, portfolio: { solutions: ids, clause } } : terms)),
    })),
  };
  const seated = on.bodies?.[0] ?? emptyBody(body);
  const keys = termsInForce(charter, body, '2015-02-23')?.keyRule.seats ?? [];
  const chair = seated.appointments.find(({ seat }) => seat === keys[0])?.person ?? stranger;
  const about = `portfolio/${body}` as const;
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks: {},
  });
  const asked: PortfolioState = { ...portfolio.initial(about), asked: '2015-Q1' };
  const followUp = (solution: string, says: 'yes' | 'no', quarter: '2014-Q4' | '2015-Q1') => ({
    solution,
    verdicts: [
      { goal: 'quality', says: 'yes' },
      { goal: 'citizen', says },
      { goal: 'economy', says: 'unknown' },
    ] as const,
    text: says === 'no' ? ref('follow') : null,
    quarter,
    on: quarter === '2015-Q1' ? '2015-02-12' : '2014-11-03',
    person: member,
  });
  const wish = (at: number): Wish => ({
    id: `w${at}`,
    title: ref(`wish-${at % 5}`),
    solution: at % 2 === 0 ? (ids[0] ?? null) : null,
    level: (['local', 'joint', 'national'] as const)[at % 3] ?? 'joint',
    on: '2015-02-02',
    person: member,
  });
  const full: PortfolioState = {
    ...asked,
    added: [{ id: 'own', name: ref('own') }],
    progress: { own: 'expected' },
    use: { own: clustersOf(charter, body).slice(0, 3) },
    followUps: [
      ...ids.slice(0, 1).map((id) => followUp(id, 'yes', '2015-Q1')),
      followUp('own', 'no', '2015-Q1'),
      ...ids.slice(1, 2).map((id) => followUp(id, 'yes', '2014-Q4')),
    ],
    wishes: Array.from({ length: 14 }, (_each, at) => wish(at)),
  };
  const answered: PortfolioState = {
    ...full,
    followUps: full.followUps.map((each) =>
      each.text === null ? each : { ...each, answered: { text: ref('answer'), on: '2015-02-20', person: chair } },
    ),
  };
  const done: PortfolioState = { ...asked, followUps: ids.map((id) => followUp(id, 'yes', '2015-Q1')) };
  const withIt = (state: PortfolioState | null, follows = true): Desk =>
    desk({
      ...on,
      charter: follows ? charter : { ...model, agreement: parts },
      now,
      states: state ? { [about]: state } : {},
      words: { ...on.words, ...portfolioText },
    });
  const scene = (state: string, viewer: Viewer, of: PortfolioState | null, occasion: string | null = '2015-Q1'): CardScene => ({
    card: 'portfolio',
    state,
    about,
    occasion,
    viewer,
    desk: withIt(of),
  });
  const no = `2015-02-12-own-${member}`;
  return [
    { ...scene('none', as(chair), null), about: `body/${body}`, occasion: null, desk: withIt(null, false) },
    { ...scene('word', everyone, null), about: `body/${body}`, occasion: null },
    scene('asked', everyone, asked),
    scene('asked-member', as(member), asked),
    scene('half', everyone, full),
    scene('half-chair', as(chair), full),
    scene('done', everyone, done),
    scene('told', everyone, full, '2015-Q1-in-above'),
    scene('over', everyone, full, '2014-Q4'),
    scene('following', as(member, 'follow'), full),
    scene('answering', as(chair, 'answer'), full),
    scene('no-answered', everyone, answered),
    { ...scene('no', everyone, full, `portfolio-no-${no}`), card: 'ask' },
    { ...scene('no', everyone, answered, no), card: 'answer-note' },
    scene('wishing', as(member, 'wish'), full),
    scene('edit', as(chair, 'edit'), full),
    scene('ordering', as(chair, 'order'), full),
    scene('closing', as(chair, 'close'), full),
    scene('new-solution', as(chair, 'solution'), full),
    scene('progress', as(chair, 'progress'), full),
    scene('use', as(chair, 'use'), full),
  ];
}

function ref(name: string) {
  return { ref: name, mac: '' };
}
