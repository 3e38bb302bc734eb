import { z } from 'zod';
import { languages } from '../../cards/text/languages.ts';

/**
 * This is Adaptive Cards 1.5 as far as our cards use it, each type with the properties of that version and no others, so that a
 * misspelt or later property fails. It was written by hand from the published format, and what Teams adds (`msteams`) is checked apart.
 */
const oneOf = (...values: string[]) =>
  z.string().refine((value) => values.includes(value.toLowerCase()), { message: `one of ${values.join(', ')}` });
const uri = z.string().refine((value) => URL.canParse(value), { message: 'a URL' });
const words = z.string().min(1);
const spacing = oneOf('default', 'none', 'small', 'medium', 'large', 'extralarge', 'padding');

const item = { id: words.optional(), isVisible: z.boolean().optional(), separator: z.boolean().optional(), spacing: spacing.optional() };
const action = {
  title: words,
  mode: oneOf('primary', 'secondary').optional(),
  style: oneOf('default', 'positive', 'destructive').optional(),
  tooltip: words.optional(),
  isEnabled: z.boolean().optional(),
};
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  ...action,
  verb: words,
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  associatedInputs: oneOf('auto', 'none').optional(),
});
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), ...action, url: uri });
const toggle = z.strictObject({ type: z.literal('Action.ToggleVisibility'), ...action, targetElements: z.array(words).min(1) });
const showCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  ...action,
  get card(): z.ZodType<unknown> {
    return z.strictObject({ type: z.literal('AdaptiveCard'), body: z.array(element).min(1), actions: z.array(execute).min(1).max(3) });
  },
});
const anyAction = z.discriminatedUnion('type', [execute, openUrl, showCard]);
const colour = oneOf('default', 'dark', 'light', 'accent', 'good', 'warning', 'attention');
const across = oneOf('left', 'center', 'right');

const input = { ...item, id: words, label: words, isRequired: z.boolean().optional(), errorMessage: words.optional() };
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  ...item,
  text: words,
  wrap: z.literal(true),
  size: oneOf('default', 'small', 'medium', 'large', 'extralarge').optional(),
  weight: oneOf('default', 'lighter', 'bolder').optional(),
  isSubtle: z.boolean().optional(),
  color: colour.optional(),
  horizontalAlignment: across.optional(),
  maxLines: z.number().int().min(1).optional(),
  style: oneOf('default', 'heading').optional(),
  fontType: oneOf('default', 'monospace').optional(),
});
const image = z.strictObject({
  type: z.literal('Image'),
  ...item,
  url: uri,
  altText: words,
  size: oneOf('auto', 'stretch', 'small', 'medium', 'large').optional(),
});
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  ...item,
  facts: z.array(z.strictObject({ title: words, value: words })).min(1),
});
const choiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...input,
  choices: z.array(z.strictObject({ title: words, value: words.refine((value) => !value.includes(',')) })).min(1),
  style: oneOf('compact', 'expanded', 'filtered').optional(),
  value: z.string().optional(),
  placeholder: words.optional(),
  isMultiSelect: z.boolean().optional(),
  wrap: z.boolean().optional(),
});
const dateOrTime = { ...input, value: z.string().optional(), placeholder: words.optional(), min: words.optional(), max: words.optional() };
const textInput = z.strictObject({
  type: z.literal('Input.Text'),
  ...input,
  value: z.string().optional(),
  placeholder: words.optional(),
  maxLength: z.number().optional(),
  isMultiline: z.boolean().optional(),
});
const actionSet = z.strictObject({ type: z.literal('ActionSet'), ...item, actions: z.array(anyAction).min(1).max(16) });
const container = z.strictObject({
  type: z.literal('Container'),
  ...item,
  style: oneOf('default', 'emphasis', 'good', 'attention', 'warning', 'accent').optional(),
  selectAction: toggle.optional(),
  get items(): z.ZodType<unknown[]> {
    return z.array(element).min(1);
  },
});
const column = z.strictObject({
  type: z.literal('Column'),
  width: z.string().regex(/^(auto|stretch|\d+px)$/),
  verticalContentAlignment: oneOf('top', 'center', 'bottom').optional(),
  selectAction: toggle.optional(),
  get items(): z.ZodType<unknown[]> {
    return z.array(element).min(1);
  },
});
const columnSet = z.strictObject({ type: z.literal('ColumnSet'), ...item, columns: z.array(column).min(1).max(4) });
const element: z.ZodType<unknown> = z.discriminatedUnion('type', [
  textBlock,
  factSet,
  image,
  choiceSet,
  z.strictObject({ type: z.literal('Input.Date'), ...dateOrTime }),
  z.strictObject({ type: z.literal('Input.Time'), ...dateOrTime }),
  textInput,
  actionSet,
  container,
  columnSet,
]);

export const card15 = z.strictObject({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  lang: z.enum(languages),
  fallbackText: words,
  speak: words,
  body: z.array(element).min(1),
  actions: z.array(anyAction).min(1).max(6).optional(),
  refresh: z.strictObject({ action: execute, userIds: z.array(words).max(60) }).optional(),
});

/** Charts belong to Teams and not to the format, so each says the same in a text block for clients without charts. */
export const chart = z.strictObject({
  type: z.literal('Chart.VerticalBar'),
  title: words,
  showBarValues: z.boolean(),
  data: z.array(z.strictObject({ x: words, y: z.number() })).min(2),
  fallback: textBlock,
});

/** Separates the charts on a card from the card as a client without charts reads it. */
export function apart(card: unknown): { readonly charts: readonly unknown[]; readonly card: unknown } {
  const charts: unknown[] = [];
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if ('type' in value && String(value.type).startsWith('Chart.')) {
      charts.push(value);
      return 'fallback' in value ? value.fallback : null;
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
  };
  return { card: walk(card), charts };
}

/** Teams adds to a card who is mentioned, and each mention stands word for word in the text. */
export const teams = z.strictObject({
  entities: z
    .array(
      z.strictObject({
        type: z.literal('mention'),
        text: z.string().regex(/^<at>[^<>]+<\/at>$/),
        mentioned: z.strictObject({ id: words, name: words }),
      }),
    )
    .min(1),
});
