import { signal } from '@preact/signals';
import { vault, whenPhaseChanges } from '../../vault/session.ts';

const KEPT_AS = 'cases-list-folded';

/** Whether the list beside a case is folded away on a laptop; remembered on this device, sealed. */
export const listIsFolded = signal(false);

export function foldList(folded: boolean): void {
  listIsFolded.value = folded;
  void vault.value?.setPreference(KEPT_AS, folded);
}

whenPhaseChanges((phase) => {
  if (phase !== 'open') return;
  void vault.value?.preference(KEPT_AS).then(
    (kept) => {
      listIsFolded.value = kept === true;
    },
    () => undefined,
  );
});
