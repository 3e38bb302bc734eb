import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command as Ask } from '../../bot/governance/vocabulary/all.ts';
import type { Status } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { SealedText } from '../../bot/store/store.ts';
import { samspil } from '../kit/commands.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { openWorld, type World } from '../kit/world.ts';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const charter = documentsCharter();
const folder = mkdtempSync(join(tmpdir(), 'samspil-status-'));
/** The store is a file whatever the journeys run on, because the command line reads it beside the bot. */
const storeFile = join(folder, 'samspil.db');

const seats = [
  ['sundhedsstyregruppen', 'Sigrid Sand', 'regional-formand'],
  ['forebyggelse', 'Rita Regn', 'regional-formand'],
  ['forebyggelse', 'Mads Muld', 'kommunal-formand'],
  ['forebyggelse', 'Lone Lund', 'medlem'],
  ['faellessekretariatet', 'Rigmor Regn', 'regional-konsulent'],
] as const;
const cluster = 'klyngestyregruppe-1';

/** Returns what `samspil status` prints. */
async function status(...args: readonly string[]): Promise<string> {
  return (await samspil({ SAMSPIL_SEEDS: seeds, SAMSPIL_STORE: storeFile }, 'status', ...args)).out;
}

describe('a status above the bodies, and the same one looked up afterwards', () => {
  let world: World;
  let asks = 0;
  const said = new Map<string, readonly string[]>();

  const texts: SealedText[] = [];
  let written = 0;
  const words = (text: string) => {
    const ref = `t${++written}`;
    texts.push({ ref, key: '00', words: text });
    return { ref, mac: ref };
  };
  async function does(name: string, stream: Stream, command: Ask): Promise<void> {
    const by = { kind: 'person', person: await world.key(name), administrator: false } as const;
    const cause = `operator:status.${++asks}` as const;
    const handled = await world.bot.handle({ stream, command, by, cause, texts: texts.splice(0), now: world.now() });
    if (handled.result === 'refused') throw new Error(`${command.type} was refused: ${JSON.stringify(handled.refusal)}`);
    await world.settle();
  }
  const answers = (name: string, row: string, status: Status, expected: string | null) => {
    const sentence = status === 'late' || status === 'at-risk';
    const why = sentence ? words('Leverandøren venter') : null;
    const needs = sentence ? words('Et svar fra regionen') : null;
    return does(name, 'follow-up/forebyggelse', { type: 'AnswerMilestone', row, status, expected, why, needs, toldBy: null });
  };
  /** Asks for the status in the channel of the body above, and keeps what the card says. */
  async function asksForStatus(day: string): Promise<void> {
    await world.person('Sigrid Sand').writes('status', 'SSG');
    said.set(day, world.person('Sigrid Sand').reads('Status: ', 'SSG'));
  }

  beforeAll(async () => {
    const channels = { SSG: 'sundhedsstyregruppen', Forebyggelse: 'forebyggelse', 'Klynge 1': cluster };
    world = await openWorld({ at: '2015-03-20T09:00', charter, channels, seats, remembers: openSqlite(storeFile) });
    const plan: Stream = 'milestone-plan/forebyggelse';
    const lone = await world.key('Lone Lund');
    for (const [id, text, due, carriedBy] of [
      ['m1', 'Værktøj til rygestop', '2015-05-29', []],
      ['m2', 'Rygestop tilbydes i klyngen', '2015-06-15', [cluster]],
      ['m3', 'Rammeaftale skrevet', '2015-04-10', []],
    ] as const) {
      const deliverable = { text: words(text), in: plan };
      const owner = id === 'm1' ? lone : null;
      const milestone = { id, deliverable, initiative: null, owner, from: null, due, dependsOn: [], carriedBy };
      await does('Rita Regn', plan, { type: 'SetMilestone', milestone });
    }
    await does('Rita Regn', plan, { type: 'ProposePlan', reason: null });
    const asked = (await world.store.recall(plan))?.state;
    if (asked?.kind !== 'milestone-plan') throw new Error('no plan');
    await does('Mads Muld', plan, { type: 'AnswerPlan', yes: true, reason: null, edition: asked.edition });
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  test('the status shows the milestones of the plan before anybody has been asked about them', async () => {
    await asksForStatus('2015-03-20');
    expect(said.get('2015-03-20')).toContain('3 milepæle · 3 ikke spurgt om endnu');
    expect(said.get('2015-03-20')).toContain('Mål uden indsatser');
  });

  test('the status shows who answered and who was silent after the quarter’s question', async () => {
    await world.at('2015-04-01T10:00');
    await world.at('2015-04-08T10:00');
    await answers('Lone Lund', 'forebyggelse.m1', 'at-risk', '2015-06-30');
    await answers('Rita Regn', 'forebyggelse.m3', 'follows', null);
    await asksForStatus('2015-04-08');
    const lines = said.get('2015-04-08') ?? [];
    expect(lines).toEqual(expect.arrayContaining(['3 milepæle', '1', '▲ i risiko', '○ uden svar', '● på plan']));
    expect(lines.join('\n')).toContain('Rygestop tilbydes i klyngen – Klynge 1');
    expect(lines.join('\n')).toContain('Værktøj til rygestop');
  });

  test('the body above, and no other, gets the status ten working days after the quarter’s question', async () => {
    const before = world.channel('SSG').titles().length;
    await world.at('2015-04-17T10:00');
    expect(world.channel('SSG').titles().slice(before)).toEqual([]);
    await world.at('2015-04-20T10:00');
    expect(world.channel('SSG').titles().slice(before)).toEqual(['Status: SSG']);
    expect(world.stands('Status: ', 'SSG')).toContain('Pr. 20. april 2015');
    expect(world.stands('Status: ', 'SSG').join(' ')).toContain(
      '<at>Rigmor Regn</at>: se, om noget skal tages op på et møde. SSG har ingen sekretær. Derfor spørges Fællessekretariatet.',
    );
    expect(world.channel('Forebyggelse').titles().join(' ')).not.toContain('Status:');
  });

  test('the status shows corrected answers, overdue milestones and figures against their targets', async () => {
    await world.at('2015-05-04T10:00');
    await answers('Lone Lund', 'forebyggelse.m1', 'late', '2015-08-14');
    const smoking: Stream = 'initiative/indsats-rygning-alkohol-overvaegt';
    await does('Rigmor Regn', smoking, { type: 'AssignInitiative', owner: 'forebyggelse' });
    const measure = { name: words('Daglige rygere'), unit: words('procent'), baseline: 21, target: 15, direction: 'down' } as const;
    await does('Rita Regn', smoking, { type: 'SetIndicator', id: 'smokers', ...measure, reportedBy: 'forebyggelse', every: 'quarter' });
    await does('Lone Lund', smoking, { type: 'ReportIndicator', id: 'smokers', value: 21, of: '2015-01-02' });
    await does('Lone Lund', smoking, { type: 'ReportIndicator', id: 'smokers', value: 19.5, of: '2015-05-01' });
    await asksForStatus('2015-05-04');
    const lines = said.get('2015-05-04') ?? [];
    expect(lines).toEqual(expect.arrayContaining(['■ forsinket', '■ Forsinket']));
    expect(lines.join('\n')).toMatch(/Rammeaftale skrevet .* frist overskredet/);
    expect(lines).toContain('Daglige rygere');
    expect(lines).toContain('19,5 i 2. kvartal 2015, udgangspunkt 21, mål højst 15 (procent). Målet er ikke nået.');
  });

  test('the status shows a milestone as done once it is', async () => {
    await world.at('2015-06-30T10:00');
    await answers('Lone Lund', 'forebyggelse.m1', 'done', '2015-06-29');
    expect(await status('ssg', '--as-of', '2015-06-30')).toContain('1 nået');
  });

  test.each(['2015-03-20', '2015-04-08', '2015-05-04'])('the status as of %s says line by line what the card said then', async (day) => {
    const printed = await status('ssg', '--as-of', day);
    // The card says whose it is above its title, and the four figures by themselves.
    const card = (said.get(day) ?? []).filter(
      (line) => !/^(Status ·|\d+$|[●▲○] |■ forsinket|Derfor får|Udvikling|Svar på|Du får dette|Vis handlinger|… og)/.test(line),
    );
    expect(card.length).toBeGreaterThan(4);
    const parts = card.flatMap((line) => line.replace(/^■ /, '').split(' · '));
    expect(parts.filter((each) => !printed.includes(each))).toEqual([]);
  });

  test('the status is the same as a document, as JSON and as a spreadsheet', async () => {
    const document = await status('ssg', '--as-of', '2015-04-08', '--md');
    for (const line of (said.get('2015-04-08') ?? []).slice(1, 3)) expect(document).toContain(line);
    const [report] = JSON.parse(await status('ssg', '--as-of', '2015-04-08', '--json'));
    expect(report).toMatchObject({
      body: 'sundhedsstyregruppen',
      asOf: '2015-04-08',
      counts: { all: 3, 'at-risk': 1, 'no-answer': 1, follows: 1 },
    });
    expect(report.indicators).toEqual([]);
    const rows = (await status('ssg', '--as-of', '2015-05-04', '--csv')).split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toBe('\uFEFFDato;Gruppe;Plan;Svarer;Milepæl;Frist;Status;Overskredet;Ventes;Svaret den');
    expect(rows.filter((row) => row.endsWith(';Forsinket;nej;2015-08-14;2015-05-04'))).toHaveLength(1);
  });
});
