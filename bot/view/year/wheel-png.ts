import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const fontFiles = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((name) =>
  fileURLToPath(new URL(`../../../cards/fonts/${name}`, import.meta.url)),
);

/** The picture as PNG, with the letters that we ship and no others, so that it is the same everywhere. */
export function toPng(svg: string, width: number): Uint8Array {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans Condensed' };
  return new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render().asPng();
}
