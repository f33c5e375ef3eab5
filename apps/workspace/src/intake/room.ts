import type { Id, VaultConnection } from '@dayaq/vault/client';
import type { Surroundings } from '../fields/props.ts';
import type { IntakeDraft } from '@dayaq/acts/intake/draft';

/** Where an intake takes place. */
export interface IntakeRoom extends Surroundings {
  vault: VaultConnection;
  me: Id;
}

export interface StepProps {
  room: IntakeRoom;
  draft: IntakeDraft;
  /** Changes parts of the draft. */
  put: (part: Partial<IntakeDraft>) => void;
  /** A date or number that cannot be read is told, by the part of the step that asks, so that nobody leaves it behind unseen. */
  onUnreadable: (fields: string[], part: string) => void;
  /** Saves what is there at once; the rest is done later, in the case. */
  onSaveNow: () => void;
}
