import { strToU8, zipSync } from 'fflate';
import { icon } from './icons.ts';
import { manifest, translations } from './manifest.ts';
import type { AppOwner } from './organisation.ts';

/** The Teams app package, all its files at the root. The same input gives the same bytes, whenever and wherever it is packed. */
export function pack(organisation: AppOwner, version: string): Uint8Array {
  const files = new Map([
    ['manifest.json', written(manifest(organisation, version))],
    ['color.png', icon('color', 192)],
    ['outline.png', icon('outline', 32)],
    ...[...translations()].map(([name, said]) => [name, written(said)] as const),
  ]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1), os: 0 });
}

function written(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}
