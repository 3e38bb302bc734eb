export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function ratio(value: number, to: number): string {
  return (value / to).toFixed(2);
}
