import { signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const KEPT_AS = 'theme';

export const theme = signal<Theme>('system');

/** Kept in the open: it tells nothing. */
export function setTheme(wanted: Theme): void {
  theme.value = wanted;
  if (wanted === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
  try {
    localStorage.setItem(KEPT_AS, wanted);
  } catch {
    // A browser that keeps nothing follows the system next time.
  }
}

export function startTheme(): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEPT_AS);
  } catch {
    // Same as never chosen.
  }
  const known = THEMES.find((one) => one === kept);
  if (known !== undefined) setTheme(known);
}
