/**
 * Request units by item size, from Microsoft's page "Understand request unit consumption": kilobytes, a point read, a write.
 * A query has no published price: 2.9 for each physical partition it visits is what an indexed query that finds nothing is seen to cost,
 * and each item it brings costs a twentieth of its own point read on top, so that a page of results is never free.
 */
const bySize = [
  [1, 1.0, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [128, 9.95, 48.19],
  [256, 20.28, 98.29],
  [512, 40.95, 184.57],
  [1024, 145.9, 625.0],
  [2048, 291.8, 1250.0],
] as const;
const largest = bySize[bySize.length - 1] ?? [2048, 291.8, 1250];

export const readUnits = (bytes: number): number => row(bytes)[1];
export const writeUnits = (bytes: number): number => row(bytes)[2];
export function queryUnits(partitions: number, found: readonly number[]): number {
  return round(2.9 * partitions + found.reduce((sum, bytes) => sum + readUnits(bytes) / 20, 0));
}

function row(bytes: number): readonly [number, number, number] {
  return bySize.find(([kilobytes]) => bytes <= kilobytes * 1024) ?? largest;
}

export function round(units: number): number {
  return Math.round(units * 100) / 100;
}
