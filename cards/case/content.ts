import type { Content } from '../../bot/governance/vocabulary/case/case.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Desk, Form } from '../kit/card.ts';
import { typed } from '../kit/form.ts';
import type { Field } from '../kit/sheet.ts';
import { papersIn, recommended, sealed } from '../meeting/agenda-press.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { CaseFile } from './file.ts';

const most = { title: 200, account: 2_000, recommendations: 2_500, papers: 500, journal: 40 };

/** What is laid before the body, as fields; filled in with what stands there where a case is edited, or with what it begins from. */
export async function contentFields(
  desk: Desk,
  file: CaseFile | null,
  language: Language,
  begun: { readonly title: string; readonly account: string } | null = null,
): Promise<readonly Field[]> {
  const text = textIn(language).raise;
  const content = file?.state.content ?? null;
  const words = async (ref: Content['papers']) => (ref && file ? ((await desk.words(file.about, ref)) ?? '') : '');
  const recommendations = await Promise.all((content?.recommendations ?? []).map(words));
  return [
    {
      kind: 'text',
      id: 'title',
      label: text.titleField,
      most: most.title,
      required: true,
      value: begun?.title ?? (await words(content?.title ?? null)),
    },
    {
      kind: 'text',
      id: 'account',
      label: text.account,
      most: most.account,
      long: true,
      required: false,
      value: begun?.account ?? (await words(content?.account ?? null)),
    },
    {
      kind: 'text',
      id: 'recommendations',
      label: text.recommendations,
      hint: text.recommendationsHint,
      most: most.recommendations,
      long: true,
      required: true,
      value: recommendations.join('\n'),
    },
    {
      kind: 'text',
      id: 'papers',
      label: text.papers,
      hint: text.papersHint,
      most: most.papers,
      required: false,
      value: await words(content?.papers ?? null),
    },
    { kind: 'text', id: 'journal', label: text.journal, most: most.journal, required: false, value: content?.journal ?? '' },
  ];
}

export function contentIn(form: Form): Content | Refusal {
  const title = sealed(form, 'title', most.title, form.seal);
  if (isRefusal(title)) return title;
  if (title === null) return { refused: 'missing', field: 'title' };
  const account = sealed(form, 'account', most.account, form.seal);
  if (isRefusal(account)) return account;
  const recommendations = recommended(form, form.seal);
  if (isRefusal(recommendations)) return recommendations;
  if (recommendations.length === 0) return { refused: 'missing', field: 'recommendations' };
  const papers = papersIn(form, form.seal);
  if (isRefusal(papers)) return papers;
  const journal = typed(form, 'journal');
  return { title, account, recommendations, papers, journal: journal === '' ? null : journal };
}
