/** One measured value and what it is measured against, printed as the bars' last line. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** Null where the bar is not a ratio. */
  against: { ratio: number; baseline: string } | null;
  /** As it stands in the table of bars. */
  bar: string;
  held: boolean;
}

const round = (value: number): string =>
  value >= 1000
    ? Math.round(value).toLocaleString('en-US').replaceAll(',', ' ')
    : String(Number(value.toPrecision(3)));

/** Prints the last line and sets the exit status. */
export function conclude({ name, value, unit, against, bar, held }: Figure): void {
  const ratio = against === null ? '' : ` (${round(against.ratio)} x ${against.baseline})`;
  process.exitCode = held ? 0 : 1;
  console.log(`${name}: ${round(value)} ${unit}${ratio}, bar ${bar}: ${held ? 'held' : 'missed'}`);
}

/** Says what is being done, so that nobody thinks that it hangs. */
export function say(text: string): void {
  console.log(`  ${text}`);
}

/** Milliseconds that the work took, and what it answered. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const from = performance.now();
  const value = await work();
  return { ms: performance.now() - from, value };
}

/** The value that this share of the others do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
