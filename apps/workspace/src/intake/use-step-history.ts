import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Step, STEPS } from '@dayaq/acts/intake/draft';

interface StepHistory {
  /** Goes on to a step, so that the phone's own "back" returns from it. */
  push: (step: Step) => void;
  /** Goes back as the phone would; false when no step was gone on from here. */
  back: () => boolean;
  /** Takes all steps out of the way again: after the end, "back" leaves the intake. */
  unwind: () => void;
}

/**
 * Steps as entries of the browser's history. People go back with the phone's gesture; it must lead to the step before
 * and not out of the page. The address stays the same and says nothing.
 * @param onStep the person went back or forward to this step
 */
export function useStepHistory(start: Step, onStep: (step: Step) => void): StepHistory {
  const depth = useRef(0);
  const tell = useRef(onStep);
  tell.current = onStep;
  useEffect(() => {
    const onPop = (event: PopStateEvent) => {
      const state: unknown = event.state;
      const entry = isEntry(state) ? state : { intake: start, depth: 0 };
      depth.current = entry.depth;
      tell.current(entry.intake);
    };
    window.addEventListener('popstate', onPop);
    // Each step begins at its heading: the browser would go back to where one was before, also on the page after the end.
    const before = history.scrollRestoration;
    history.scrollRestoration = 'manual';
    return () => {
      window.removeEventListener('popstate', onPop);
      history.scrollRestoration = before;
    };
  }, [start]);
  return useMemo(
    () => ({
      push: (step) => {
        depth.current += 1;
        history.pushState({ intake: step, depth: depth.current }, '');
      },
      back: () => {
        if (depth.current === 0) return false;
        history.back();
        return true;
      },
      unwind: () => {
        if (depth.current > 0) history.go(-depth.current);
        depth.current = 0;
      },
    }),
    [],
  );
}

function isEntry(state: unknown): state is { intake: Step; depth: number } {
  if (typeof state !== 'object' || state === null || !('intake' in state) || !('depth' in state))
    return false;
  return STEPS.some((step) => step === state.intake) && typeof state.depth === 'number';
}
