import { useEffect } from 'preact/hooks';
import type { DraftKeeper } from './draft-keeper.ts';
import { keepWith, willEnd } from './keep-now.ts';

/** While its page is shown, a keeper also writes at once when the page hides, locks or is left; and when it goes. */
export function useKeeping<T>(keeper: DraftKeeper<T> | null): void {
  useEffect(() => {
    if (keeper === null) return;
    const stop = keepWith(() => keeper.flush());
    return () => {
      stop();
      willEnd(keeper.flush());
    };
  }, [keeper]);
}
