import { signal } from '@preact/signals';

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

/** Stands once in the page. */
export function LiveRegion() {
  return (
    <div class="live" role="status">
      {text.value && <span class="live-text">{text.value}</span>}
    </div>
  );
}
