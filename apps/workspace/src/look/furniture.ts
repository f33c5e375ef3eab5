import type { ComponentType } from 'preact';

/** What stands on every page and over every dialog, and is made elsewhere: the look knows only its places. */
export interface Furniture {
  /** The quick exit. */
  Leave: ComponentType;
  /** That the keys are about to be dropped, for whom a dialog hides the page that says so. */
  LockWarning: ComponentType;
  /** The way to the search over everything. */
  Jump: ComponentType;
  /** The way back from a page that names none. */
  Back: ComponentType;
  /** What one should know of this moment. */
  State: ComponentType;
}

const Nothing = () => null;

export const furniture: Furniture = {
  Leave: Nothing,
  LockWarning: Nothing,
  Jump: Nothing,
  Back: Nothing,
  State: Nothing,
};

/** Called before any page is drawn in which the pieces stand. */
export function furnish(pieces: Partial<Furniture>): void {
  Object.assign(furniture, pieces);
}
