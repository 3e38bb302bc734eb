import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { leftOut } from './left-out.ts';

/**
 * After each step of every journey each card that stands is drawn anew and compared: on SQLite and on Cosmos with every twentieth request going
 * wrong, with and without what may happen to a collaboration afterwards. Then one thing at a time is left out of what is noted of a card, and
 * the same must fail. It exits with 1 where a card says what is not true, or where nothing notices what was left out.
 */
const journeys = ['journey', 'case/pilot', 'teams/reach'];
const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'samspil-truth-'));
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = (name: string) => values.only === undefined || name.includes(values.only);

const ways = [
  { name: 'SQLite', env: {} },
  { name: 'SQLite, perturbed', env: { TRUTH_PERTURBED: '1' } },
  { name: 'Cosmos with faults', env: { JOURNEYS_ON: 'cosmos' } },
  { name: 'Cosmos with faults, perturbed', env: { JOURNEYS_ON: 'cosmos', TRUTH_PERTURBED: '1' } },
] as const;

interface Counted {
  readonly looks: number;
  readonly cards: number;
  readonly untrue: number;
}

function run(
  name: string,
  files: readonly string[],
  env: NodeJS.ProcessEnv,
): Counted & { readonly passed: boolean; readonly said: string } {
  const counts = join(folder, `${name.replace(/\W+/g, '-')}.jsonl`);
  const words = ['vitest', 'run', ...files, '--exclude', '**/*.cosmos.test.ts'];
  const { status, stdout, stderr } = spawnSync('npx', words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, ...env, TRUTH_COUNTS: counts },
  });
  const lines = existsSync(counts) ? readFileSync(counts, 'utf8').trim().split('\n') : [];
  const each = lines.map((line): Counted => JSON.parse(line));
  const sum = (of: keyof Counted) => each.reduce((total, one) => total + one[of], 0);
  return { looks: sum('looks'), cards: sum('cards'), untrue: sum('untrue'), passed: status === 0, said: `${stdout}${stderr}` };
}

try {
  let good = true;
  console.log('| where | times looked | cards compared | untrue |\n| --- | --- | --- | --- |');
  for (const { name, env } of ways.filter((way) => wanted(way.name))) {
    const { looks, cards, untrue, passed, said } = run(name, journeys, env);
    console.log(`| ${name} | ${looks} | ${cards} | ${untrue} |`);
    if (!passed || looks === 0) console.log(said.split('\n').slice(-150).join('\n'));
    good = good && passed && looks > 0;
  }
  console.log('\n| left out of what is noted | untrue |\n| --- | --- |');
  for (const { name, sources, journey } of leftOut.filter((each) => wanted(each.name))) {
    const { untrue, passed } = run(name, [journey], { TRUTH_PERTURBED: '1', TRUTH_WITHOUT: sources });
    console.log(`| ${name} | ${untrue === 0 && !passed ? 'a journey fails' : untrue}${passed ? ': nobody noticed' : ''} |`);
    good = good && !passed;
  }
  process.exitCode = good ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
