import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One [red, green, blue, alpha] a pixel, row by row. */
  readonly pixels: readonly (readonly [number, number, number, number])[];
}

const signature = '89504e470d0a1a0a';

/** Reads a PNG of 8-bit red, green, blue and alpha, not interlaced; anything else is a fault. */
export function readPng(file: Uint8Array): Picture {
  const png = Buffer.from(file);
  if (png.subarray(0, 8).toString('hex') !== signature) throw new Error('not a PNG');
  const parts = chunks(png);
  const header = Buffer.concat(parts.filter(({ kind }) => kind === 'IHDR').map(({ data }) => data));
  if (header.readUInt8(8) !== 8 || header.readUInt8(9) !== 6 || header.readUInt8(12) !== 0) throw new Error('not plain 8-bit RGBA');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const rows = unfilter(inflateSync(Buffer.concat(parts.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data))), width * 4, height);
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rows.subarray(at * 4, at * 4 + 4);
    return [red, green, blue, alpha] as const;
  });
  return { width, height, pixels };
}

function chunks(png: Buffer): { kind: string; data: Buffer }[] {
  const found: { kind: string; data: Buffer }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({ kind: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

function unfilter(raw: Buffer, stride: number, height: number): Buffer {
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x >= 4 ? (rows[y * stride + x - 4] ?? 0) : 0;
      const up = y > 0 ? (rows[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (rows[(y - 1) * stride + x - 4] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(left + up - corner - each)) as [number, number, number];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}
