import { JumpButton } from '../jump/JumpButton.tsx';
import type { Furniture } from '../look/furniture.ts';
import { PlaceBack } from './PlaceBack.tsx';
import { StateLine } from './StateLine.tsx';

/** What stands in the frame of pages behind the sign-in alone: it comes with them. */
export const FURNITURE_WITHIN = {
  Jump: JumpButton,
  Back: PlaceBack,
  State: StateLine,
} satisfies Partial<Furniture>;
