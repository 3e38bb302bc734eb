import { type Matter, type MatterKind, matterKinds, type Weight, weights } from '../../bot/governance/charter/matter.ts';
import type { Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { Field } from './sheet.ts';

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
