import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const SHOWN_FOR = 4000;
const text = signal('');
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something short, on screen and to screen readers: "Saved here". A later one takes its place. */
export function announce(words: string): void {
  clearTimeout(timer);
  text.value = words;
  timer = setTimeout(() => {
    text.value = '';
  }, SHOWN_FOR);
}

function clear(): void {
  clearTimeout(timer);
  text.value = '';
}

/** Stands once in the page. Whoever goes on to another has read it: it does not lie over what comes next. */
export function LiveRegion() {
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href]') !== null) clear();
    };
    addEventListener('click', onClick, true);
    addEventListener('popstate', clear);
    return () => {
      removeEventListener('click', onClick, true);
      removeEventListener('popstate', clear);
    };
  }, []);
  return (
    <div class="live" role="status">
      {text.value && <span class="live-text">{text.value}</span>}
    </div>
  );
}
