import type { VaultStatus } from '@dayaq/vault/client';
import { useEffect } from 'preact/hooks';
import { keepOnHiding } from '../drafts/keep-now.ts';
import { wantInnerWords } from '../locale/index.ts';
import { startPersistence } from '../vault/persistence.ts';
import { status, vault, whenPhaseChanges } from '../vault/session.ts';
import { startAutoLock } from './auto-lock.ts';
import { startShiftExit } from './shift-exit.ts';

/** What watches over every page while it is open. */
export function useGuards(): void {
  useEffect(() => {
    const stops = [
      startShiftExit(),
      startAutoLock(),
      startPersistence(),
      reloadWhenBroughtBack(),
      keepOnHiding(),
      whenPhaseChanges(innerWordsWhenOpen),
      whenPhaseChanges(forgetClosedWhenOpen),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

function innerWordsWhenOpen(phase: VaultStatus['phase']): void {
  if (phase === 'open') void wantInnerWords();
}

/** Milliseconds after coming in: what a person waits for comes first. */
const QUIET = 5000;

/** Words for a case that was closed meanwhile are nobody's to read any more. */
function forgetClosedWhenOpen(phase: VaultStatus['phase']): void {
  if (phase !== 'open') return;
  setTimeout(() => {
    const { account, sync, repaired } = status.value;
    if (account === null || vault.value === null) return;
    // While cases are still being fetched, perhaps anew, one that is not here says nothing.
    if (sync.state !== 'idle' || sync.progress !== null || repaired !== 'no') return;
    const connection = vault.value;
    void import('../drafts/form-drafts.ts')
      .then(({ forgetClosed }) => forgetClosed(connection, account))
      .catch(() => undefined);
  }, QUIET);
}

/** A browser may keep a left page in memory and show it again on "back". It must ask for the passphrase instead. */
function reloadWhenBroughtBack(): () => void {
  const onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) location.reload();
  };
  addEventListener('pageshow', onPageShow);
  return () => removeEventListener('pageshow', onPageShow);
}
