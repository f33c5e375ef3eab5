import { signal } from '@preact/signals';

/** A form of this tab whose words another tab has taken. */
export interface FormElsewhere {
  title: string;
  /** Takes them back. */
  again: () => void;
  /** Closes the form here; it stays open there. */
  close: (() => void) | undefined;
}

/** Newest last. */
export const elsewhere = signal<readonly FormElsewhere[]>([]);

/** Answers a function that takes it out again. */
export function standsElsewhere(form: FormElsewhere): () => void {
  elsewhere.value = [...elsewhere.peek(), form];
  return () => {
    elsewhere.value = elsewhere.peek().filter((other) => other !== form);
  };
}
