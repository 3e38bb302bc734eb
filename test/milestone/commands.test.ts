import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readList } from '../../bot/cli/milestone/record.ts';
import { describeMilestones } from '../../bot/cli/milestone/show.ts';
import { openDirectory } from '../../bot/directory.ts';
import { linesOf } from '../../bot/files/lines.ts';
import { tableOf } from '../../bot/governance/lists/table.ts';
import { listCalled, neededColumns } from '../../bot/governance/milestone/list.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { MilestonePlanState } from '../../bot/governance/vocabulary/milestone/plan.ts';
import type { Actor, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { samspil as command, type Said } from '../kit/commands.ts';
import { documentsCharter } from '../kit/read-once.ts';

let directory: string;
let store: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  store = join(directory, 'samspil.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

const charter = documentsCharter();
const group = 'it-temagruppen';
const clusters = charter.bodies.filter(({ kind }) => kind === 'cluster-steering-group').map(({ id }) => id);
const tenant = '11111111-0000-4000-8000-000000000000';
const person = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;
const seats = [
  'organ;plads;navn;tenant;aadObjectId;fra',
  `${group};regional-formand;Rita Regn;${tenant};${person('a')};2026-01-01`,
  `${group};kommunal-formand;Mads Muld;${tenant};${person('b')};2026-01-01`,
];
/** This plan is invented. */
const list = ['Leverance;Frist;Ansvarlig;Venter på', 'Fælles skabelon;1.9.2027;Rita Regn;', 'Pilot i drift;2027-10-01;;Fælles skabelon'];

const settings = () => ({ SAMSPIL_STORE: store });

async function samspil(words: readonly string[]): Promise<Said> {
  const said = await command(settings(), ...words);
  return { ...said, err: said.err.replaceAll(`${directory}/`, '') };
}

async function imports(lines: readonly string[] | Buffer, ...flags: readonly string[]): Promise<Said> {
  const file = join(directory, 'plan.csv');
  writeFileSync(file, Array.isArray(lines) ? `${lines.join('\r\n')}\r\n` : (lines as Buffer));
  return samspil(['milestones', 'import', file, '--body', group, ...flags]);
}

async function seated(): Promise<void> {
  const file = join(directory, 'seats.csv');
  writeFileSync(file, `${seats.join('\n')}\n`);
  expect((await samspil(['seats', 'import', file])).code).toBe(0);
}

async function planNow(): Promise<MilestonePlanState | null> {
  const open = openSqlite(store);
  try {
    const state = (await open.recall(`milestone-plan/${group}`))?.state;
    return state?.kind === 'milestone-plan' ? state : null;
  } finally {
    await open.close();
  }
}

/** Reads a list and says what is wrong in it, line by line. */
async function wrongIn(list: readonly string[]): Promise<readonly (readonly [number, string])[]> {
  const read = linesOf(list.join('\r\n'));
  const table = 'wrong' in read ? read : tableOf(read.lines, listCalled, neededColumns, {});
  if ('wrong' in table) return table.wrong.map(({ line, problem }) => [line, problem]);
  const open = openSqlite(store);
  try {
    const now = Temporal.Instant.from('2026-03-01T08:00:00Z');
    const where = { store: open, directory: openDirectory(open), charter, now, language: 'da' } as const;
    return (await readList(where, group, table, false)).trial.faults.map(({ line, problem }) => [line, problem]);
  } finally {
    await open.close();
  }
}

describe('a secretariat’s own list', () => {
  it('a dry run of a list changes nothing, and importing the list drafts the plan', async () => {
    await seated();
    const lines = ['Nye (2)', '  linje 2: Fælles skabelon (1. september 2027)', '  linje 3: Pilot i drift (1. oktober 2027)'];
    const sum = '2 nye, 0 ændrede, 0 udgår, 0 uændrede.';
    const tried = await imports(list, '--dry-run');
    expect(tried).toEqual({ code: 0, err: '', out: [...lines, sum, 'Intet er ændret.', ''].join('\n') });
    expect(await planNow()).toBeNull();
    const done = await imports(list);
    expect(done.out).toContain(`${sum}\nPlanen er et udkast`);
    const plan = await planNow();
    expect(plan).toMatchObject({
      phase: 'drafting',
      edition: 1,
      draft: [{ dueFrom: { via: 'list' } }, { dependsOn: [plan?.draft?.[0]?.id] }],
    });
    expect((await samspil(['milestones', group])).out).toBe(
      [
        'Temagruppen for sundheds-it og digitale arbejdsgange (it-temagruppen): no plan in force; a draft of 2',
        '  drafted  2027-09-01  Fælles skabelon, Rita Regn',
        '  drafted  2027-10-01  Pilot i drift',
        '',
      ].join('\n'),
    );
  });

  it('importing twice changes nothing; a partial list changes only its part; other milestones go only when told to', async () => {
    await seated();
    await imports(list);
    const before = await planNow();
    expect((await imports(list)).out).toContain('Uændrede (2)\n  linje 2–3\nIntet nyt.');
    expect(await planNow()).toEqual(before);
    const next = ['Leverance;Frist', 'Fælles skabelon;1.10.2027', 'Evaluering;1.12.2027'];
    expect((await imports(next)).out).toContain('1 ny, 1 ændret, 0 udgår, 0 uændrede.');
    const after = await planNow();
    expect(after?.draft).toMatchObject([
      { id: before?.draft?.[0]?.id, due: '2027-10-01', owner: before?.draft?.[0]?.owner },
      { due: '2027-10-01', dependsOn: [before?.draft?.[0]?.id] },
      { due: '2027-12-01' },
    ]);
    const listed = await imports(next, '--replace');
    expect([listed.code, listed.out]).toEqual([1, expect.stringContaining('Udgår (1)\n  står ikke i filen: Pilot i drift')]);
    expect(await planNow()).toEqual(after);
    await imports(next, '--replace', '--yes');
    expect((await planNow())?.draft).toHaveLength(2);
  });

  it('a list is read whatever its columns are called when they are pointed out, and otherwise it says what is missing', async () => {
    const odd = [
      'Milepælsplan 2027;;',
      ';;',
      'Gør vi?;Bliver til?;Hvor?',
      `Skabelon;4. kvartal 2027;${clusters[0]}`,
      'Drift;Løbende;',
      ';;',
    ];
    expect((await imports(odd)).err).toContain('linje 3: Der er ingen kolonne til »milepæl«.');
    const named = await imports(odd, '--column', 'deliverable=Gør vi?', 'due=bliver til?', '--column', 'carriedBy=Hvor?');
    expect(named.out).toContain('Nye (1)\n  linje 4: Skabelon (31. december 2027)');
    expect(named.out).toContain('linje 5: »Drift« har ingen dato og er ikke taget med.');
    expect((await planNow())?.draft).toMatchObject([{ due: '2027-12-31', carriedBy: [clusters[0]] }]);
    expect((await imports(odd, '--column', 'due=Dag')).err).toContain('Ingen overskrift hedder »Dag«.');
  });

  it('a damaged list is refused with its wrong lines, and nothing is changed', async () => {
    await seated();
    await imports(list);
    const before = await planNow();
    const head = 'Leverance;Frist;Ansvarlig;Venter på;Nr';
    const damaged: readonly (readonly [readonly string[], readonly (readonly [number, string])[]])[] = [
      [[''], [[1, 'empty']]],
      [[head], [[1, 'empty']]],
      [[head, '"A;1.9.2027;;;'], [[2, 'open-quote']]],
      [[head, 'A;1.9.2027'], [[2, 'cells']]],
      [
        [head, 'A;31.9.2027;;;', 'B;1.9.2027;Ida Is;;'],
        [
          [2, 'not-a-date'],
          [3, 'nobody-called'],
        ],
      ],
      [[head, 'A;1.9.2027;;2;1', 'B;1.9.2027;;1;2'], [[0, 'refused']]],
      [[head, ...Array.from({ length: 61 }, (_, at) => `A${at};1.9.2027;;;${at}`)], [[1, 'too-many']]],
    ];
    for (const [lines, faults] of damaged) expect([lines.at(-1), await wrongIn(lines)]).toEqual([lines.at(-1), faults]);
    const said = await imports(damaged[4]?.[0] ?? []);
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toBe(
      'Ikke forstået (2)\n  linje 2: »31.9.2027« er ikke en dato.\n  linje 3: »Ida Is« er ikke medlem.\nplan.csv: Intet er ændret.\n',
    );
    expect(await planNow()).toEqual(before);
    const latin = await imports(Buffer.from('Leverance;Frist\r\nPr\u00f8ve;1.9.2027\r\n', 'latin1'), '--dry-run');
    expect(latin.out).toContain('linje 2: Prøve (1. september 2027)\nBemærk\n  Filen er ikke i UTF-8; den er læst som Windows-1252.');
  });

  it('asking for milestones before anything is recorded says so, and makes no store', async () => {
    expect((await samspil(['milestones'])).out).toContain('is empty');
    expect(existsSync(store)).toBe(false);
  });
});

it('the milestones command prints the plan in force with the status of each body that answers for it', async () => {
  const open = openSqlite(':memory:');
  const handle = openHandle(
    open,
    () => charter,
    () => Promise.resolve(),
  );
  let asked = 0;
  let now = Temporal.Instant.from('2026-02-02T09:00:00Z');
  const ask = async (stream: Stream, command: Command, by: Actor = { kind: 'operator' }) => {
    const handled = await handle({ stream, command, by, cause: `operator:${++asked}`, now });
    if (handled.result === 'refused') throw new Error(JSON.stringify(handled.refusal));
  };
  const chairs = ['rita', 'mads'].map((person): Actor => ({ kind: 'person', person, administrator: false }));
  const seatsOf = [
    [group, 'regional-formand', 'rita'],
    [group, 'kommunal-formand', 'mads'],
  ] as const;
  for (const [of, seat, who] of seatsOf)
    await ask(`body/${of}`, { type: 'FillSeat', appointment: who, seat, person: who, from: '2026-01-01' });
  const plan: Stream = `milestone-plan/${group}`;
  const [north = '', south = ''] = clusters;
  const empty = { initiative: null, owner: null, from: null, dependsOn: [] };
  const deliverable = { text: { ref: 'gone', mac: 'm' }, in: plan };
  const milestones = [
    { ...empty, id: 'm1', deliverable, due: '2026-05-04', carriedBy: [] },
    { ...empty, id: 'm2', deliverable, due: '2026-06-01', carriedBy: [north, south] },
  ];
  await ask(plan, { type: 'TakeList', milestones, whole: true, keep: [], sameWords: [] });
  await ask(plan, { type: 'ProposePlan', reason: null });
  for (const by of chairs) await ask(plan, { type: 'AnswerPlan', yes: true, reason: null, edition: 1 }, by);
  for (const claim of await open.claim({ now: now.epochMilliseconds, leaseMs: 1000, limit: 20 }))
    if (claim.kind === 'errand' && typeof claim.errand.to === 'string')
      await ask(claim.errand.to, claim.errand.command, { kind: 'errand', errand: claim.errand.id });
  const answer = { type: 'AnswerMilestone', row: `${group}.m1`, status: 'late', expected: '2026-06-01', toldBy: null } as const;
  await ask(`follow-up/${group}`, { ...answer, why: { ref: 'w', mac: 'm' }, needs: { ref: 'n', mac: 'm' } }, chairs[0]);
  now = Temporal.Instant.from('2026-04-01T09:00:00Z');
  await ask(`follow-up/${north}`, { type: 'CheckIn', on: '2026-04-01' }, { kind: 'clock' });
  const lines = await describeMilestones(
    { store: open, directory: openDirectory(open), charter, language: 'da' as const, now: Temporal.Instant.from('2026-03-01T09:00:00Z') },
    null,
    'en',
  );
  expect(lines).toEqual([
    'The theme group for health IT and digital workflows (it-temagruppen): version 1, 2 in force',
    '  2026-05-04  …: Late 2026-06-01 (2026-02-02, rita)',
    '  2026-06-01  …',
    `      ${north}: No answer (2026-04-01)`,
    `      ${south}: Not asked yet`,
  ]);
  await open.close();
});
