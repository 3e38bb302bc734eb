/** Teams' colours, light and dark, near enough to measure what a card asks for. */
const light = {
  grounds: { default: '#ffffff', emphasis: '#f3f3f6', good: '#e7f4e6' },
  letters: { default: '#242424', subtle: '#616161', accent: '#4f52b2', good: '#0e700e', warning: '#8a3707', attention: '#a4101e' },
} as const;
const dark = {
  grounds: { default: '#292929', emphasis: '#353539', good: '#1a2f1a' },
  letters: { default: '#ffffff', subtle: '#b8b8b8', accent: '#a6abfa', good: '#7fd07f', warning: '#fbb27a', attention: '#f1a5ad' },
} as const;
export const looks: Readonly<
  Record<string, { readonly grounds: Readonly<Record<string, string>>; readonly letters: Readonly<Record<string, string>> }>
> = {
  light,
  dark,
};

/** How far two colours are apart, as WCAG measures it: 4.5 is needed to read text. */
export function contrast(one: string, other: string): number {
  const [more = 0, less = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
