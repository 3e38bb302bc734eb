import { Temporal } from 'temporal-polyfill';
import type { Charter, CompetenceRule, Terms, Words } from '../../governance/charter/charter.ts';
import { bodyOf, termsInForce } from '../../governance/charter/terms.ts';
import type { Drafted } from '../../model/draft.ts';
import { describeDifference } from './diff.ts';
import { inLanguage, namesOn, sourceText } from './show.ts';

/** What a draft changes in each body it is for: seats, clauses and the rest, and who decides what. */
export function describeDraft({ withDraft, versions }: Drafted, language: string): readonly string[] {
  return versions.flatMap((draft) => describeBody(withDraft, draft, language));
}

function describeBody(charter: Charter, draft: Terms, language: string): readonly string[] {
  const body = bodyOf(charter, draft.body);
  if (!body) return [];
  const dayBefore = Temporal.PlainDate.from(draft.from).subtract({ days: 1 }).toString();
  const before = termsInForce(charter, body.id, dayBefore);
  if (!before) return [`${inLanguage(language)(body.name)} (${body.id}) has no terms yet. The draft begins ${draft.from}.`];
  return [
    `The draft for ${body.id} would be in force from ${draft.from}.`,
    ...describeDifference(charter, body, dayBefore, draft.from, language),
    ...decisions(charter, before, draft, language),
  ];
}

/** Lines of competence that only one of the versions has, in the order they speak. */
function decisions(charter: Charter, before: Terms, draft: Terms, language: string): readonly string[] {
  const said = (terms: Terms) => terms.competence.map((rule) => ruleText(charter, terms, rule, language));
  const [was, is] = [said(before), said(draft)];
  const gone = was.filter((each) => !is.includes(each));
  const come = is.filter((each) => !was.includes(each));
  if (gone.length + come.length === 0) {
    const same = was.every((each, at) => each === is[at]);
    return same ? [] : ['- Who decides what: the same lines, but in another order, and the first that fits speaks.'];
  }
  return [...gone.map((each) => `- No longer said of who decides: ${each}`), ...come.map((each) => `- New of who decides: ${each}`)];
}

function ruleText(charter: Charter, terms: Terms, rule: CompetenceRule, language: string): string {
  const words = inLanguage(language);
  const kinds = rule.kinds.length === 0 ? 'every kind of case' : rule.kinds.join(', ');
  const any = rule.any.length === 0 ? '' : ` that is ${rule.any.join(' or ')}`;
  const unless = rule.unless.length === 0 ? '' : ` and not ${rule.unless.join(' or ')}`;
  const to = rule.to ?? (terms.above.stated ? terms.above.value : null);
  const does: Readonly<Record<CompetenceRule['verdict'], string>> = {
    decides: 'it decides itself',
    'chairs-judge': 'its chairs judge',
    'goes-to': `goes to ${to === null ? 'the body above' : words(namesOn(charter, to, terms.from))}`,
    'not-ours': 'is not its to deal with',
  };
  return `${kinds}${any}${unless}: ${does[rule.verdict]} ${where(charter, terms, rule, words)}`;
}

function where(charter: Charter, terms: Terms, rule: CompetenceRule, words: (words: Words) => string): string {
  const everywhere = [terms.clauses, charter.clauses, ...charter.bodies.flatMap((body) => body.terms.map((each) => each.clauses))];
  const clause = everywhere.flat().find(({ id }) => id === rule.clause);
  return clause ? `– ${words(clause.text)} {${sourceText(clause.source)}}` : `{${rule.clause}}`;
}
