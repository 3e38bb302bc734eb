import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import type { Drafted } from '../../bot/model/draft.ts';
import { threeBodies } from './case-world.ts';

/** The three bodies, the panel's terms running out on the last day of May. */
export const runningOut: Charter = withPanel((terms) => [{ ...terms, until: '2015-05-31' }]);

const document = { short: 'U1', title: 'Udkast til kommissorium', file: 'udkast.yaml', sha256: '1'.repeat(64), lines: 40 };

/** A draft lets the panel decide matters of money itself from June on. */
export const drafted: Drafted = {
  inForce: runningOut,
  withDraft: { ...withPanel((terms) => [{ ...terms, until: '2015-05-31' }, next(terms)]), collaboration: withDocument() },
  versions: runningOut.bodies.flatMap(({ id, terms }) => (id === 'panel' ? terms.map(next) : [])),
  draft: { file: 'udkast.yaml', text: 'document: { short: U1, title: Udkast }\n', document },
};

function next(terms: Terms): Terms {
  const own = { id: 'panel-money', text: { da: 'Beslutter selv om penge.', en: 'Decides on money itself.' } };
  const source = { document: 'U1', section: '§3' };
  return {
    ...terms,
    id: 'panel@2015-06-01',
    hash: 'panel-2015-06-01',
    from: '2015-06-01',
    until: '2019-12-31',
    document: 'U1',
    period: source,
    clauses: [...terms.clauses, { ...own, kind: 'competence', source, state: { kind: 'enforced', by: 'who-decides' } }],
    competence: [{ kinds: [], any: ['economic'], unless: [], to: null, clause: own.id, verdict: 'decides' }, ...terms.competence],
  };
}

function withPanel(versions: (terms: Terms) => readonly Terms[]): Charter {
  const before = threeBodies();
  const bodies = before.bodies.map((each) => (each.id === 'panel' ? { ...each, terms: each.terms.flatMap(versions) } : each));
  return { ...before, bodies };
}

function withDocument(): Charter['collaboration'] {
  const { collaboration } = threeBodies();
  return { ...collaboration, documents: [...collaboration.documents, document] };
}
