import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { drawOrganisation } from '../../view/organisation/organisation.ts';
import { toPng } from '../../view/year/wheel-png.ts';
import { type CharterIn, dateFrom, languageFrom } from '../asked.ts';
import { CommandFailed } from '../open.ts';
import type { Output } from '../output.ts';

const pixels = 1440;

/** `model draw`: the bodies and who stands under whom, as one picture. */
export function drawCommand(model: Command, dir: () => string, output: Output, charterIn: CharterIn): void {
  model
    .command('draw')
    .description('draw the bodies and who stands under whom on a date, as one picture that a phone can show')
    .requiredOption('--as-of <date>', 'the terms in force on that date, 2015-06-01')
    .option('--svg <file>', 'as SVG')
    .option('--png <file>', 'as PNG')
    .option('--language <language>', 'one of the languages of the model')
    .action(({ asOf, svg, png, language }: { asOf: string; svg?: string; png?: string; language?: string }) => {
      if (svg === undefined && png === undefined) throw new CommandFailed('Say where to: --svg FILE or --png FILE.');
      const charter = charterIn(dir());
      const picture = drawOrganisation(charter, dateFrom(asOf), languageFrom(charter, language));
      if (svg !== undefined) writeFileSync(svg, picture);
      if (png !== undefined) writeFileSync(png, toPng(picture, pixels));
      for (const file of [svg, png]) if (file !== undefined) output.say(`Written to ${file}.`);
    });
}
