import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { nameOf } from '../names.ts';
import type { PlanWords } from './plan-words.ts';
import type { Ring } from './wheel-rings.ts';
import { escapeXml, round } from './wheel-shapes.ts';
import { wrapped } from './wheel-words.ts';

/** From the list's top to the edge of the sheet, less what the signs below it take. */
const room = 2440;
const sizes = [37, 34, 31, 28, 26, 24, 22];

/** The rings by number and colour with their dates in words, as large as there is room for, and what the signs mean. */
export function legend(charter: Charter, rings: readonly Ring[], language: string, words: PlanWords): string {
  const tried = sizes.map((size) => list(charter, rings, language, words, size));
  const { parts, height } = tried.find((each) => each.height <= room) ?? tried.at(-1) ?? { parts: [], height: 0 };
  return `${parts.join('\n')}\n${signs(height + 44, words)}`;
}

function list(charter: Charter, rings: readonly Ring[], language: string, words: PlanWords, size: number) {
  const parts: string[] = [];
  let y = 0;
  const line = (text: string, letters: number, colour: string, weight = 'normal') => {
    parts.push(`<text x="90" y="${round(y)}" font-size="${letters}" font-weight="${weight}" fill="${colour}">${escapeXml(text)}</text>`);
    y += letters * 1.32;
  };
  for (const { plan, colour, number } of rings) {
    const [fill, ink] = isSettled(plan) ? [colour, '#ffffff'] : ['#ffffff', colour];
    parts.push(
      `<circle cx="36" cy="${round(y - size * 0.35)}" r="${round(size * 0.81)}" fill="${fill}" stroke="${colour}" stroke-width="5"/>`,
      `<text x="36" y="${round(y - size * 0.03)}" font-size="${round(size * 0.92)}" font-weight="bold" text-anchor="middle" fill="${ink}">${number}</text>`,
    );
    for (const each of wrapped(nameOf(charter, plan.body, `${plan.year}-12-31`, language), 1750 / size))
      line(each, size + 3, colour, 'bold');
    for (const text of datesOf(charter, plan, language, words)) {
      for (const each of wrapped(text, 2000 / size)) line(each, size, '#26323b');
    }
    y += size * 0.6;
  }
  return { parts, height: y };
}

/** Nothing is left to agree: it is drawn solid. */
export function isSettled({ stands }: BodyYear): boolean {
  return stands === 'confirmed' || stands === 'elsewhere';
}

/** What every ring's plan is, where it is the same for all; it is then said once. */
export function sameForAll(rings: readonly Ring[]): BodyYear['stands'] | null {
  const stands = new Set(rings.map(({ plan }) => plan.stands));
  return stands.size === 1 ? (rings[0]?.plan.stands ?? null) : null;
}

/** Its own meetings on one line, and those across bodies each under its name. */
function datesOf(charter: Charter, { body, meetings }: BodyYear, language: string, words: PlanWords): readonly string[] {
  const live = meetings.filter(({ cancelled }) => !cancelled);
  const short = (date: string) => {
    const day = Temporal.PlainDate.from(date);
    return `${day.day}.\u00A0${words.months[day.month - 1]?.slice(0, 3)}`;
  };
  const own = live.filter(({ gathering }) => gathering === null).map(({ date }) => short(date));
  const together = live.flatMap(({ gathering, date }) => {
    const name = charter.gatherings.find((each) => each.host === body && each.id === gathering)?.name[language];
    return gathering === null ? [] : [`${short(date)}: ${name ?? gathering}`];
  });
  return [...(own.length > 0 ? [own.join(', ')] : []), ...together];
}

/** What a ring's signs mean, drawn as they stand there. */
function signs(top: number, words: PlanWords): string {
  const ink = '#26323b';
  const row = (y: number, drawing: string, text: string) =>
    `<g transform="translate(0 ${y})">${drawing}<text x="320" y="11" font-size="32" fill="${ink}">${escapeXml(text)}</text></g>`;
  const sign = [
    `<path d="M20,-14H160V14H20Z" fill="${ink}" fill-opacity="0.28"/><path d="M20,-20V20" stroke="${ink}" stroke-width="6"/>`,
    `<path d="M90,-14V14" stroke="${ink}" stroke-width="4"/><path d="M160,-5H280V5H160Z" fill="${ink}"/><path d="M280,-14V14" stroke="${ink}" stroke-width="5"/>`,
    `<circle cx="160" r="28" fill="${ink}"/>`,
  ].join('');
  return [
    `<g transform="translate(0 ${top})">`,
    row(0, sign, words.leads),
    row(
      74,
      `<circle cx="120" r="26" fill="${ink}" stroke="${ink}" stroke-width="5"/><circle cx="200" r="26" fill="#ffffff" stroke="${ink}" stroke-width="5"/>`,
      words.solid,
    ),
    row(148, `<rect x="134" y="-26" width="52" height="52" rx="8" fill="#ffffff" stroke="${ink}" stroke-width="5"/>`, words.together),
    row(
      222,
      `<rect x="60" y="-22" width="60" height="44" fill="#e5b9b0"/><rect x="130" y="-22" width="60" height="44" fill="#f3dfae"/><rect x="200" y="-22" width="60" height="44" fill="#dcebd2"/>`,
      words.days,
    ),
    '</g>',
  ].join('\n');
}
