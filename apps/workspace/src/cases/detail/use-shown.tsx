import type { RecordView } from '@dayaq/vault/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';

interface Shown<T> {
  shown: readonly T[];
  /** The button that shows more of them; null where all are shown. */
  more: JSX.Element | null;
}

/**
 * The first of many, and more on demand: a case of a thousand people opens like one of three. The one that the address
 * names (`#record-<id>`) is always among those that are shown.
 * @param most how many at first, and how many more with each press
 */
export function useShown<T>(items: readonly T[], most: number, recordOf: (item: T) => RecordView): Shown<T> {
  const [end, setEnd] = useState(most);
  const named = items.findIndex((item) => location.hash === `#record-${recordOf(item).id}`);
  const shown = items.slice(0, Math.max(end, most, named + 1));
  const rest = items.length - shown.length;
  return {
    shown,
    more:
      rest === 0 ? null : (
        <Button kind="quiet" class="case-invite" onClick={() => setEnd(shown.length + most)}>
          {t('cases.showMore', { count: Math.min(rest, most) })}
        </Button>
      ),
  };
}
