import { type Signal, useSignal } from '@preact/signals';
import { t } from '../locale/index.ts';

/** What the form needs to know: which passphrase is meant, and what still stands in its way. */
export interface PassphraseChoice {
  /** The offered one is taken unless its owner wants another way. */
  own: Signal<boolean>;
  offered: Signal<string>;
  typed: Signal<string>;
  /** Typed a second time, by who did not look at it. */
  again: Signal<string>;
  /** Whether both times it is the same passphrase, whatever the keyboard made of it. Null while that is asked. */
  agrees: Signal<boolean | null>;
  /** Whether it is, or was, read on the screen: then it need not be typed twice. */
  seen: Signal<boolean>;
  strength: Signal<'weak' | 'fair' | 'strong' | null>;
}

export function usePassphraseChoice(): PassphraseChoice {
  return {
    own: useSignal(false),
    offered: useSignal(''),
    typed: useSignal(''),
    again: useSignal(''),
    agrees: useSignal<boolean | null>(null),
    seen: useSignal(false),
    strength: useSignal<'weak' | 'fair' | 'strong' | null>(null),
  };
}

/** Typed differently the second time, and never looked at: it would be known to nobody. */
export function differs(choice: PassphraseChoice): boolean {
  return choice.own.value && !choice.seen.value && choice.agrees.value !== true;
}

/** The passphrase as it stands, or an empty text while it is not good enough. */
export function chosenPassphrase(choice: PassphraseChoice): string {
  if (!choice.own.value) return choice.offered.value;
  return choice.strength.value === 'weak' || differs(choice) ? '' : choice.typed.value;
}

/** Why it is not good enough, in words for its field. */
export function weaknessOf(choice: PassphraseChoice): string | undefined {
  const weak = choice.own.value && (choice.typed.value === '' || choice.strength.value === 'weak');
  return weak ? t('errors.weak-passphrase') : undefined;
}
