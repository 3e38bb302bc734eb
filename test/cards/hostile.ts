import type { Charter } from '../../bot/governance/charter/charter.ts';
import type { Desk } from '../../cards/kit/card.ts';
import { body, charter as fjord, seat } from '../kit/charter.ts';

/** Some names are ordinary, and some hold markup that nobody should be able to slip in. */
export const names = [
  'Anna Østergård-Sørensen',
  'Bo **Fed** Petersen',
  'Carla [klik](https://evil.example)',
  '<at>Alle</at>',
  'Dorthe 👩‍⚕️ Holm',
  `Emil ${'$'}{card} {{DATE(2015-01-01)}} O'Brien`,
  `Frederikke ${'Lang'.repeat(40)}`,
  '# Gert',
  '\u202eHanne\nny linje _kursiv_ ~~streg~~ `kode` \\',
  'Anna Østergård-Sørensen',
];
export const place = `Lokale *3* på ${'en meget lang vej '.repeat(8)}`;

/** The crowded scenes have forty seats in one body. */
export const crowd: Charter = fjord({
  bodies: [
    body('panel', {
      above: 'forum',
      seats: [
        seat('regional-chair', 'chair', 'regional', 1, 'panel-seats'),
        seat('municipal-chair', 'chair', 'municipal', 1, 'panel-seats'),
        seat('secretary', 'secretary', 'regional', 1, 'panel-seats'),
        ...Array.from({ length: 37 }, (_each, at) =>
          seat(
            `seat-number-${at}-of-the-municipalities-of-the-fjord`,
            'member',
            ['municipal', 'regional', 'practice', null][at % 4] ?? null,
            1,
            'panel-seats',
          ),
        ),
      ],
    }),
    body('forum'),
    body('bureau'),
  ],
});

/** Everything that somebody has typed holds markup that nobody should be able to slip in. */
export function hostile(desk: Desk): Desk {
  const words: Desk['words'] = async (stream, text) => {
    const typed = await desk.words(stream, text);
    return typed?.replace(/(\p{L}+) /u, '**$1** [klik](https://evil.example) ') ?? null;
  };
  const channelName: Desk['channelName'] = async (channel) => (await desk.channelName(channel))?.replace(/^/, '<at>Alle</at> **') ?? null;
  return { ...desk, words, channelName };
}
