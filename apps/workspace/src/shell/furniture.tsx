import type { Furniture } from '../look/furniture.ts';
import { LeaveButton } from './LeaveButton.tsx';
import { LockWarning } from './LockWarning.tsx';

/** What the look puts into the frame of every page and dialog, also before somebody has come in. */
export const FURNITURE = { Leave: LeaveButton, LockWarning } satisfies Partial<Furniture>;
