import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  label: string;
  /** Omit while the end is not known: the bar then moves to and fro. */
  done?: number;
  total?: number;
}

export function Progress({ label, done, total }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const known = done !== undefined && total !== undefined && total > 0;
  const share = known ? Math.min(1, done / total) : null;
  useLayoutEffect(() => {
    if (bar.current !== null) bar.current.style.inlineSize = share === null ? '' : `${share * 100}%`;
  }, [share]);
  return (
    <div class={known ? 'progress' : 'progress progress-unknown'}>
      <p class="small muted" aria-hidden="true">
        {label}
      </p>
      <div
        class="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={known ? total : undefined}
        aria-valuenow={known ? done : undefined}
      >
        <div class="progress-bar" ref={bar} />
      </div>
    </div>
  );
}
