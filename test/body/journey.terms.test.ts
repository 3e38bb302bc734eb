import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { proposeDraft } from '../../bot/cli/model/draft-propose.ts';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import { competenceOn } from '../../bot/governance/charter/competence.ts';
import { happened, judges, openCases, theCase, threeBodies } from '../kit/case-world.ts';
import { startConnector } from '../kit/teams/connector.ts';
import type { World } from '../kit/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'samspil-terms-'));
const store = join(folder, 'samspil.db');
let world: World;
let living: World | null = null;
const connector = await startConnector({ now: () => living?.now().epochMilliseconds ?? 0 });
afterAll(async () => {
  await world.close();
  await connector.close();
  rmSync(folder, { recursive: true });
});

const before = threeBodies();
/** The draft lets the panel decide matters of money itself. */
const after = ((): Charter => {
  const own = { id: 'panel-money', text: { da: 'Beslutter selv om penge.', en: 'Decides on money itself.' } };
  const next = (terms: Terms): Terms => ({
    ...terms,
    id: 'panel@2015-06-01',
    hash: 'panel-2015-06-01',
    from: '2015-06-01',
    clauses: [
      ...terms.clauses,
      { ...own, kind: 'competence', source: { document: 'U1', section: '§3' }, state: { kind: 'enforced', by: 'who-decides' } },
    ],
    competence: [{ kinds: [], any: ['economic'], unless: [], to: null, clause: own.id, verdict: 'decides' }, ...terms.competence],
  });
  const bodies = before.bodies.map((each) => (each.id === 'panel' ? { ...each, terms: [...each.terms, ...each.terms.map(next)] } : each));
  return { ...before, bodies };
})();
const drafted = { inForce: before, withDraft: after, bodies: ['panel'] };
const money = { kind: 'professional', weighs: ['economic'] } as const;
const onCase = { on: 'Sag PANEL 2015-01', in: 'Panelet' };

describe('new terms of reference, from a draft to the day they are in force', () => {
  test('proposing a draft raises a case that tells the body what changes, and proposing it again adds nothing', async () => {
    world = await openCases('2015-02-02T09:00', { connector, store });
    living = world;
    const [line] = await proposeDraft(world.store, drafted, 'https://papirer.example/udkast', world.now());
    expect(line).toContain('panel: the case is drafted as case/');
    const [again] = await proposeDraft(world.store, drafted, 'https://papirer.example/udkast', world.now());
    expect(again).toContain('was drafted before');
    expect(await world.store.ofKind('case')).toHaveLength(1);
    await world.settle();
    const card = world.stands('Sag: Nyt kommissorium', 'Panelet').join('\n');
    for (const words of [
      'Udkastet skal gælde fra 1. juni 2015.',
      'Nyt: Beslutter selv om penge.',
      'at kommissoriet godkendes med virkning fra 1. juni 2015',
    ])
      expect(card).toContain(words);
    expect(card).not.toContain('at at ');
  });

  test('the secretary submits the case, both chairs send it up, the body above decides, and a chair acknowledges the answer', async () => {
    await world.person('Frida Fjeld').presses('Send sagen', { on: 'Sag: Nyt kommissorium', in: 'Panelet' });
    expect((await theCase(world)).number).toBe('PANEL 2015-01');
    await judges(world, 'Rita Regn', 'Panelet', 'Forelæg for');
    await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
    const state = await theCase(world);
    expect(state).toMatchObject({ at: 'forum', matter: { kind: 'terms' } });
    const result = { body: 'forum', kind: 'decided', text: null, textsIn: `case/${state.case}`, via: 'written' } as const;
    await world.given(`case/${state.case}`, { type: 'ReportResult', result });
    await world.settle();
    for (const name of ['Dorte Dal', 'Egon Eng']) await world.person(name).presses('Bekræft', { ...onCase, in: 'Forum' });
    await world.person('Mads Muld').presses('Kvittér', onCase);
    expect((await theCase(world)).phase).toBe('closed');
    expect((await happened(world)).slice(-3)).toEqual(['CaseDecided', 'AnswerReceipted', 'CaseClosed']);
    await world.given('case/running', {
      type: 'DraftCase',
      body: 'panel',
      matter: money,
      content: { title: { ref: 't', mac: 'm' }, account: null, recommendations: [{ ref: 'r', mac: 'm' }], papers: null, journal: null },
    });
    await world.settle();
    expect(world.faults).toEqual([]);
    await world.close();
  });

  test('new terms apply from their first day, while a case under way keeps the terms it was raised under', async () => {
    world = await openCases('2015-06-02T09:00', { connector, store, charter: after });
    living = world;
    await world.settle();
    const adopted = (await world.store.history('charter')).map(({ event }) => event);
    expect(adopted).toContainEqual(expect.objectContaining({ type: 'TermsAdopted', body: 'panel', from: '2015-06-01' }));
    expect(competenceOn(after, 'panel', money, '2015-05-31').verdict).toBe('goes-to');
    expect(competenceOn(after, 'panel', money, '2015-06-01')).toMatchObject({ verdict: 'decides', chain: ['panel-money', 'panel-tells'] });
    const running = (await world.store.recall('case/running'))?.state;
    expect(running).toMatchObject({ termsOn: '2015-02-02' });
    expect(world.faults).toEqual([]);
  });
});
