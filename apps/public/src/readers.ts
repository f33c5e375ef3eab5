import type { AccountId, PublicDoor } from '@dayaq/sealing';
import { part } from './page.ts';

const ticks = (): HTMLInputElement[] => [...part('readers').querySelectorAll<HTMLInputElement>('input')];
const nameOf = (tick: HTMLInputElement): string => tick.parentElement?.textContent?.trim() ?? '';

/** Whom the person took the tick from. */
export function barredHere(): Set<AccountId> {
  return new Set(ticks().flatMap((tick) => (tick.checked ? [] : [tick.value as AccountId])));
}

export const somebodyReads = (): boolean => ticks().some((tick) => tick.checked);

/** Leaves the tick to these alone: whom an answer names as its letter's readers. Without an answer to nobody, so that somebody chooses. */
export function leaveTo(accounts: readonly AccountId[]): void {
  for (const tick of ticks()) tick.checked = accounts.includes(tick.value as AccountId);
}

/**
 * Whether the page shows exactly those who were signed for. Where it does not, it does from now on; whoever was barred stays so, and
 * who is new has no tick yet: nobody reads a letter whose sender did not see their name.
 */
export function showsSigned({ readers }: PublicDoor): boolean {
  const shown = ticks().map((tick) => `${tick.value} ${nameOf(tick)}`);
  const signed = readers.map(({ account, name }) => `${account} ${name.trim()}`);
  if (shown.join('\n') === signed.join('\n')) return true;
  const left = new Set(ticks().flatMap((tick) => (tick.checked ? [tick.value as AccountId] : [])));
  for (const tick of ticks()) tick.closest('label')?.remove();
  for (const { account, name } of readers) {
    const label = document.createElement('label');
    label.className = 'tick';
    const tick = document.createElement('input');
    Object.assign(tick, {
      type: 'checkbox',
      value: account,
      checked: left.has(account),
      autocomplete: 'off',
    });
    const word = document.createElement('span');
    word.textContent = name;
    label.append(tick, ' ', word);
    part('readers').append(label);
  }
  return false;
}
