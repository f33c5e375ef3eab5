import type { Point } from '../../geo.ts';

/**
 * A country's districts (or, where the source has none, its regions) drawn flat: whole units, x to the right and y
 * downwards. Provenance, licence and what was changed: docs/decisions/outlines.md.
 */
export interface Outlines {
  /** Degrees of the left and the upper edge. */
  west: number;
  north: number;
  /** Units in a degree. */
  perEast: number;
  perNorth: number;
  width: number;
  height: number;
  /** SVG path data by area code, to be filled by the even-odd rule. */
  shapes: Readonly<Record<string, string>>;
}

/** Where a point lies in the picture. */
export function placeIn(outlines: Outlines, { north, east }: Point): { x: number; y: number } {
  return { x: (east - outlines.west) * outlines.perEast, y: (outlines.north - north) * outlines.perNorth };
}
