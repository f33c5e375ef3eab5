import { JumpButton } from '../jump/JumpButton.tsx';
import type { Furniture } from '../look/furniture.ts';
import { LeaveButton } from './LeaveButton.tsx';
import { LockWarning } from './LockWarning.tsx';
import { PlaceBack } from './PlaceBack.tsx';
import { StateLine } from './StateLine.tsx';

/** What the look puts into the frame of every page and dialog. */
export const FURNITURE: Furniture = {
  Leave: LeaveButton,
  LockWarning,
  Jump: JumpButton,
  Back: PlaceBack,
  State: StateLine,
};
