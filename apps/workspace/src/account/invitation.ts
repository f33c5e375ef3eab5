import { signal } from '@preact/signals';

/** A link that was pasted or scanned inside the program, so that its secret need not stand in an address. */
export const pastedInvitation = signal('');
export const pastedIntroduction = signal('');
export const pastedFounding = signal('');

/** The link that opened this page, or an empty text: only what follows `#` makes it one. */
export function linkOfThisPage(): string {
  return location.hash.length > 1 ? location.href : '';
}

/** Takes the secret out of the address and this step of the history, once it has done its work. */
export function clearSecretFromAddress(): void {
  history.replaceState(null, '', location.pathname);
}
