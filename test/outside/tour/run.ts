import { nameOf, type Walk, type Walked, walks } from '../../kit/room/walk.ts';

const desktop = { width: 1400, height: 900 };
const phone = { width: 390, height: 844 };
/** Both languages, both widths, both themes, and once by the keyboard alone; at 200 % zoom a window of 1400 holds 700 pixels. */
const all: readonly Walk[] = [
  { language: 'da', ...desktop, theme: 'dark', by: 'mouse' },
  { language: 'en', ...desktop, theme: 'light', by: 'mouse' },
  { language: 'da', ...phone, theme: 'light', by: 'mouse' },
  { language: 'en', ...phone, theme: 'dark', by: 'mouse' },
  { language: 'da', ...desktop, theme: 'light', by: 'keyboard' },
  { language: 'en', width: 700, height: 450, theme: 'light', by: 'mouse' },
];
const mostPresses = 60;
const steps = 14;

/** The tour, or the walks whose names hold what is given: `npm run tour -- en-390`. The pictures are in dist/room. */
async function tours(only: readonly string[]): Promise<void> {
  let failed = false;
  for (const walk of all.filter((each) => only.every((part) => nameOf(each).includes(part)))) {
    const walked = await walks(walk, { looks: true });
    const faults = faultsIn(walked);
    console.log(`${nameOf(walk)}: ${walked.ticked} steps, ${walked.presses} presses, ${walked.seconds} s, ${faults.length} faults`);
    console.log(`  ${walked.counted.join(', ')}`);
    for (const fault of faults) console.log(`  ${fault}`);
    failed ||= faults.length > 0;
  }
  process.exitCode = failed ? 1 : 0;
}

function faultsIn({ told, ticked, presses, faults, obstacles }: Walked): readonly string[] {
  return [
    ...(ticked === steps && new Set(told).size === steps ? [] : ['a step was not ticked']),
    ...(presses < mostPresses ? [] : [`${presses} presses`]),
    ...faults,
    ...new Set(obstacles),
  ];
}

await tours(process.argv.slice(2));
