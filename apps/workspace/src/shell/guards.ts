import type { VaultStatus } from '@dayaq/vault/client';
import { useEffect } from 'preact/hooks';
import { wantInnerWords } from '../locale/index.ts';
import { startPersistence } from '../vault/persistence.ts';
import { whenPhaseChanges } from '../vault/session.ts';
import { startAutoLock } from './auto-lock.ts';
import { startEscapeExit } from './escape-exit.ts';

/** What watches over every page while it is open. */
export function useGuards(): void {
  useEffect(() => {
    const stops = [
      startEscapeExit(),
      startAutoLock(),
      startPersistence(),
      reloadWhenBroughtBack(),
      whenPhaseChanges(innerWordsWhenOpen),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

function innerWordsWhenOpen(phase: VaultStatus['phase']): void {
  if (phase === 'open') void wantInnerWords();
}

/** A browser may keep a left page in memory and show it again on "back". It must ask for the passphrase instead. */
function reloadWhenBroughtBack(): () => void {
  const onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) location.reload();
  };
  addEventListener('pageshow', onPageShow);
  return () => removeEventListener('pageshow', onPageShow);
}
