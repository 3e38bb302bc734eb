import { expect, test } from 'vitest';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { AskingState, State } from '../../bot/governance/vocabulary/all.ts';
import type { Ask } from '../../bot/governance/vocabulary/ask/ask.ts';
import { kindOf, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import { leadsTo } from '../../cards/asks/named.ts';
import type { Face } from '../../cards/kit/card.ts';
import fc from '../kit/seeded.ts';
import { cardOf, openWalk } from '../kit/walk.ts';

type Walk = ReturnType<typeof openWalk>;
type Phased = State & { readonly phase?: string; readonly stage?: string };
interface Seen {
  readonly state: Phased;
  readonly asks: readonly Ask[];
}
const asked = (seen: Seen, what: Ask['what']) => seen.asks.some((each) => each.what === what);
const is = (phase: string) => (seen: Seen) => seen.state.phase === phase;
const fact = (of: (state: never) => unknown) => (seen: Seen) => Boolean(of(seen.state as never));

/** Every question or standing that may stand at the head of a card, and what must be so for it, read off the state and not off what chose the words. */
const heads: Readonly<Record<string, readonly (readonly [RegExp, (seen: Seen) => boolean])[]>> = {
  request: [
    [/^Skal bestillingen sendes/, (seen) => asked(seen, 'request-order')],
    [/opgaven på sig\?$/, (seen) => asked(seen, 'request-accept')],
    [/løse denne del\?$/, (seen) => asked(seen, 'request-delegate')],
    [/^Kan svaret sendes/, (seen) => asked(seen, 'request-report')],
    [
      / har påtaget sig opgaven\.$/,
      fact((state: { phase: string; question: unknown }) => state.phase === 'accepted' && state.question === null),
    ],
    [/har sendt bestillingen tilbage/, fact((state: { turnedDown: unknown }) => state.turnedDown)],
    [/^Svaret er sendt/, fact((state: { report: unknown; receipt: unknown }) => state.report && !state.receipt)],
    [/har modtaget svaret/, fact((state: { receipt: unknown }) => state.receipt)],
    [/er bortfaldet/, is('withdrawn')],
  ],
  group: [
    [/^Skal gruppen nedsættes/, (seen) => asked(seen, 'group-set-up')],
    [/^Skal gruppen .*(forlænges|fortsætte|arbejde)/, (seen) => asked(seen, 'group-extend')],
    [/^Gruppen arbejder til/, is('running')],
    [/har afleveret sin rapport/, (seen) => asked(seen, 'group-receipt')],
    [/er afsluttet/, is('closed')],
    [/blev ikke nedsat|er ikke nedsat/, fact((state: { turnedDown: readonly unknown[] }) => state.turnedDown.length > 0)],
  ],
  flag: [
    [/^Hvad er formandskabets svar\?/, (seen) => asked(seen, 'flag-answer')],
    [/^Formandskabet har svaret/, fact((state: { answer: unknown }) => state.answer)],
    [/^Der er rejst en sag/, fact((state: { case: { outcome: string } | null }) => state.case?.outcome === 'raised')],
    [/^Sagen er /, fact((state: { case: unknown }) => state.case)],
  ],
  experience: [
    [/vurderer, om erfaringen skal udbredes/, (seen) => asked(seen, 'experience-assess')],
    [/^Skal erfaringen udbredes/, (seen) => asked(seen, 'experience-assess')],
    [/udbreder den ikke nu/, is('set-aside')],
    [/^Sendt til/, fact((state: { phase: string; audience: readonly unknown[] }) => state.phase === 'spread' && state.audience.length > 0)],
    [/^Er den relevant|\?$/, is('spread')],
  ],
  'work-plan': [
    [/^Godkender du arbejdsplanen/, (seen) => asked(seen, 'work-plan')],
    [/klar til godkendelse/, fact((state: { phase: string; tasks: readonly unknown[] }) => state.phase === 'drafting')],
    [/./, (seen) => seen.asks.length === 0],
  ],
  initiative: [
    [/^Hvordan inddrages patienterne/, (seen) => asked(seen, 'initiative-patients')],
    [/./, () => false],
  ],
  year: [
    [/^Godkender du mødedatoerne/, (seen) => asked(seen, 'year')],
    [/\?$/, () => false],
  ],
  'milestone-plan': [
    [/^Der er ingen plan/, fact((state: { version: number }) => state.version === 0)],
    [/ikke er sendt til godkendelse/, is('drafting')],
    [/\?$/, (seen) => asked(seen, 'milestone-plan')],
  ],
  meeting: [
    [/^Mødet er aflyst/, is('cancelled')],
    [/^Kommer du/, (seen) => asked(seen, 'meeting-answers') || is('planned')(seen)],
  ],
};
/** Where nothing can come after, except that a result is opened again by those who hold a key. */
const finished = new Set(['request closed', 'request withdrawn', 'group closed', 'case withdrawn', 'meeting cancelled', 'flag settled']);
/** These lead to something to read; nothing is answered or changed by them. */
const leading = new Set(['view', 'case', 'meeting', 'agenda', 'minutes', 'milestones', 'year', 'request']);
/** What somebody types or chooses may be wrong; that it was theirs to press, and when, the card must know. */
const ofRights = /^only-|-has-moved$|^no-such-|^changed-meanwhile$|^not-theirs|^another-sector|^one-person/;

function wordsOn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(wordsOn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'picks' || key === 'verb' ? [] : wordsOn(each)));
}

function verbsOn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(verbsOn);
  if (typeof value !== 'object' || value === null) return [];
  const { verb } = value as { verb?: unknown };
  return [...(typeof verb === 'string' && !leading.has(verb) ? [verb] : []), ...Object.values(value).flatMap(verbsOn)];
}

/** What is not so on the cards of a subject, in words; the names of those it waits for are of one word each. */
async function untrueOf(walk: Walk, about: Stream, state: Phased & AskingState): Promise<readonly string[]> {
  const face = await walk.shows(cardOf(about), about, null);
  if (!face) return [];
  const asks = openAsks(about, state, walk.charter);
  const said = wordsOn(face.data).join('\n');
  const names = new Set(
    asks.flatMap((ask) => {
      const { now, skipped } = walk.fallsTo(ask);
      return [...now, ...skipped.flatMap(({ person, why }) => (person !== null && why === 'away' ? [person] : []))].map(walk.nameOf);
    }),
  );
  const waits = [...said.matchAll(/(?:Venter på|Mangler svar fra|afventer) ((?:Navn\d+(?:, | og )?)+)/g)];
  const named = waits.flatMap(([, all = '']) => all.match(/Navn\d+/g) ?? []).filter((name) => !names.has(name));
  const phase = `${kindOf(about)} ${state.phase ?? state.stage ?? ''}`;
  return [
    ...named.map((name) => `${phase} waits for ${name}, who is asked nothing: ${said}`),
    ...(asks.length === 0 && /Venter på|Afventer (?!kvittering)|Mangler svar fra/.test(said)
      ? [`${phase} waits, and nobody is asked: ${said}`]
      : []),
    ...headOf(face, phase, { state, asks }),
    ...(await Promise.all(asks.map((ask) => buttonless(walk, ask, state)))).flat(),
    ...(await pressable(walk, about, face, phase, state)),
  ];
}

function headOf(face: Face, phase: string, seen: Seen): readonly string[] {
  const question = String(face.data.question ?? '');
  const rows = heads[seen.state.kind];
  if (!rows || question === '') return [];
  const row = rows.find(([words]) => words.test(question));
  if (!row) return question.endsWith('?') ? [`${phase} asks what the table does not know: ${question}`] : [];
  return row[1](seen) ? [] : [`${phase} says "${question}"`];
}

/** Whoever an ask falls to finds something to press where it leads; one that is said only when it is late does so from then on. */
async function buttonless(walk: Walk, ask: Ask, state: AskingState): Promise<readonly string[]> {
  if (ask.said === 'late' && !state.asks?.reminded.some((each) => each.ask === ask.id)) return [];
  const { now } = walk.fallsTo(ask);
  if (now.length === 0) return ask.ladder === 'own' ? [] : [`${ask.id} falls to nobody`];
  const { card, open } = leadsTo(ask.about, ask.what);
  const found = await Promise.all(now.map(async (who) => verbsOn((await walk.shows(card, ask.about, who, open))?.data).length > 0));
  return found.every(Boolean) ? [] : [`${ask.id} falls to somebody who finds no button`];
}

/** A stranger finds nothing to press, and where it is finished nobody does. */
async function pressable(walk: Walk, about: Stream, face: Face, phase: string, state: State): Promise<readonly string[]> {
  const over = finished.has(phase) && !subjectOf(about).index(state, walk.charter).open;
  const who = [walk.stranger, ...(over ? face.viewers.slice(0, 4) : [])];
  const all = await Promise.all(who.map(async (each) => verbsOn((await walk.shows(cardOf(about), about, each))?.data)));
  return all.flatMap((verbs, at) => (verbs.length === 0 ? [] : [`${phase} offers ${verbs.join(', ')} to ${walk.nameOf(who[at] ?? '')}`]));
}

test('whatever happens in whatever subject, its card waits only for those who are asked, says only what is so, and has a button for whoever must act', {
  timeout: 300_000,
}, async () => {
  const met = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 4_000, maxLength: 4_000 }), async (dice) => {
      const walk = openWalk('2019-06-03T08:00:00Z');
      let at = 0;
      const pick = (n: number) => (n === 0 ? 0 : (dice[at++ % dice.length] ?? 0) % n);
      for (let step = 0; step < 170; step++) {
        const before = new Map(walk.room.states);
        if (pick(12) === 0)
          walk.room.until(
            walk.room
              .now()
              .add({ hours: 24 * (1 + pick(20)) })
              .toString(),
          );
        const offered = await walk.presses(pick);
        if (offered?.refused && ofRights.test(offered.refused))
          throw new Error(`${offered.card} of ${offered.about} offered ${offered.verb}, and it was refused: ${offered.refused}`);
        for (const [stream, state] of walk.room.states) {
          if (before.get(stream) === state || !(kindOf(stream) in heads || kindOf(stream) === 'case')) continue;
          const untrue = await untrueOf(walk, stream, state);
          if (untrue.length > 0) throw new Error(`on ${walk.room.now()}, ${untrue.join('\n')}`);
          const phase = `${kindOf(stream)} ${(state as Phased).phase ?? (state as Phased).stage ?? ''}`;
          met.set(phase, (met.get(phase) ?? 0) + 1);
        }
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
  expect([...met.keys()].filter((phase) => phase.split(' ')[0] !== 'case').length).toBeGreaterThanOrEqual(12);
});
