/** Milliseconds for which a test waits for what comes about by itself: two cores may be busy with other work. */
export const PATIENCE = 90_000;

/**
 * Waits until something holds, and says what did not when it never does. Every wait of a test goes through here or has
 * its reason beside it: see `scripts/no-luck.test.ts`.
 * @param what what is waited for, for the error
 */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patience = PATIENCE,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: it did not come about within ${patience / 1000} s`);
    // A pause between two looks; the state decides.
    await new Promise((again) => setTimeout(again, 20));
  }
}
