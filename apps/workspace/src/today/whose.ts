import type { Id } from '@dayaq/vault/client';
import { signal } from '@preact/signals';
import { whenPhaseChanges } from '../vault/session.ts';

export const CHOICES = ['mine', 'nobody', 'all'] as const;
export type Whose = (typeof CHOICES)[number];

/** What was looked at last, until this device is locked; null before anybody chose. */
export const chosenWhose = signal<Whose | null>(null);

whenPhaseChanges(() => {
  chosenWhose.value = null;
});

/** As the vault is asked: null is everybody's, empty nobody's. */
export function ownerOf(whose: Whose, me: Id): Id | null {
  return whose === 'mine' ? me : whose === 'nobody' ? '' : null;
}
