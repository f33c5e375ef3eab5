import { signal } from '@preact/signals';
import { vault, whenPhaseChanges } from '../vault/session.ts';
import { type GroupName, GROUPS } from './places.ts';

const KEPT_AS = 'shell.folded';
/** Until somebody unfolds it. */
const AT_FIRST: readonly GroupName[] = ['office'];
const folded = signal<readonly GroupName[]>(AT_FIRST);

whenPhaseChanges((phase) => {
  if (phase !== 'open') return;
  void vault.value?.preference(KEPT_AS).then(
    (kept) => {
      folded.value = Array.isArray(kept) ? GROUPS.filter((group) => kept.includes(group)) : AT_FIRST;
    },
    () => undefined,
  );
});

/** Whether a group shows its name alone. */
export function isFolded(group: GroupName): boolean {
  return folded.value.includes(group);
}

/** This person's choice, kept on this device: the same in the rail and under "More". */
export function fold(group: GroupName, isShut: boolean): void {
  const next = GROUPS.filter((each) => (each === group ? isShut : isFolded(each)));
  folded.value = next;
  void vault.value?.setPreference(KEPT_AS, [...next]);
}
