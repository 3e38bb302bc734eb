import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../bot/store/chain.ts';
import { decisionRegister } from '../../bot/view/case/decisions.ts';
import { facesRead } from '../../bot/view/case/faces.ts';
import { fileCase } from '../../bot/view/case/filed.ts';
import { filedCasePage } from '../../bot/view/case/filed-page.ts';
import { judges, openCases, raises, threeBodies } from '../kit/case-world.ts';
import { samspil } from '../kit/commands.ts';
import type { World } from '../kit/world.ts';

const dir = mkdtempSync(join(tmpdir(), 'cases-cli-'));
const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const file = join(dir, 'case.yaml');
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs `samspil competence …` and gives what it prints, and the sentence it fails with. */
async function competence(yaml: string, ...args: readonly string[]) {
  writeFileSync(file, yaml);
  const { out, err } = await samspil({ SAMSPIL_SEEDS: seeds }, 'competence', ...args, '--case', file);
  return { printed: out, failed: err };
}

describe('samspil competence', () => {
  test('the competence command says in words where a case goes and who is told, each with its paragraph', async () => {
    const { printed } = await competence('kind: professional\nweighs: [economic]\n', 'it', '--as-of', '2015-06-01');
    expect(printed).toMatch(/^Sagen skal forelægges SSG\./);
    expect(printed).toMatch(/\(notat af 26\. januar 2015, afsnit 2 Centrale niveau\) {2}\{D1 §2, lines \d+-\d+\}/);
    expect(printed).toContain('Orienteres: Sundhedsstyregruppen, Sundhedskoordinationsudvalget.');
  });

  test('the competence command gives another program the verdict and the whole way as JSON', async () => {
    const { printed } = await competence('kind: strategic\n', 'ssg', '--as-of', '2018-01-01', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      verdict: 'goes-to',
      to: 'sundhedskoordinationsudvalget',
      ours: false,
      way: ['sundhedsstyregruppen', 'sundhedskoordinationsudvalget'],
    });
  });

  test('the competence command says what is wrong with a file, a day or a body', async () => {
    expect((await competence('kind: dream\n', 'it', '--as-of', '2015-06-01')).failed).toContain('kind');
    expect((await competence('kind: [\n', 'it', '--as-of', '2015-06-01')).failed).toContain('line 2 is no YAML');
    expect((await competence('kind: other\n', 'it', '--as-of', 'June')).failed).toContain('"June" is not a date');
    expect((await competence('kind: other\n', 'nobody', '--as-of', '2015-06-01')).failed).toContain('There is no body "nobody"');
  });
});

describe('the decision register', () => {
  let world: World;
  beforeAll(async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    await judges(world, 'Rita Regn', 'Panelet', 'Behandl selv', 'Vi kan selv');
    await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for', 'Det er principielt');
  });
  afterAll(() => world.close());

  test('the register says who decided, by which clauses of which terms, on which words, and in which entry of the ledger', async () => {
    const names = new Map([...(await world.bot.directory.everyone())].map(([key, { name }]) => [key, name]));
    const register = await decisionRegister(world.store, threeBodies(), (person) => names.get(person) ?? null, null);
    expect(register).toMatchObject([
      {
        number: 'PANEL 2015-01',
        title: 'Fælles udskrivning',
        body: 'panel',
        kind: 'disagreed',
        persons: [
          { name: 'Rita Regn', says: 'here', reason: 'Vi kan selv', card: expect.stringMatching(/^case@[0-9a-f]{12}$/) },
          { name: 'Mads Muld', says: 'up', reason: 'Det er principielt' },
        ],
        clauses: ['panel-chairs', 'panel-tells', 'panel-above', 'panel-seats'],
        terms: 'hash-of-panel-2015-01-01',
        edition: 1,
      },
    ]);
    const [stream] = await world.store.ofKind('case');
    const entries = stream ? await world.store.history(stream) : [];
    const entry = entries.find(({ seq }) => seq === register[0]?.entry);
    expect(entry).toMatchObject({ hash: register[0]?.hash, event: { type: 'SentUp' } });
    expect(await decisionRegister(world.store, threeBodies(), () => null, 'forum')).toEqual([]);
  });

  test('the register says what each had before them when they judged, whatever has happened since', async () => {
    const [stream = 'anchor'] = await world.store.ofKind('case');
    const [decision] = await decisionRegister(world.store, threeBodies(), () => null, null);
    const read = await facesRead(world.store, threeBodies(), stream, decision?.entry ?? 0, () => 'N.N.');
    expect(read?.map(({ says }) => says)).toEqual(['here', 'up']);
    for (const each of read ?? []) {
      const lines = each.words?.split('\n') ?? [];
      expect(lines.slice(0, 2)).toEqual([expect.stringContaining('PANEL 2015-01'), 'Fælles udskrivning']);
      expect(lines.join(' ')).toContain('at arbejdsgangen godkendes');
    }
    expect(read?.[0]?.words).toContain('[Behandl selv]');
    expect(read?.[1]?.words).toContain('[Forelæg]');
    expect(await facesRead(world.store, threeBodies(), stream, 99, () => null)).toBeNull();
  });

  test('what was read is kept like every other text: under a key of its own, with proof in the ledger', async () => {
    const [stream = 'anchor'] = await world.store.ofKind('case');
    const turned = (await world.store.history(stream)).flatMap(({ event }) => (event.type === 'KeyTurned' ? [event.judgement.face] : []));
    const texts = await world.store.texts(stream);
    for (const face of turned) {
      const { key = '', words = '' } = texts.get(face?.ref ?? '') ?? {};
      expect(createHmac('sha256', Buffer.from(key, 'hex')).update(words).digest('hex')).toBe(face?.mac);
    }
    expect(turned).toHaveLength(2);
    expect(new Set(turned.map((face) => texts.get(face?.ref ?? '')?.key)).size).toBe(2);
  });

  test('a filed case has its decisions in words, and the ledger as it is chained', async () => {
    const [stream = 'anchor'] = await world.store.ofKind('case');
    const everyone = await world.bot.directory.everyone();
    const filed = await fileCase(world.store, threeBodies(), stream, { journal: '15/20345', now: world.now(), everyone });
    if (!filed) throw new Error('nothing is filed');
    expect(filed.case).toMatchObject({ number: 'PANEL 2015-01', raisedBy: 'Lone Lund', way: ['panel', 'forum'] });
    expect(filed.ledger.check).toEqual([]);
    expect(verify(stream, filed.ledger.entries)).toEqual([]);
    const page = filedCasePage('Fjordsamarbejdet', filed);
    const parts = ['15/20345', 'Fælles udskrivning', 'at arbejdsgangen godkendes', 'Rita Regn: Vi kan selv', 'Forelagt efter uenighed'];
    for (const part of [...parts, 'panel-chairs', 'Loggen er kontrolleret']) expect(page).toContain(part);
  });
});
