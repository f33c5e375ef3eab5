import type { AccountId, PublicDoor } from '@dayaq/sealing';
import { part } from './page.ts';

const ticks = (): HTMLInputElement[] => [...part('readers').querySelectorAll<HTMLInputElement>('input')];
const nameOf = (tick: HTMLInputElement): string => tick.parentElement?.textContent?.trim() ?? '';

/** Whom the person took the tick from. */
export function barredHere(): Set<AccountId> {
  return new Set(ticks().flatMap((tick) => (tick.checked ? [] : [tick.value as AccountId])));
}

export const somebodyReads = (): boolean => ticks().some((tick) => tick.checked);

/** Takes the tick from these, as an answer says that they were barred before. */
export function bar(accounts: readonly AccountId[]): void {
  for (const tick of ticks()) if (accounts.includes(tick.value as AccountId)) tick.checked = false;
}

/**
 * Whether the page shows exactly those who were signed for. Where it does not, it does from now on, and whoever was barred stays so:
 * nobody reads a letter whose sender did not see their name.
 */
export function showsSigned({ readers }: PublicDoor): boolean {
  const shown = ticks().map((tick) => `${tick.value} ${nameOf(tick)}`);
  const signed = readers.map(({ account, name }) => `${account} ${name.trim()}`);
  if (shown.join('\n') === signed.join('\n')) return true;
  const barred = barredHere();
  for (const tick of ticks()) tick.closest('label')?.remove();
  for (const { account, name } of readers) {
    const label = document.createElement('label');
    label.className = 'tick';
    const tick = document.createElement('input');
    Object.assign(tick, {
      type: 'checkbox',
      value: account,
      checked: !barred.has(account),
      autocomplete: 'off',
    });
    const word = document.createElement('span');
    word.textContent = name;
    label.append(tick, ' ', word);
    part('readers').append(label);
  }
  return false;
}
