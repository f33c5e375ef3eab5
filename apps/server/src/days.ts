export const DAY = 86_400_000;

/** Whole days since 1970: the only measure of time that is stored. `time` is in milliseconds. */
export function dayNumberOf(time: number): number {
  return Math.floor(time / DAY);
}

/** The first day on which something that lives until `time` is surely over: lives are rounded up to the day. */
export function dayAfter(time: number): number {
  return Math.ceil(time / DAY);
}
