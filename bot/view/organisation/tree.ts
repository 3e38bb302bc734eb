import type { Body, BodyId, Charter, IsoDate, Link, Terms } from '../../governance/charter/charter.ts';
import { hasRunOut, termsInForce } from '../../governance/charter/terms.ts';
import { nameOf } from '../names.ts';
import { type OrganisationWords, organisationWords } from './words.ts';

/** Why a box stands inside another: it refers to it, is handed tasks by it, or serves it. */
export type Tie = 'refers' | 'delegated' | 'serves';
/** One body, or several like bodies that stand in the same place, with those that stand under them. */
export interface Box {
  readonly id: string;
  readonly tie: Tie | null;
  readonly names: readonly string[];
  readonly notes: readonly string[];
  readonly inside: readonly Box[];
}
export interface Organisation {
  readonly tops: readonly Box[];
  /** Of these no document says what they stand under. */
  readonly unplaced: readonly Box[];
}

interface Placed {
  readonly body: Body;
  readonly terms: Terms;
  readonly under: BodyId | null;
  readonly tie: Tie | null;
  readonly notes: readonly string[];
}

/** Who refers to whom on a date, as far as the terms in force say. */
export function organisationOn(charter: Charter, date: IsoDate, language: string): Organisation {
  const words = organisationWords(language);
  const meeting = charter.bodies.flatMap((body) => {
    const terms = body.outside ? null : termsInForce(charter, body.id, date);
    return terms ? [{ body, terms }] : [];
  });
  const all = meeting.map(({ body, terms }): Placed => {
    const notes = notesOf(charter, terms, date, language, words);
    if (terms.above.stated) return { body, terms, under: terms.above.value, tie: 'refers', notes };
    const delegating = meeting.find((each) => each.terms.links.some((link) => link.how === 'delegates-to' && link.body === body.id));
    if (delegating) return { body, terms, under: delegating.body.id, tie: 'delegated', notes };
    const served = terms.links.find(({ how }) => how === 'serves')?.body ?? null;
    return { body, terms, under: served, tie: served === null ? null : 'serves', notes };
  });
  const tops = all.filter((each) => each.under === null && all.some(({ under }) => under === each.body.id));
  const unplaced = all.filter((each) => each.under === null && !tops.includes(each));
  const name = (placed: Placed) => nameOf(charter, placed.body.id, date, language);
  return { tops: boxes(tops, all, name), unplaced: boxes(unplaced, [], name) };
}

/** Like bodies in one place share a box, in the order of the model. */
function boxes(here: readonly Placed[], all: readonly Placed[], name: (placed: Placed) => string): readonly Box[] {
  const groups = new Map<string, Placed[]>();
  for (const each of here) {
    const under = all.filter((other) => other.under === each.body.id);
    const alike = under.length > 0 ? each.body.id : [each.body.kind, each.tie, ...each.notes].join('|');
    groups.set(alike, [...(groups.get(alike) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const inside = all.filter((other) => other.under === first.body.id);
    return [{ id: first.body.id, tie: first.tie, names: group.map(name), notes: first.notes, inside: boxes(inside, all, name) }];
  });
}

function notesOf(charter: Charter, terms: Terms, date: IsoDate, language: string, words: OrganisationWords): readonly string[] {
  const to = (how: Link['how']) =>
    [...new Set(terms.links.filter((link) => link.how === how).map(({ body }) => nameOf(charter, body, date, language)))].join(', ');
  const shown = (['appointed-by', 'approved-by', 'board-of', 'works-with'] as const).flatMap((how) => {
    const names = to(how);
    return names === '' ? [] : [words.links[how](names)];
  });
  return hasRunOut(terms, date) && terms.until !== null ? [...shown, words.ranOut(terms.until.slice(0, 4))] : shown;
}
