import { signal } from '@preact/signals';

/** The list of organisations stands over the page. */
export const spacesAreOpen = signal(false);
