import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../../governance/charter/charter.ts';
import { escapeXml, round } from '../year/wheel-shapes.ts';
import { wrapped } from '../year/wheel-words.ts';
import { type Box, organisationOn } from './tree.ts';
import { type OrganisationWords, organisationWords } from './words.ts';

/** Narrow enough for a phone: at 360 pixels the smallest letters are nine high. */
const width = 720;
const gap = 14;
const fonts = "'DejaVu Sans Condensed','DejaVu Sans','Segoe UI',Arial,sans-serif";
const ink = '#16324f';
const fills = ['#16324f', '#2f6690', '#e8f1f5'];

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}
interface Drawing {
  readonly svg: string;
  readonly height: number;
}

/** The bodies and who stands under whom on a date, as one picture for the width of a phone. */
export function drawOrganisation(charter: Charter, date: IsoDate, language: string): string {
  const words = organisationWords(language);
  const { tops, unplaced } = organisationOn(charter, date, language);
  const title = words.title(Temporal.PlainDate.from(date).toLocaleString(words.locale, { dateStyle: 'long' }));
  const placed = inColumns(tops, width - 2 * gap, words, 0);
  const loose = inColumns(unplaced, width - 2 * gap, words, 0);
  const below = 84 + placed.height;
  const height = round(unplaced.length > 0 ? below + 50 + loose.height + gap : below + gap);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="${fonts}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${gap}" y="38" font-size="28" font-weight="bold" fill="${ink}">${escapeXml(title)}</text>`,
    `<text x="${gap}" y="66" font-size="19" fill="#444444">${escapeXml(words.inside)}</text>`,
    at(gap, 84, placed.svg),
    ...(unplaced.length > 0
      ? [
          `<text x="${gap}" y="${round(below + 36)}" font-size="21" font-weight="bold" fill="${ink}">${escapeXml(words.unplaced)}</text>`,
          at(gap, below + 50, loose.svg),
        ]
      : []),
    '</svg>',
    '',
  ].join('\n');
}

/** Boxes that hold others are as wide as there is room; the others fill two columns, each going where it is shortest. */
function inColumns(boxes: readonly Box[], wide: number, words: OrganisationWords, depth: number): Drawing {
  const column = (wide - gap) / 2;
  const drawn: string[] = [];
  let [left, right] = [0, 0];
  for (const box of boxes) {
    const whole = box.inside.length > 0;
    const y = whole ? Math.max(left, right) : Math.min(left, right);
    const { svg, height } = drawBox(box, whole ? wide : column, words, depth);
    drawn.push(at(whole || left <= right ? 0 : column + gap, y, svg));
    if (whole) left = right = y + height + gap;
    else if (left <= right) left = y + height + gap;
    else right = y + height + gap;
  }
  return { svg: drawn.join('\n'), height: Math.max(0, Math.max(left, right) - gap) };
}

function drawBox(box: Box, wide: number, words: OrganisationWords, depth: number): Drawing {
  const holds = box.inside.length > 0;
  const colour = holds && depth < 2 ? '#ffffff' : ink;
  let down = gap;
  const text = linesOf(box, words, wide - 2 * gap).map(({ text: each, size, bold }) => {
    down += size * 1.3;
    return `<text x="${gap}" y="${round(down - size * 0.3)}" font-size="${size}"${bold ? ' font-weight="bold"' : ''} fill="${colour}">${escapeXml(each)}</text>`;
  });
  const inside = inColumns(box.inside, wide - 2 * gap, words, depth + 1);
  const height = down + gap + (holds ? inside.height + gap : 0);
  const fill = holds ? fills[Math.min(depth, 2)] : '#ffffff';
  const dashes = box.tie === 'delegated' || box.tie === 'serves' ? ' stroke-dasharray="7 5"' : '';
  const frame = `<rect width="${round(wide)}" height="${round(height)}" rx="10" fill="${fill}" stroke="#2f6690" stroke-width="2"${dashes}/>`;
  return { svg: [frame, ...text, at(gap, down + gap, inside.svg)].join('\n'), height };
}

function linesOf(box: Box, words: OrganisationWords, wide: number): readonly Line[] {
  const lines = (text: string, size: number, bold: boolean): Line[] =>
    wrapped(text, Math.floor(wide / (size * (bold ? 0.58 : 0.52)))).map((each) => ({ text: each, size, bold }));
  return [
    ...(box.tie ? lines(words.ties[box.tie], 18, false) : []),
    ...box.names.flatMap((name) => (box.names.length > 1 ? lines(`· ${name}`, 20, false) : lines(name, 19, true))),
    ...box.notes.flatMap((note) => lines(note, 18, false)),
  ];
}

function at(x: number, y: number, svg: string): string {
  return svg === '' ? '' : `<g transform="translate(${round(x)} ${round(y)})">\n${svg}\n</g>`;
}
