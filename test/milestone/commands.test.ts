import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readList } from '../../bot/cli/milestone/record.ts';
import { describeMilestones } from '../../bot/cli/milestone/show.ts';
import { wrongSentence } from '../../bot/cli/milestone/wrong.ts';
import { openDirectory } from '../../bot/directory.ts';
import { guessedColumns } from '../../bot/governance/milestone/list.ts';
import { type ListWrong, linesOf } from '../../bot/governance/milestone/list-rows.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { MilestonePlanState } from '../../bot/governance/vocabulary/milestone-plan.ts';
import type { Actor, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import { readCharter } from '../../bot/model/read.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { samspil as command, type Said, samspilAlone } from '../kit/commands.ts';

let directory: string;
let store: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  store = join(directory, 'samspil.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

const read = readCharter(join(import.meta.dirname, '..', '..', 'seeds'));
if ('errors' in read) throw new Error(JSON.stringify(read.errors[0]));
const { charter } = read;
const group = 'it-temagruppen';
const clusters = charter.bodies.filter(({ kind }) => kind === 'cluster-steering-group').map(({ id }) => id);
const tenant = '11111111-0000-4000-8000-000000000000';
const person = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;
const seats = [
  'organ;plads;navn;tenant;aadObjectId;fra',
  `${group};regional-formand;Rita Regn;${tenant};${person('a')};2026-01-01`,
  `${group};kommunal-formand;Mads Muld;${tenant};${person('b')};2026-01-01`,
];
/** An invented plan. */
const list = ['Leverance;Frist;Ansvarlig;Venter på', 'Fælles skabelon;1.9.2027;Rita Regn;', 'Pilot i drift;2027-10-01;;Fælles skabelon'];

const settings = () => ({ SAMSPIL_STORE: store });

async function samspil(words: readonly string[]): Promise<Said> {
  const said = await command(settings(), ...words);
  return { ...said, err: said.err.replaceAll(`${directory}/`, '') };
}

async function imports(lines: readonly string[] | Buffer, ...flags: readonly string[]): Promise<Said> {
  const file = join(directory, 'plan.csv');
  writeFileSync(file, Array.isArray(lines) ? lines.join('\r\n') : (lines as Buffer));
  return samspil(['milestones', 'import', file, '--body', group, ...flags]);
}

async function seated(): Promise<void> {
  const file = join(directory, 'seats.csv');
  writeFileSync(file, seats.join('\n'));
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

/** What is wrong in a list, line by line, as the command says it. */
async function wrongIn(list: readonly string[]): Promise<readonly string[]> {
  const said = (wrong: readonly ListWrong[]) => wrong.map((each) => `${each.line}: ${wrongSentence(each)}`);
  const lines = linesOf(list.join('\r\n'));
  if ('wrong' in lines) return said(lines.wrong);
  const open = openSqlite(store);
  try {
    const where = { store: open, directory: openDirectory(open), charter, now: Temporal.Instant.from('2026-03-01T08:00:00Z') };
    const read = await readList(where, group, lines, lines[0] ? guessedColumns(lines[0]) : {});
    if ('wrong' in read) return said(read.wrong);
    return 'refused' in read ? [read.refused] : [];
  } finally {
    await open.close();
  }
}

describe('a secretariat’s own list', () => {
  it('is tried first, changes nothing then, and drafts the plan when it is said in earnest', async () => {
    await seated();
    const lines = ['new:     2027-09-01  Fælles skabelon, Rita Regn', 'new:     2027-10-01  Pilot i drift'];
    const tried = await imports(list, '--dry-run');
    expect(tried).toEqual({
      code: 0,
      err: '',
      out: [...lines, '2 milestones: 2 new, 0 changed, 0 as before; 0 taken out. Nothing was changed.', ''].join('\n'),
    });
    expect(await planNow()).toBeNull();
    const done = await imports(list);
    expect(done.out).toContain("2 new, 0 changed, 0 as before; 0 taken out. Drafted; the body's keys are asked from its card.");
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

  it('again is nothing new; a line that changed is told from one that is new and one that is gone', async () => {
    await seated();
    await imports(list);
    const before = await planNow();
    expect((await imports(list)).out).toContain('2 milestones: 0 new, 0 changed, 2 as before; 0 taken out. Nothing new.');
    expect(await planNow()).toEqual(before);
    const next = ['Leverance;Frist', 'Fælles skabelon;1.10.2027', 'Evaluering;1.12.2027'];
    expect((await imports(next)).out).toBe(
      [
        'changed: 2027-10-01  Fælles skabelon',
        'new:     2027-12-01  Evaluering',
        'out:     Pilot i drift',
        "2 milestones: 1 new, 1 changed, 0 as before; 1 taken out. Drafted; the body's keys are asked from its card.",
        '',
      ].join('\n'),
    );
    expect((await planNow())?.draft?.[0]?.id).toBe(before?.draft?.[0]?.id);
  });

  it('is read whatever its columns are called when they are said, and says what is missing when they are not', async () => {
    const odd = ['Hvad gør vi?;Hvornår?;Hvor?', `Skabelon;1.9.2027;${clusters[0]}`];
    expect(await imports(odd)).toEqual({
      code: 1,
      out: '',
      err: [
        'plan.csv:1: no heading tells which column is "deliverable"; say it with --column deliverable="…".',
        'plan.csv:1: no heading tells which column is "due"; say it with --column due="…".',
        'Nothing was changed.',
        '',
      ].join('\n'),
    });
    const named = await imports(odd, '--column', 'deliverable=Hvad gør vi?', 'due=hvornår?', '--column', 'carriedBy=Hvor?');
    expect(named.out).toContain('1 milestone: 1 new');
    expect((await planNow())?.draft).toMatchObject([{ carriedBy: [clusters[0]] }]);
    expect((await imports(odd, '--column', 'due=Dag')).err).toBe('No heading is "Dag". These are: "Hvad gør vi?", "Hvornår?", "Hvor?".\n');
  });

  it('that is damaged is refused with its lines, and nothing is changed', async () => {
    await seated();
    await imports(list);
    const before = await planNow();
    const head = 'Leverance;Frist;Ansvarlig;Venter på;Nr';
    const damaged: readonly (readonly [readonly string[], readonly string[]])[] = [
      [[''], ['1: there is nothing to read here.']],
      [[head], ['1: there is nothing to read here.']],
      [[head, '"A;1.9.2027;;;'], ['2: a quotation mark is left open, or stands where it cannot.']],
      [[head, 'A;1.9.2027'], ['2: this line has more or fewer cells than the headings.']],
      [
        [head, 'A;31.9.2027;;;', 'B;1.9.2027;Ida Is;;'],
        ['2: "31.9.2027" is not a date; a date is written 2015-02-01 or 1.2.2015.', '3: nobody who sits in the body is called "Ida Is".'],
      ],
      [[head, 'A;1.9.2027;;2;1', 'B;1.9.2027;;1;2'], ['The milestones wait for each other in a ring. Take out one of the dependencies.']],
      [[head, ...Array.from({ length: 61 }, (_, at) => `A${at};1.9.2027;;;${at}`)], ['1: a plan holds 60 milestones, and here are 61.']],
    ];
    for (const [lines, sentences] of damaged) expect([lines.at(-1), await wrongIn(lines)]).toEqual([lines.at(-1), sentences]);
    const said = await imports(damaged[4]?.[0] ?? []);
    expect(said).toEqual({
      code: 1,
      out: '',
      err: 'plan.csv:2: "31.9.2027" is not a date; a date is written 2015-02-01 or 1.2.2015.\nplan.csv:3: nobody who sits in the body is called "Ida Is".\nNothing was changed.\n',
    });
    const latin = await imports(Buffer.from('Leverance;Frist\nPr\u00f8ve;1.9.2027\n', 'latin1'));
    expect(latin.err).toBe('plan.csv is not written in UTF-8. Nothing was changed.\n');
    expect(await planNow()).toEqual(before);
  });

  it('asked about before anything is remembered, there is nothing, and nothing is made', async () => {
    expect((await samspilAlone(settings(), 'milestones')).out).toContain('is empty');
    expect(existsSync(store)).toBe(false);
  });
});

it('what is in force is printed with how it stands with each body that answers for it', async () => {
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
  await ask(plan, { type: 'TakeList', milestones });
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
    { store: open, directory: openDirectory(open), charter, now: Temporal.Instant.from('2026-03-01T09:00:00Z') },
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
