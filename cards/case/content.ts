import { type Matter, type MatterKind, matterKinds, type Weight, weights } from '../../bot/governance/charter/matter.ts';
import type { Content } from '../../bot/governance/vocabulary/case.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Desk, Form, Language } from '../kit/card.ts';
import { typed } from '../kit/form.ts';
import type { Field } from '../kit/sheet.ts';
import { papersIn, recommended, sealed } from '../meeting/agenda-press.ts';
import { textIn } from '../text/languages.ts';
import type { CaseFile } from './file.ts';

const most = { title: 200, account: 2_000, recommendations: 2_500, papers: 500, journal: 40 };
const binding = ['practice-duty', 'changes-agreement'] as const;
const running = ['in-operation', 'authorised'] as const;
const heavy = weights.filter((each) => ![...binding, ...running].some((other) => other === each));

/** The four questions about a matter: what it is, what weight it has, whom it binds, and whether it is in operation. */
export function matterFields(matter: Matter | null, language: Language): readonly Field[] {
  const text = textIn(language).matter;
  const choices = (all: readonly Weight[]) => all.map((each) => ({ title: text.weights[each], value: each }));
  const chosen = (all: readonly Weight[]) => (matter?.weighs ?? []).filter((each) => all.includes(each)).join(',');
  const operation = matter?.weighs.includes('authorised') ? 'authorised' : matter?.weighs.includes('in-operation') ? 'running' : 'no';
  return [
    {
      kind: 'one',
      id: 'kind',
      label: text.kindField,
      style: 'compact',
      value: matter?.kind ?? '',
      choices: matterKinds.map((each) => ({ title: text.kinds[each], value: each })),
    },
    { kind: 'several', id: 'weighs', label: text.weightsField, value: chosen(heavy), choices: choices(heavy) },
    { kind: 'several', id: 'binds', label: text.bindsField, value: chosen(binding), choices: choices(binding) },
    {
      kind: 'one',
      id: 'operation',
      label: text.operationField,
      style: 'expanded',
      value: operation,
      choices: (['no', 'running', 'authorised'] as const).map((each) => ({ title: text.operation[each], value: each })),
    },
  ];
}

/** The matter as it was chosen, in a form or on a button; only what we know comes through. */
export function matterIn(chosen: (field: string) => string): Matter | Refusal {
  const kind = matterKinds.find((each): each is MatterKind => each === chosen('kind'));
  if (!kind) return { refused: 'missing', field: 'matter' };
  const ticked = `${chosen('weighs')},${chosen('binds')}`.split(',');
  const operation = chosen('operation');
  const more: readonly Weight[] = operation === 'authorised' ? running : operation === 'running' ? ['in-operation'] : [];
  return { kind, weighs: weights.filter((each) => ticked.includes(each) || more.includes(each)) };
}

export function matterLine({ kind, weighs }: Matter, language: Language): string {
  const text = textIn(language).matter;
  return text.line(text.kinds[kind], weighs.map((each) => text.weights[each]).join(', '));
}

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
