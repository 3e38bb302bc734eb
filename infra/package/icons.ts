import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** An icon of the package as PNG, from the drawing of that name, `width` pixels wide. */
export function icon(name: 'color' | 'outline', width: number): Uint8Array {
  const drawing = readFileSync(new URL(`icons/${name}.svg`, import.meta.url), 'utf8');
  return new Resvg(drawing, { fitTo: { mode: 'width', value: width } }).render().asPng();
}
