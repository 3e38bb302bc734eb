import type { BodyId, Charter, ClauseId, IsoDate, Terms } from './charter.ts';
import type { Matter, MatterKind, Weight } from './matter.ts';
import { termsInForce } from './terms.ts';

export interface CompetenceAnswer {
  readonly verdict: 'decides' | 'chairs-judge' | 'goes-to' | 'not-ours' | 'not-stated';
  /** Where it goes, or would go if the chairs send it up; null: nowhere is known. */
  readonly to: BodyId | null;
  readonly told: readonly BodyId[];
  /** The clauses that say so, in the order they speak. */
  readonly chain: readonly ClauseId[];
  /** Something in the answer is the default way and not from the terms. */
  readonly ours: boolean;
}

/** What a body may do with a matter under given terms: from the model alone, with the clauses. */
export function competence(charter: Charter, terms: Terms, matter: Matter): CompetenceAnswer {
  const rule = terms.competence.find((each) => fits(each, matter) && !each.unless.some((weight) => matter.weighs.includes(weight)));
  const tells = terms.tells.filter((each) => fits(each, matter));
  const told = [...new Set(tells.map((each) => each.body))];
  const clauses = [...new Set([...(rule ? [rule.clause] : []), ...tells.map((each) => each.clause)])];
  if (rule?.verdict === 'decides') return { verdict: 'decides', to: null, told, chain: clauses, ours: false };
  const way = rule?.to ? { to: rule.to, clause: null, ours: false } : wayOn(charter, terms);
  return {
    verdict: rule?.verdict ?? 'not-stated',
    to: way.to,
    told,
    chain: way.clause && !clauses.includes(way.clause) ? [...clauses, way.clause] : clauses,
    ours: !rule || way.ours,
  };
}

/** The same under the terms in force on a date; a body without terms then has nothing stated and takes the default way. */
export function competenceOn(charter: Charter, body: BodyId, matter: Matter, date: IsoDate): CompetenceAnswer {
  const terms = termsInForce(charter, body, date);
  if (terms) return competence(charter, terms, matter);
  return { verdict: 'not-stated', to: defaultWay(charter, body), told: [], chain: [], ours: true };
}

/** Where a case goes on its way to a decision, and whether somebody at the end may decide. */
export interface WayToDecision {
  readonly bodies: readonly BodyId[];
  /** `by-default`: nothing is stated and nobody is above, so the last body decides. `ring`: it comes back to where it has been. */
  readonly ends: 'decides' | 'chairs-judge' | 'outside' | 'by-default' | 'ring' | 'nowhere';
}
export function wayToDecision(charter: Charter, from: BodyId, matter: Matter, date: IsoDate, sendUp = false): WayToDecision {
  const bodies: BodyId[] = [];
  for (let at: BodyId | null = from; at !== null; ) {
    if (bodies.includes(at)) return { bodies, ends: 'ring' };
    bodies.push(at);
    if (charter.bodies.find((each) => each.id === at)?.outside) return { bodies, ends: 'outside' };
    const answer: CompetenceAnswer = competenceOn(charter, at, matter, date);
    if (answer.verdict === 'decides') return { bodies, ends: 'decides' };
    if (answer.verdict === 'chairs-judge' && !(sendUp && bodies.length === 1)) return { bodies, ends: 'chairs-judge' };
    if (answer.verdict === 'not-stated' && answer.to === null)
      return { bodies, ends: charter.collaboration.defaults.wayUp.at(-1) === at ? 'by-default' : 'nowhere' };
    at = answer.to;
  }
  return { bodies, ends: 'nowhere' };
}

/**
 * The next body that can judge a matter when it leaves this one, and those it passes on its way because they have no keys to judge
 * with (a secretariat brings it before the next). null: there is none that it has not been to.
 */
export function onward(
  charter: Charter,
  from: BodyId,
  matter: Matter,
  date: IsoDate,
  been: readonly BodyId[],
): { readonly to: BodyId | null; readonly passed: readonly BodyId[] } {
  const passed: BodyId[] = [];
  let to = leadsTo(charter, from, matter, date);
  while (to !== null && !been.includes(to) && !passed.includes(to) && to !== from && !canJudge(charter, to, date)) {
    passed.push(to);
    to = leadsTo(charter, to, matter, date);
  }
  const known = to !== null && (been.includes(to) || passed.includes(to) || to === from);
  return { to: known ? null : to, passed };
}

function leadsTo(charter: Charter, body: BodyId, matter: Matter, date: IsoDate): BodyId | null {
  const { verdict, to } = competenceOn(charter, body, matter, date);
  const terms = termsInForce(charter, body, date);
  return verdict === 'decides' && terms ? wayOn(charter, terms).to : to;
}

/** Somebody there holds the keys to judge a case, or its secretaries record what it decides elsewhere. */
export function canJudge(charter: Charter, body: BodyId, date: IsoDate): boolean {
  const known = charter.bodies.find((each) => each.id === body);
  return known?.outside === true || known?.outsideTeams === true || (termsInForce(charter, body, date)?.keyRule.seats.length ?? 0) > 0;
}

function fits(rule: { readonly kinds: readonly MatterKind[]; readonly any: readonly Weight[] }, matter: Matter): boolean {
  const kind = rule.kinds.length === 0 || rule.kinds.includes(matter.kind);
  return kind && (rule.any.length === 0 || rule.any.some((weight) => matter.weighs.includes(weight)));
}

function wayOn(charter: Charter, terms: Terms): { readonly to: BodyId | null; readonly clause: ClauseId | null; readonly ours: boolean } {
  if (terms.above.stated) return { to: terms.above.value, clause: terms.above.clause, ours: false };
  return { to: defaultWay(charter, terms.body), clause: null, ours: true };
}

/** The setting for what the terms leave open: the first body of the default way, and from there the next. */
function defaultWay(charter: Charter, body: BodyId): BodyId | null {
  const { wayUp } = charter.collaboration.defaults;
  return wayUp[wayUp.indexOf(body) + 1] ?? null;
}
