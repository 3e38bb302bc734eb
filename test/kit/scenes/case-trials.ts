import type { Charter } from '../../../bot/governance/charter/charter.ts';
import type { CaseFacts } from '../../../bot/governance/vocabulary/case/case.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk, type OnTheDesk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import type { CardScene } from './scene.ts';

/** A case on a trial: before anybody has written what it has shown, while they do, and after; and a case whose only way is a meeting. */
export function caseTrialScenes(
  on: OnTheDesk & { readonly charter: Charter },
  facts: Partial<CaseFacts>,
  viewers: { readonly everyone: Viewer; readonly chair: Viewer; readonly writing: Viewer; readonly member: string },
): readonly CardScene[] {
  const { everyone, chair, writing, member } = viewers;
  const { body = '', since = '' } = facts;
  const spread = { ...facts, matter: { kind: 'pilot', weighs: ['scaling'] } } as const;
  const tried = { ...facts, matter: { kind: 'pilot', weighs: [] } } as const;
  const founded = { ...spread, gates: [{ body, way: 'scale', evidence: { ref: 'evidence', mac: '' }, person: member }] } as const;
  const last = (model: Charter): Charter => ({ ...deciding(model), bodies: deciding(model).bodies.map(topmost) });
  const drawn = (
    state: Partial<CaseFacts>,
    model: (charter: Charter) => Charter = (same) => same,
    phase: 'judging' | 'waiting' = 'judging',
  ): Desk => desk({ ...on, charter: trying(model(on.charter)), states: { 'case/k1': caseIn(phase, state) } });
  const scene = (card: 'case' | 'ask', state: string, viewer: Viewer, from: Desk, occasion: string | null = null): CardScene => ({
    ...{ card, state, about: 'case/k1', occasion, viewer },
    desk: from,
  });
  const stuck = drawn({ ...tried, dealtWith: [`no-meeting-${body}`] }, undefined, 'waiting');
  return [
    scene('case', 'trial', everyone, drawn(spread)),
    scene('case', 'trial-chair', chair, drawn(spread)),
    scene('case', 'trial-deciding', everyone, drawn(spread, deciding)),
    scene('case', 'trial-last', everyone, drawn(spread, last)),
    scene('case', 'trial-founding', writing, drawn(spread)),
    scene('case', 'trial-untried', writing, drawn(tried)),
    scene('case', 'trial-founded', chair, drawn(founded)),
    scene('ask', 'trial', everyone, drawn(spread), `case-evidence-${since}`),
    scene('ask', 'trial-without-meeting', everyone, stuck, `case-stands-${since}`),
  ];
}

function trying(charter: Charter): Charter {
  const { collaboration } = charter;
  return { ...charter, collaboration: { ...collaboration, defaults: { ...collaboration.defaults, scalingPath: true } } };
}

/** As where every body decides for itself. */
export function deciding(charter: Charter): Charter {
  const decides = { kinds: [], any: [], unless: [], to: null, verdict: 'decides' } as const;
  return {
    ...charter,
    bodies: charter.bodies.map((each) => ({
      ...each,
      terms: each.terms.map((terms) => ({ ...terms, competence: [{ ...decides, clause: terms.clauses[0]?.id ?? '' }] })),
    })),
  };
}

function topmost(body: Charter['bodies'][number]): Charter['bodies'][number] {
  return { ...body, terms: body.terms.map((terms) => ({ ...terms, above: { stated: false } as const })) };
}
