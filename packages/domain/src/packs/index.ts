import { AZ } from './az.ts';
import type { Area, CountryPack } from './pack.ts';
import { TJ } from './tj.ts';

export type CountryCode = 'az' | 'tj';

export const PACKS: Readonly<Record<CountryCode, CountryPack>> = { az: AZ, tj: TJ };

/** The pack of a country, or undefined for one that this version does not know. */
export function packOf(country: string): CountryPack | undefined {
  return Object.hasOwn(PACKS, country) ? PACKS[country as CountryCode] : undefined;
}

const areas = new Map<string, Area>();
for (const pack of Object.values(PACKS)) for (const area of pack.areas) areas.set(area.code, area);

/** Where a place may be left open: the person does not know, or would rather not say. */
export const AREA_SPECIALS = ['unknown', 'prefers-not'] as const;
export const isSpecialArea = (code: string): boolean => AREA_SPECIALS.some((special) => special === code);

export function areaOf(code: string): Area | undefined {
  return areas.get(code);
}

/** The areas directly inside an area or country, in the pack's order. */
export function areasIn(parent: string): readonly Area[] {
  return [...areas.values()].filter((area) => area.parent === parent);
}

/**
 * The area and all that hold it, innermost first, the country last: `az-zaqatala`, `az-r-sheki-zaqatala`, `az`.
 * A code that no pack knows stands alone; an empty one gives nothing.
 */
export function areaWithAncestors(code: string): string[] {
  const chain: string[] = [];
  for (let at = code; at !== ''; at = areas.get(at)?.parent ?? '') chain.push(at);
  return chain;
}
