import { announce } from '../look/live.tsx';
import { t } from '../locale/index.ts';

/** Copies words, or says that they must be selected by hand. */
export async function copyWords(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    announce(t('shell.waiting.held.copied'));
  } catch {
    announce(t('shell.waiting.held.copyByHand'));
  }
}
