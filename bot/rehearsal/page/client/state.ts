/** Who looks, at what, and how: kept in the address, so that a link and a reload show the same. */
export interface RoomView {
  person: string;
  /** The body whose channel is open. */
  body: string;
  language: 'da' | 'en';
  theme: 'light' | 'dark';
  pane: 'left' | 'middle' | 'right';
  tour: 'open' | 'closed';
}

const address = new URLSearchParams(location.search);
const kept = (name: string): string | null => address.get(name) ?? localStorage.getItem(`samspil.${name}`);
const one = <T extends string>(name: string, of: readonly T[], otherwise: T): T => of.find((each) => each === kept(name)) ?? otherwise;

export const state: RoomView = {
  person: kept('person') ?? '',
  body: kept('body') ?? '',
  language: one('language', ['da', 'en'], 'da'),
  theme: one('theme', ['light', 'dark'], matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  pane: one('pane', ['left', 'middle', 'right'], 'middle'),
  tour: one('tour', ['open', 'closed'], 'open'),
};

export function change(to: Partial<RoomView>): void {
  Object.assign(state, to);
  const now = new URLSearchParams(Object.entries(state));
  history.replaceState(null, '', `?${now}`);
  for (const [name, value] of Object.entries(state)) localStorage.setItem(`samspil.${name}`, value);
}
