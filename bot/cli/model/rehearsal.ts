import type { Charter } from '../../governance/charter/charter.ts';
import { bodyOf } from '../../governance/charter/terms.ts';
import { asIfInForce, type Fate, replay } from '../../governance/register/rehearse.ts';
import type { Drafted } from '../../model/draft.ts';
import type { TitledCase } from '../../view/case/recorded-cases.ts';
import { counted } from '../asked.ts';
import { inLanguage } from './show.ts';

interface Rehearsed {
  readonly recorded: TitledCase;
  readonly was: Fate;
  readonly would: Fate;
}

/** What would have been decided where, counted and then case by case. What is not changed is counted only. */
export function describeRehearsal(
  { inForce, withDraft, versions }: Drafted,
  cases: readonly TitledCase[],
  language: string,
): readonly string[] {
  if (cases.length === 0) return ['No cases are recorded, so there is nothing to rehearse.'];
  const draft = asIfInForce(withDraft, versions);
  const rehearsed = cases.map(
    (recorded): Rehearsed => ({ recorded, was: recordedFate(inForce, recorded), would: replay(draft, inForce, recorded) }),
  );
  const changed = rehearsed.filter(({ was, would }) => fateText(draft, was, language) !== fateText(draft, would, language));
  const [first, last] = [cases[0]?.raised, cases.at(-1)?.raised];
  return [
    `${counted(cases.length, 'recorded case')}, raised ${first} to ${last}. Under the draft ${changed.length} would have ended elsewhere.`,
    ...counts(draft, rehearsed, language).map((each) => `  ${each}`),
    ...changed.map((each) => `- ${line(draft, each, language)}`),
    'What people chose is repeated where they had the choice; where the draft gives them one they did not have, it says "for the chairs to judge".',
  ];
}

/** Where it was decided, where it has been; else where the terms in force would bring it. */
function recordedFate(inForce: Charter, recorded: TitledCase): Fate {
  const way = replay(inForce, inForce, recorded);
  if (recorded.decided === null) return way;
  const until = way.bodies.indexOf(recorded.decided);
  return { bodies: until < 0 ? [...way.bodies, recorded.decided] : way.bodies.slice(0, until + 1), ends: 'decided' };
}

/** One line for each end, with how many cases had it and would have had it. */
function counts(charter: Charter, rehearsed: readonly Rehearsed[], language: string): readonly string[] {
  const ends = [...new Set(rehearsed.flatMap(({ was, would }) => [fateText(charter, was, language), fateText(charter, would, language)]))];
  return ends.sort().map((end) => {
    const had = rehearsed.filter(({ was }) => fateText(charter, was, language) === end).length;
    const would = rehearsed.filter((each) => fateText(charter, each.would, language) === end).length;
    return `${end}: ${had} as it was, ${would} under the draft`;
  });
}

function line(charter: Charter, { recorded, was, would }: Rehearsed, language: string): string {
  const { matter, raised, number, title, id, decided } = recorded;
  const about = [matter.kind, ...matter.weighs].join(', ');
  const fate = fateText(charter, was, language);
  const from = inLanguage(language)(bodyOf(charter, recorded.body)?.name ?? {}) || recorded.body;
  return `${number ?? id}${title === null ? '' : ` “${title}”`} (${about}), raised ${raised} in ${from}: ${decided === null ? `not decided yet (${fate})` : fate}; under the draft ${fateText(charter, would, language)}.`;
}

function fateText(charter: Charter, { bodies, ends }: Fate, language: string): string {
  const last = bodies.at(-1) ?? '';
  const name = inLanguage(language)(bodyOf(charter, last)?.name ?? {}) || last;
  const said: Readonly<Record<Fate['ends'], string>> = {
    decided: `decided by ${name}`,
    chairs: `for the chairs to judge in ${name}`,
    outside: `sent out to ${name}`,
    nowhere: `stuck in ${name}, which may not decide it`,
  };
  return said[ends];
}
