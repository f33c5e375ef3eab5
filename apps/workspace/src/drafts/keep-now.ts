/** Everything in this page in which somebody is typing: each writes down at once what it has not yet. */
const typing = new Set<() => Promise<void>>();

/** From now on this one is asked too. Answers a function that takes it out again. */
export function keepWith(flush: () => Promise<void>): () => void {
  typing.add(flush);
  return () => typing.delete(flush);
}

/** Writes of forms that have gone from the page and are not done yet. */
const ending = new Set<Promise<void>>();

/** A form went away, and its last write is under way. */
export function willEnd(write: Promise<void>): void {
  ending.add(write);
  void write.finally(() => ending.delete(write));
}

/** When whatever went away before is written: whoever opens the same form again at once finds its last words. */
export async function allEnded(): Promise<void> {
  await Promise.allSettled(ending);
}

/**
 * Does `then`, after writing down what is typed and not kept yet, in every form that is open or has just gone; at once where there is none. It
 * waits no longer than `patience` milliseconds: whoever locks or flees waits for nobody.
 */
export function afterKeeping(patience: number, then: () => void): void {
  if (typing.size + ending.size === 0) then();
  else void keepAll(patience).then(then);
}

async function keepAll(patience: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
  await Promise.race([Promise.allSettled([...[...typing].map((flush) => flush()), ...ending]), end]);
  clearTimeout(timer);
}

/** A phone may end a hidden page without another word: what is typed is written when it hides. */
export function keepOnHiding(): () => void {
  const keep = () => afterKeeping(0, () => undefined);
  const onVisibility = () => document.visibilityState === 'hidden' && keep();
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', keep);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', keep);
  };
}
