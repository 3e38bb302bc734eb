/** How something stands. It is always a mark, a colour and a word, so that any of the three may be missed. */
export type Tone = 'default' | 'none' | 'good' | 'warning' | 'attention' | 'done';

const marks: Readonly<Record<Tone, readonly [mark: string, colour: string | null]>> = {
  default: ['', null],
  none: ['○ ', null],
  good: ['● ', 'Good'],
  warning: ['▲ ', 'Warning'],
  attention: ['■ ', 'Attention'],
  done: ['✓ ', 'Good'],
};

/** The word with its mark, and the colour of both. */
export function withMark(word: string, tone: Tone): { readonly said: string; readonly color: string | null } {
  const [mark, color] = marks[tone];
  return { said: `${mark}${word}`, color };
}
