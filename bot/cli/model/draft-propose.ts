import { createHash, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { type Language, nearest, refusalSentence, textIn } from '../../../cards/text/languages.ts';
import { carriedWords } from '../../decided-terms.ts';
import type { Body, Terms } from '../../governance/charter/charter.ts';
import { bodyOf } from '../../governance/charter/terms.ts';
import type { Content } from '../../governance/vocabulary/case/case.ts';
import type { TextRef } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import { openHandle } from '../../handle.ts';
import type { Drafted } from '../../model/draft.ts';
import { idFrom, operatorCause } from '../../store/cause.ts';
import { macOf } from '../../store/chain.ts';
import type { SealedText, Store } from '../../store/store.ts';
import { CommandFailed } from '../open.ts';
import { inLanguage } from './show.ts';

/** As much as an account may hold where somebody writes it on a card. */
const longest = 2_000;
const names = { body: (id: string) => id, seat: (id: string) => id, sector: (id: string) => id, clause: () => '' };

/**
 * A draft of new terms as a case in each body it is for, not yet sent: its secretaries look it through and send it. The same draft again
 * changes nothing. Resolves with a line for each body; what is refused fails the command.
 */
export async function proposeDraft(
  store: Store,
  { inForce, withDraft, versions, draft: written }: Drafted,
  papers: string | null,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const handle = openHandle(
    store,
    () => inForce,
    (ms) => setTimeout(ms),
  );
  const lines: string[] = [];
  for (const draft of versions) {
    const { body: id } = draft;
    const body = bodyOf(withDraft, id);
    if (!body) continue;
    const before = body.terms.findLast(({ from }) => from < draft.from) ?? null;
    const cause = operatorCause(`draft/${createHash('sha256').update(`${id} ${draft.hash}`).digest('hex')}`);
    const stream = streamOf('case', idFrom(cause));
    const { content, texts } = contentOf(body, draft, before, papers, idFrom(cause));
    const { document, file, text } = written;
    const carried = sealed(`${idFrom(cause)}.terms`, carriedWords({ terms: draft, document, file, draft: text }));
    const terms = { from: draft.from, hash: draft.hash, text: refTo(carried) };
    const command = {
      type: 'DraftCase',
      body: id,
      matter: { kind: 'terms', weighs: [] },
      content,
      terms,
    } as const;
    const handled = await handle({ stream, command, by: { kind: 'operator' }, cause, texts: [...texts, carried], now });
    if (handled.result === 'refused') throw new CommandFailed(`${id}: ${refusalSentence('en', handled.refusal, names)}`);
    const stands = handled.result === 'done' ? 'is drafted' : 'was drafted before';
    lines.push(`${id}: the case ${stands} as ${stream}. Its card stands in the body's channel, to be looked through and sent.`);
  }
  return lines;
}

function contentOf(
  body: Body,
  draft: Terms,
  before: Terms | null,
  papers: string | null,
  id: string,
): { readonly content: Content; readonly texts: readonly SealedText[] } {
  const language = nearest(body.language, 'da');
  const { draftCase: text, date } = textIn(language);
  const day = date(Temporal.PlainDate.from(draft.from));
  const texts: SealedText[] = [];
  const seal = (field: string, words: string): TextRef => {
    const one = sealed(`${id}.${field}`, words);
    texts.push(one);
    return refTo(one);
  };
  const content = {
    title: seal('title', text.title(inLanguage(language)(draft.name ?? body.name))),
    account: seal('account', accountOf(draft, before, language, day)),
    recommendations: [seal('recommendation-1', text.recommendation(day))],
    papers: papers === null ? null : seal('papers', papers),
    journal: null,
  };
  return { content, texts };
}

function sealed(ref: string, words: string): SealedText {
  return { ref, key: randomBytes(32).toString('hex'), words };
}

function refTo({ ref, key, words }: SealedText): TextRef {
  return { ref, mac: macOf(key, words) };
}

/** The clauses that come and go, in the model's own short words, as many as there is room for. */
function accountOf(draft: Terms, before: Terms | null, language: Language, day: string): string {
  const { draftCase: text } = textIn(language);
  const words = inLanguage(language);
  const said = (terms: Terms | null) => (terms?.clauses ?? []).map((clause) => words(clause.text));
  const [was, is] = [said(before), said(draft)];
  const changes = [
    ...is.filter((each) => !was.includes(each)).map((each) => `${text.comes} ${each}`),
    ...was.filter((each) => !is.includes(each)).map((each) => `${text.goes} ${each}`),
  ];
  const lines = [text.from(day), ...(changes.length === 0 ? [text.same] : changes)];
  const room = (count: number) => lines.slice(0, count).join('\n').length + text.more(lines.length).length + 1 <= longest;
  let count = lines.length;
  while (count > 1 && !room(count)) count--;
  const left = lines.length - count;
  return [...lines.slice(0, count), ...(left > 0 ? [text.more(left)] : [])].join('\n');
}
