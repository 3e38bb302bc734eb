import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import { deadlinesOf } from '../../governance/meeting/deadlines.ts';
import { instantOf } from '../../governance/time/calendar.ts';
import type { PlannedDate } from '../../governance/vocabulary/year/year.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { nameOf } from '../names.ts';
import { type PlanWords, planWords } from './plan-words.ts';
import { yearRing } from './wheel-calendar.ts';
import { isSettled, legend, sameForAll } from './wheel-legend.ts';
import { type Ring, ringsOf } from './wheel-rings.ts';
import { angleOf, band, escapeXml, pointAt, round, spoke } from './wheel-shapes.ts';
import { wrapped } from './wheel-words.ts';

const outermost = 1250;
const innermost = 430;
/** With so many rings they take some of the room in the middle. */
const manyRings = 20;
const innermostOfMany = 320;
/** Of digits, in tenths of a millimetre: smaller is not read in print. */
const leastLetters = 22;
/** Browsers without our font have one of these. */
const fonts = "'DejaVu Sans Condensed','DejaVu Sans','Segoe UI',Arial,sans-serif";

/** The year of all bodies on one sheet of A3: a ring for each, its meetings and what falls due around them, and the dates in words. */
export function wheelSheet(charter: Charter, year: number, plans: readonly BodyYear[], language: string): string {
  const words = planWords(language);
  const many = plans.length > manyRings;
  const rings = ringsOf(charter, year, plans, outermost - 60, many ? innermostOfMany : innermost);
  const title = `${words.wheel} ${year}`;
  const name = charter.collaboration.name[language] ?? '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="420mm" height="297mm" viewBox="0 0 4200 2970" role="img" aria-labelledby="title" font-family="${fonts}">`,
    `<title id="title">${escapeXml(`${title}, ${name}`)}</title>`,
    '<rect width="4200" height="2970" fill="#ffffff"/>',
    `<g transform="translate(1480 1485)">${wheel(charter, year, rings, language, words)}${middle(title, name, sameForAll(rings), words, { title: many ? 72 : 104, line: many ? 38 : 44 })}</g>`,
    `<g transform="translate(2980 170)">${legend(charter, rings, language, words)}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

/** One body's year as a square picture. */
export function square(charter: Charter, plan: BodyYear, language: string): string {
  const words = planWords(language);
  const [ring] = ringsOf(charter, plan.year, [plan], 1020, 760);
  const name = nameOf(charter, plan.body, `${plan.year}-12-31`, language);
  const title = `${words.wheel} ${plan.year}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900" viewBox="-1440 -1440 2880 2880" role="img" aria-labelledby="title" font-family="${fonts}">`,
    `<title id="title">${escapeXml(`${title}, ${name}`)}</title>`,
    '<rect x="-1440" y="-1440" width="2880" height="2880" fill="#ffffff"/>',
    ring ? wheel(charter, plan.year, [ring], language, words) : '',
    ring ? dates(ring, words) : '',
    middle(title, name, plan.stands, words, { title: 124, line: 56 }),
    '</svg>',
    '',
  ].join('\n');
}

function wheel(charter: Charter, year: number, rings: readonly Ring[], language: string, words: PlanWords): string {
  const inner = (rings.at(-1)?.radius ?? innermost) - (rings.at(-1)?.half ?? 0) - 14;
  return [yearRing(charter, year, inner, outermost, words), ...rings.map((ring) => ringOf(charter, ring, language, words))].join('\n');
}

function ringOf(charter: Charter, ring: Ring, language: string, words: PlanWords): string {
  const { radius, plan, colour, number, half, alone } = ring;
  const meetings = plan.meetings.filter(({ date }) => date.startsWith(`${plan.year}-`));
  const [x, y] = pointAt(0, radius);
  const letters = Math.max(half * 0.76, leastLetters);
  return [
    `<circle r="${radius}" fill="none" stroke="${colour}" stroke-opacity="0.35" stroke-width="3"/>`,
    ...meetings.filter(({ cancelled }) => !cancelled).map((each) => lead(charter, ring, each)),
    ...meetings.map((each) => dot(charter, ring, each, language, words)),
    ...(alone
      ? []
      : [
          `<circle cx="${round(x)}" cy="${round(y)}" r="${round(Math.max(half * 0.62, letters * 0.6))}" fill="#ffffff" stroke="${colour}" stroke-width="${round(half * 0.14)}"/>`,
          `<text x="${round(x)}" y="${round(y + letters * 0.36)}" font-size="${round(letters)}" font-weight="bold" text-anchor="middle" fill="${colour}">${number}</text>`,
        ]),
  ].join('\n');
}

/** From the deadline for items to the meeting, with a notch where the agenda is out; and on to where the minutes are out. */
function lead(charter: Charter, { radius, plan, colour, half }: Ring, meeting: PlannedDate): string {
  const start = instantOf(charter, meeting.date, meeting.time);
  const due = deadlinesOf(
    charter,
    plan.body,
    start.toString(),
    start.add({ minutes: meeting.minutes }).toString(),
    start.subtract({ hours: 24 * 365 }),
  );
  const end = `${plan.year}-12-31`;
  const first = `${plan.year}-01-01`;
  const at = angleOf(meeting.date, 0.5);
  const items = due.items === null ? null : angleOf(due.items < first ? first : due.items);
  const minutes = due.minutes > end ? angleOf(end, 1) : angleOf(due.minutes, 1);
  const thick = half * 0.34;
  return [
    ...(items === null ? [] : [`<path d="${band(radius - thick, radius + thick, items, at)}" fill="${colour}" fill-opacity="0.28"/>`]),
    ...(items === null
      ? []
      : [`<path d="${spoke(items, radius - half * 0.5, radius + half * 0.5)}" stroke="${colour}" stroke-width="6"/>`]),
    ...(due.agenda === null || due.agenda < first
      ? []
      : [`<path d="${spoke(angleOf(due.agenda, 0.5), radius - thick, radius + thick)}" stroke="${colour}" stroke-width="4"/>`]),
    `<path d="${band(radius - 5, radius + 5, at, minutes)}" fill="${colour}"/>`,
    `<path d="${spoke(minutes, radius - half * 0.34, radius + half * 0.34)}" stroke="${colour}" stroke-width="5"/>`,
  ].join('');
}

function dot(charter: Charter, { radius, plan, colour, half }: Ring, meeting: PlannedDate, language: string, words: PlanWords): string {
  const [x, y] = pointAt(angleOf(meeting.date, 0.5), radius);
  const letters = Math.max(half * 0.96, leastLetters + 1);
  const size = Math.max(half * 0.86, letters * 0.7);
  const day = String(Temporal.PlainDate.from(meeting.date).day);
  const [fill, ink, line] = meeting.cancelled
    ? ['#ffffff', '#8a8a8a', '#8a8a8a']
    : isSettled(plan)
      ? [colour, '#ffffff', colour]
      : ['#ffffff', colour, colour];
  const shape = meeting.gathering
    ? `<rect x="${round(-size)}" y="${round(-size)}" width="${round(size * 2)}" height="${round(size * 2)}" rx="${round(size * 0.3)}"`
    : `<circle r="${round(size)}"`;
  return [
    `<g transform="translate(${round(x)} ${round(y)})">`,
    `<title>${escapeXml(described(charter, plan, meeting, language, words))}</title>`,
    `${shape} fill="${fill}" stroke="${line}" stroke-width="${round(half * 0.14)}"/>`,
    `<text y="${round(letters * 0.36)}" font-size="${round(letters)}" font-weight="bold" text-anchor="middle" fill="${ink}">${day}</text>`,
    meeting.cancelled ? `<path d="M${round(-size)},${round(size)}L${round(size)},${round(-size)}" stroke="#8a8a8a" stroke-width="6"/>` : '',
    '</g>',
  ].join('');
}

function described(charter: Charter, plan: BodyYear, meeting: PlannedDate, language: string, words: PlanWords): string {
  const day = Temporal.PlainDate.from(meeting.date);
  const gathering = charter.gatherings.find((each) => each.host === plan.body && each.id === meeting.gathering);
  const name = gathering?.name[language] ?? nameOf(charter, plan.body, meeting.date, language);
  const status = meeting.cancelled ? words.cancelled : words.stands[plan.stands];
  return `${name}: ${words.weekdays[day.dayOfWeek - 1]} ${day.day}. ${words.months[day.month - 1]} ${day.year}, ${meeting.time} (${status})`;
}

/** The date in words beside each dot. */
function dates({ radius, plan, half }: Ring, words: PlanWords): string {
  return plan.meetings
    .map((meeting) => {
      const day = Temporal.PlainDate.from(meeting.date);
      const angle = angleOf(meeting.date, 0.5);
      const [x, y] = pointAt(angle, radius - half - 90);
      const anchor = Math.abs(Math.sin(angle)) < 0.35 ? 'middle' : Math.sin(angle) > 0 ? 'end' : 'start';
      const first = `${words.weekdays[day.dayOfWeek - 1]} ${day.day}. ${words.months[day.month - 1]?.slice(0, 3)}`;
      const second = meeting.cancelled ? words.cancelled : meeting.time;
      return `<g text-anchor="${anchor}" fill="#26323b"><text x="${round(x)}" y="${round(y)}" font-size="62" font-weight="bold">${first}</text><text x="${round(x)}" y="${round(y + 66)}" font-size="56">${second}</text></g>`;
    })
    .join('\n');
}

function middle(
  title: string,
  name: string,
  stands: BodyYear['stands'] | null,
  words: PlanWords,
  letters: { readonly title: number; readonly line: number },
): string {
  const lines = [...wrapped(name, 26).map((text) => [text, '#4a5761']), ...(stands ? [[words.stands[stands], '#5b6872']] : [])];
  const size = letters.line;
  const first = -((lines.length - 1) * size * 1.3) / 2 + size * 1.4;
  return [
    `<text y="${round(first - size * 2.1)}" font-size="${letters.title}" font-weight="bold" text-anchor="middle" fill="#26323b">${escapeXml(title)}</text>`,
    ...lines.map(
      ([line = '', colour = ''], at) =>
        `<text y="${round(first + at * size * 1.3)}" font-size="${size}" text-anchor="middle" fill="${colour}">${escapeXml(line)}</text>`,
    ),
  ].join('\n');
}
