import type { Outlines } from './outlines.ts';

export { type Outlines, placeIn } from './outlines.ts';

/** Outlines are fetched only where a map is drawn. Undefined for a country of which there are none. */
export async function loadOutlines(country: string): Promise<Outlines | undefined> {
  if (country === 'az') return (await import('./az.ts')).AZ_OUTLINES;
  if (country === 'tj') return (await import('./tj.ts')).TJ_OUTLINES;
  return undefined;
}
