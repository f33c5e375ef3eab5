import type { Request } from '@dayaq/protocol';
import { idBytes, isBearable, LETTER_WORK, type LetterId, type SpaceId } from '@dayaq/sealing';
import { call } from './call.ts';
import { refused } from './door.ts';
import { say, tell } from './words.ts';

export type LetterWork = NonNullable<Request<'letters/put'>['work']>;

/**
 * Does the work that a door in flood asks for with this letter, and says how far it is; `offline` where nobody answers, `shut` where more
 * is asked than any door needs.
 */
export async function doWork(
  space: SpaceId,
  letter: LetterId,
  signal: AbortSignal,
): Promise<LetterWork | ReturnType<typeof refused> | 'stopped'> {
  const asked = await call('letters/work', { space: idBytes(space) }, signal);
  if (!asked.ok) return refused(asked.error);
  const { slot, tries, challenge } = asked.value;
  if (!isBearable(tries)) return 'shut';
  const worker = new Worker(new URL('./letter-work.worker.ts', import.meta.url), { type: 'module' });
  const nonces = await new Promise<Uint8Array | null>((settle, fail) => {
    const sayPart = (done: number): void =>
      tell('progress', say('send.works', { done, all: LETTER_WORK.parts }));
    sayPart(0);
    signal.addEventListener('abort', () => settle(null), { once: true });
    worker.addEventListener('error', () => fail(new Error('no Worker')));
    worker.addEventListener('message', ({ data }: MessageEvent<number | Uint8Array>) =>
      typeof data === 'number' ? sayPart(data) : settle(data),
    );
    worker.postMessage({ challenge, tries, letter: idBytes(letter) });
  }).finally(() => worker.terminate());
  return nonces === null ? 'stopped' : { slot, tries, nonces };
}
