import { at } from './dom.ts';

const shownMs = 9_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Happening something for a while, also to whoever hears the page. */
export function toast(text: string, ...more: readonly Node[]): void {
  at('toast').replaceChildren(text, ...more);
  clearTimeout(timer);
  timer = setTimeout(() => at('toast').replaceChildren(), shownMs);
}
