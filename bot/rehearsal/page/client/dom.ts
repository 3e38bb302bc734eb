/** The element that the page's frame has by this id. */
export function at<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as T;
}

type Part = Node | string | null;

/** An element with what is in it; a name that begins with `on` is what a click does. */
export function make(
  tag: string,
  attributes: Readonly<Record<string, string | boolean | (() => void)>> = {},
  ...parts: readonly Part[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener('click', value);
    else if (typeof value === 'boolean') made.toggleAttribute(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...parts.filter((part) => part !== null));
  return made;
}

export function button(label: string, does: () => void, style = 'btn'): HTMLElement {
  return make('button', { type: 'button', class: style, onclick: does }, label);
}

/** What is in an element is drawn again, and whoever was on the nth button in it is on the nth again. */
export function redraw(inside: HTMLElement, ...parts: readonly Node[]): void {
  const place = [...inside.querySelectorAll<Element>('button')].indexOf(document.activeElement ?? inside);
  inside.replaceChildren(...parts);
  if (place >= 0) inside.querySelectorAll('button')[place]?.focus({ preventScroll: true });
}
