import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Break, breaks } from './breaks.ts';

/** Spoils a copy of the Cosmos store in one way after another and shows which promise catches it. It exits with 1 if none does. */
const root = join(import.meta.dirname, '..', '..', '..');
const copy = mkdtempSync(join(tmpdir(), 'samspil-breaks-'));
const needed = ['bot', 'test', 'cards', 'scheduler', 'infra', 'package.json', 'tsconfig.json'];
const suites = ['test/store/cosmos-contract.test.ts', 'test/store/cosmos.test.ts'];
const longestMs = 60_000;
const report = join(copy, 'breaks.json');

try {
  for (const each of needed) cpSync(join(root, each), join(copy, each), { recursive: true });
  const settings = { include: ['test/**/*.test.ts'], bail: 1, testTimeout: 15_000, reporters: [['json', { outputFile: report }]] };
  writeFileSync(join(copy, 'vitest.config.mjs'), `export default ${JSON.stringify({ test: settings })};`);
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const clean = suites.map((suite) => failureIn(suite));
  if (clean.some(Boolean)) throw new Error(`the store as it is does not keep its promises: ${clean.join(' ')}`);

  const rows = breaks.map((each, at) => {
    const row = caught(each);
    console.log(`| ${at + 1} | ${each.name} | ${row.by} | ${row.promise} |`);
    return row;
  });
  const uncaught = rows.filter(({ by }) => by === 'nothing');
  console.log(
    `\n${rows.length - uncaught.length} of ${rows.length} caught, ${rows.filter(({ by }) => by === 'the contract').length} of them by the contract.`,
  );
  process.exitCode = uncaught.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function caught({ file, find, becomes }: Break): { readonly by: string; readonly promise: string } {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`${file} does not hold this exactly once: ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => becomes),
  );
  try {
    const [byContract, byOwn] = suites.map((suite) => () => failureIn(suite));
    const promise = byContract?.();
    if (promise) return { by: 'the contract', promise };
    const own = byOwn?.();
    return own ? { by: "the store's own tests", promise: own } : { by: 'nothing', promise: '–' };
  } finally {
    writeFileSync(path, text);
  }
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
}

/** Returns the first promise that is broken, or null. A promise that never ends counts as broken. */
function failureIn(suite: string): string | null {
  rmSync(report, { force: true });
  const given = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', suite];
  const run = spawnSync(process.execPath, given, { cwd: copy, timeout: longestMs, killSignal: 'SIGKILL', encoding: 'utf8' });
  if (run.status === null) return 'a promise that does not come to an end';
  if (run.status === 0) return null;
  const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
  return failed?.title ?? testResults[0]?.message.split('\n')[0] ?? 'the tests do not start';
}
