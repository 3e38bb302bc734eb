import type { CardJson } from './known.ts';

interface Action {
  readonly verb?: string;
  readonly data?: object;
  readonly url?: string;
  getJsonTypeName(): string;
}
interface Drawing {
  hostConfig: object;
  onExecuteAction: (action: Action) => void;
  parse(card: object): void;
  render(): HTMLElement | undefined;
}
interface Renderer {
  readonly AdaptiveCard: {
    new (): Drawing;
    onProcessMarkdown: (text: string, result: { outputHtml: string; didProcess: boolean }) => void;
  };
  readonly HostConfig: new (settings: object) => object;
}
declare const AdaptiveCards: Renderer;

const looks = {
  light: {
    ground: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#8a3707',
    attention: '#a4101e',
    line: '#e1e1e1',
    boxes: { emphasis: '#f3f3f6', good: '#e7f4e6', warning: '#fdf0e1', attention: '#fbe9eb', accent: '#e8ebfa' },
  },
  dark: {
    ground: '#292929',
    text: '#ffffff',
    subtle: '#b8b8b8',
    accent: '#a6abfa',
    good: '#7fd07f',
    warning: '#fbb27a',
    attention: '#f1a5ad',
    line: '#484848',
    boxes: { emphasis: '#353539', good: '#1a2f1a', warning: '#3a2614', attention: '#3c1a1e', accent: '#2f3058' },
  },
};
export type Theme = keyof typeof looks;

/** How Teams dresses a card, in its light and its dark theme. */
function hostOf(theme: Theme): object {
  const look = looks[theme];
  const colour = (strong: string, subtle = strong) => ({ default: strong, subtle });
  const foregroundColors = {
    default: colour(look.text, look.subtle),
    accent: colour(look.accent),
    good: colour(look.good),
    warning: colour(look.warning),
    attention: colour(look.attention),
    dark: colour(look.text),
    light: colour(look.subtle),
  };
  const boxes = { default: look.ground, ...look.boxes };
  return {
    fontFamily: 'var(--font)',
    spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: look.line },
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    containerStyles: Object.fromEntries(
      Object.entries(boxes).map(([name, backgroundColor]) => [name, { backgroundColor, foregroundColors }]),
    ),
    actions: {
      maxActions: 6,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      buttonSpacing: 8,
      spacing: 'default',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', spacing: 'small' },
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12 },
    textStyles: { heading: { weight: 'bolder', size: 'large' } },
  };
}

/** The little markdown that cards have, and the names of those who are mentioned. */
function marked(text: string): string {
  const kept: string[] = [];
  const keep = (html: string) => `\ue000${kept.push(html) - 1}\ue001`;
  const safe = (words: string) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const put = (words: string) => words.replace(/\ue000(\d+)\ue001/g, (_all, at: string) => kept[Number(at)] ?? '');
  const bare = text
    .replace(/<at>(.*?)<\/at>/g, (_all, name: string) => keep(`<span class="at">${safe(name)}</span>`))
    .replace(/\\([\\`*_{}[\]()#+\-.!~|<>])/g, (_all, letter: string) => keep(safe(letter)))
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, (_all, words: string, url: string) =>
      keep(`<a href="${safe(url)}" target="_blank" rel="noopener">${safe(put(words))}</a>`),
    );
  const html = safe(bare)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/(^|\n)[-*] /g, '$1• ')
    .replace(/\n+/g, '<br>');
  return put(html);
}

/** Microsoft's own renderer draws the card into a place. */
export function draw(
  into: HTMLElement,
  card: CardJson,
  { theme, more }: { readonly theme: Theme; readonly more: string },
  presses: (verb: string, data: object) => void,
): void {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = marked(text);
    result.didProcess = true;
  };
  const drawing = new AdaptiveCards.AdaptiveCard();
  drawing.hostConfig = new AdaptiveCards.HostConfig(hostOf(theme));
  drawing.onExecuteAction = (action) => {
    if (action.getJsonTypeName() === 'Action.OpenUrl') window.open(action.url, '_blank', 'noopener');
    else presses(action.verb ?? '', action.data ?? {});
  };
  drawing.parse(card);
  into.replaceChildren(drawing.render() ?? '');
  into.classList.add('card');
  for (const heading of into.querySelectorAll('[role=heading]')) heading.setAttribute('aria-level', '3');
  for (const button of into.querySelectorAll('button[title="More options"]')) {
    button.replaceChildren();
    button.classList.add('more-options');
    for (const name of ['title', 'aria-label']) button.setAttribute(name, more);
  }
  for (const field of into.querySelectorAll('input[list]')) namesField(field);
  for (const named of into.querySelectorAll('div[aria-label]:not([role]), div[aria-labelledby]:not([role])'))
    named.setAttribute('role', 'group');
}

/** The renderer calls a field with suggestions after its placeholder, and gives its label to the box around it. */
function namesField(field: Element): void {
  const box = field.closest('[aria-labelledby]');
  const label = box?.getAttribute('aria-labelledby');
  if (!box || !label) return;
  box.removeAttribute('aria-labelledby');
  field.removeAttribute('aria-label');
  field.setAttribute('aria-labelledby', label);
}
