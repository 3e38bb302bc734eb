import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './png.ts';

/** A small PNG of a picture on white: each colour to the nearest of 16 steps, at most 256 colours in all. */
export function palettePng({ width, height, pixels }: Picture): Uint8Array {
  const places = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, [red, green, blue, alpha]] of pixels.entries()) {
    const [r, g, b] = [red, green, blue].map((each) => 17 * Math.round((each * alpha + 255 * (255 - alpha)) / 255 / 17)) as [
      number,
      number,
      number,
    ];
    const colour = (r << 16) | (g << 8) | b;
    const place = places.get(colour) ?? places.size;
    if (place > 255) throw new Error('more than 256 colours');
    places.set(colour, place);
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from([...places.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
