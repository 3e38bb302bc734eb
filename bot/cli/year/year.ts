import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import { readYear } from '../../view/year/plan.ts';
import { square, wheelSheet } from '../../view/year/wheel.ts';
import { toPng } from '../../view/year/wheel-png.ts';
import { bodyFrom, type CharterIn, languageFrom } from '../asked.ts';
import type { Time } from '../beside.ts';
import { CommandFailed, warnIfEmpty, withStore } from '../open.ts';
import type { Output } from '../output.ts';
import { withinCalendar, yearFrom } from './plan.ts';

const pixels = { sheet: 3300, square: 900 } as const;

export function yearCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn, now: Time): void {
  program
    .command('year')
    .description('draw the year wheel: all meetings and deadlines of a year in one round picture, for A3; or one body’s, square')
    .argument('<year>')
    .option('--svg <file>', 'as SVG, for print')
    .option('--png <file>', 'as PNG')
    .option('--body <body>', 'one body only')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (written: string, options: { svg?: string; png?: string; body?: string; language?: string }) => {
      if (options.svg === undefined && options.png === undefined) throw new CommandFailed('Say where to: --svg FILE or --png FILE.');
      const charter = charterIn(config().seeds);
      const year = withinCalendar(charter, yearFrom(written));
      const language = languageFrom(charter, options.language);
      const { storeFile } = config();
      const plans = await withStore(storeFile, async (store) => {
        await warnIfEmpty(store, storeFile, output);
        return readYear(store, charter, year, now());
      });
      const body = options.body === undefined ? null : bodyFrom(charter, options.body).id;
      const only = plans.find((each) => each.body === body);
      if (body === null ? plans.length === 0 : !only) throw new CommandFailed(`There is nothing to draw: no dates in ${year}.`);
      const svg = only ? square(charter, only, language) : wheelSheet(charter, year, plans, language);
      if (options.svg !== undefined) writeFileSync(options.svg, svg);
      if (options.png !== undefined) writeFileSync(options.png, toPng(svg, only ? pixels.square : pixels.sheet));
      for (const file of [options.svg, options.png]) if (file !== undefined) output.say(`Written to ${file}.`);
    });
}
