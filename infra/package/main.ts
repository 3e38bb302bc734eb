import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { readOrganisation, sample } from './organisation.ts';
import { pack } from './pack.ts';

const root = new URL('../../package.json', import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(root, 'utf8')));

const asked = new Command('package')
  .description('Writes the Teams app package.')
  .option('--organisation <file>', 'who offers the app, as in infra/package/organisation.json', sample)
  .option('--app-id <guid>', "the bot's app id, in place of the file's")
  .option('--app-version <version>', 'the version Teams shows', version)
  .option('--out <file>', 'where the package is written', 'dist/samspil.zip')
  .parse()
  .opts<{ organisation: string; appId?: string; appVersion: string; out: string }>();

const organisation = readOrganisation(asked.organisation, asked.appId);
if ('appId' in organisation) {
  mkdirSync(dirname(asked.out), { recursive: true });
  writeFileSync(asked.out, pack(organisation, asked.appVersion));
  console.log(`Wrote ${asked.out} for the bot ${organisation.appId}, version ${asked.appVersion}.`);
  if (asked.organisation === sample) console.log('It names the sample organisation: good to look at, not to use. See docs/operating.md.');
} else {
  for (const fault of organisation) console.error(fault);
  process.exitCode = 1;
}
