import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Charter } from '../../governance/charter/charter.ts';
import { canJudge, wayToDecision } from '../../governance/charter/competence.ts';
import { type Matter, matterKinds, weights } from '../../governance/charter/matter.ts';
import { type UnstatedQuestion, unstated, withoutAppointer } from '../../governance/charter/unstated.ts';
import { turningDays, type Way, waysUp } from '../../governance/charter/ways.ts';
import { clausesOf, readCoverage } from '../../model/coverage.ts';
import type { ModelError } from '../../model/page.ts';
import { coverageFile, readCharter } from '../../model/read.ts';

/** What `model check` found; with errors there is nothing else. */
export interface Check {
  readonly errors: readonly ModelError[];
  readonly found: Found | null;
}
interface Found {
  readonly bodies: { readonly all: number; readonly meeting: number; readonly outside: number };
  readonly versions: number;
  readonly seats: number;
  readonly seatsWithoutAppointer: number;
  readonly clauses: Readonly<Record<'enforced' | 'waits' | 'not-automated', number>>;
  readonly waitsFor: Readonly<Record<string, number>>;
  readonly notStated: readonly { readonly terms: string; readonly question: UnstatedQuestion; readonly seat: string | null }[];
  readonly ways: readonly Way[];
}

const questions: Readonly<Record<UnstatedQuestion, string>> = {
  end: 'when the terms end',
  above: 'what is above',
  secretariat: 'the secretariat',
  cadence: 'how often it meets',
  members: 'who the members are',
  number: 'how many',
  decides: 'what it may decide itself',
};

/** Reads the model in a folder and checks everything that can be checked without the documents. */
export function checkOf(dir: string): Check {
  const read = readCharter(dir);
  if ('errors' in read) return { errors: read.errors, found: null };
  const { charter } = read;
  const ways = turningDays(charter).flatMap((day) => waysUp(charter, day));
  const coverage = existsSync(join(dir, coverageFile)) ? readCoverage(dir, charter) : [];
  return { errors: [...coverage, ...deadEnds(charter, ways), ...undecided(charter, ways)], found: foundIn(charter, ways) };
}

export function describeCheck({ errors, found }: Check): readonly string[] {
  const said = errors.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  if (!found || errors.length > 0) return said;
  const { bodies, clauses } = found;
  return [
    `${bodies.all} bodies: ${bodies.meeting} that meet, ${bodies.outside} that appoint, approve or link.`,
    `${found.versions} versions of terms of reference, ${found.seats} kinds of seats.`,
    `${clauses.enforced + clauses.waits + clauses['not-automated']} clauses: ${clauses.enforced} enforced, ${clauses.waits} waiting, ${clauses['not-automated']} not automated.`,
    ...Object.entries(found.waitsFor).map(([capability, count]) => `  ${String(count).padStart(4)} wait for ${capability}`),
    '',
    `Every way up ends with somebody who may decide, in each of ${everyMatter().length} kinds of case (a default step, which no document states, is in brackets):`,
    ...waysIn(found.ways),
    '',
    `Not stated (${found.notStated.length}), and who appoints to ${found.seatsWithoutAppointer} kinds of seats:`,
    ...openIn(found.notStated),
    '',
    'The model holds together.',
  ];
}

function foundIn(charter: Charter, ways: readonly Way[]): Found {
  const terms = charter.bodies.flatMap((body) => body.terms);
  const clauses = clausesOf(charter);
  const waits = clauses.flatMap(({ state }) => (state.kind === 'waits' ? [state.for] : []));
  const count = (kind: string) => clauses.filter(({ state }) => state.kind === kind).length;
  return {
    bodies: {
      all: charter.bodies.length,
      meeting: charter.bodies.filter(({ outside }) => !outside).length,
      outside: charter.bodies.filter(({ outside }) => outside).length,
    },
    versions: terms.length,
    seats: terms.reduce((sum, { seats }) => sum + seats.length, 0),
    seatsWithoutAppointer: terms.reduce((sum, each) => sum + withoutAppointer(each), 0),
    clauses: { enforced: count('enforced'), waits: count('waits'), 'not-automated': count('not-automated') },
    waitsFor: Object.fromEntries([...new Set(waits)].sort().map((each) => [each, waits.filter((other) => other === each).length])),
    notStated: unstated(charter).map((each) => ({ terms: each.terms.id, question: each.question, seat: each.seat })),
    ways,
  };
}

function deadEnds(charter: Charter, ways: readonly Way[]): readonly ModelError[] {
  return ways
    .filter(({ decides }) => decides === null)
    .map(({ body, date, steps }) => {
      const way = [body, ...steps.map(({ to }) => to)].join(', ');
      return { ...placeOf(charter, body, date), message: `On ${date} the way up ends with nobody who may decide: ${way}.` };
    });
}

/** Every kind of case, alone and with each weight, decided where it is or sent up by its chairs: none may end with nobody. */
function undecided(charter: Charter, ways: readonly Way[]): readonly ModelError[] {
  const sound = ways.filter(({ decides }) => decides !== null);
  return sound.flatMap(({ body, date }) => {
    const lost = everyMatter().flatMap((matter) => {
      const way = [false, true]
        .map((sentUp) => wayToDecision(charter, body, matter, date, sentUp))
        .find(({ bodies, ends }) => ends === 'ring' || ends === 'nowhere' || !canJudge(charter, bodies.at(-1) ?? body, date));
      return way ? [{ matter, way }] : [];
    });
    const [first] = lost;
    if (!first) return [];
    const what = [first.matter.kind, ...first.matter.weighs].join(', ');
    const message = `On ${date} a case (${what}) ends with nobody who may decide: ${first.way.bodies.join(', ')}.`;
    return [
      {
        ...placeOf(charter, body, date),
        message: lost.length === 1 ? message : `${message} So do ${lost.length - 1} other kinds of case.`,
      },
    ];
  });
}

function everyMatter(): readonly Matter[] {
  return matterKinds.flatMap((kind) => [{ kind, weighs: [] }, ...weights.map((weight): Matter => ({ kind, weighs: [weight] }))]);
}

function placeOf(charter: Charter, body: string, date: string): { readonly file: string; readonly line: number } {
  const terms = charter.bodies.find(({ id }) => id === body)?.terms.findLast(({ from }) => from <= date);
  return terms?.at ?? { file: body, line: 1 };
}

/** Each way once, with the first day it holds and whose it is. */
function waysIn(ways: readonly Way[]): readonly string[] {
  const from = new Map<string, { date: string; bodies: string[] }>();
  for (const { body, date, steps } of ways) {
    const way = steps.map(({ to, clause }) => (clause === null ? `(${to})` : to)).join(' -> ') || 'decides itself';
    const same = from.get(way) ?? { date, bodies: [] };
    from.set(way, { ...same, bodies: same.bodies.includes(body) ? same.bodies : [...same.bodies, body] });
  }
  return [...from].map(([way, { date, bodies }]) => `  from ${date}: ${bodies.join(', ')}\n    -> ${way}`);
}

function openIn(notStated: Found['notStated']): readonly string[] {
  const versions = [...new Set(notStated.map(({ terms }) => terms))];
  return versions.map((version) => {
    const open = notStated.filter(({ terms }) => terms === version);
    const said = open.filter(({ seat }) => seat === null).map(({ question }) => questions[question]);
    const numbers = open.flatMap(({ seat }) => (seat === null ? [] : [seat]));
    return `  ${version}: ${[...said, ...(numbers.length > 0 ? [`how many of ${numbers.join(', ')}`] : [])].join('; ')}`;
  });
}
