import { type SignatureCheck, verifySignature } from '@dayaq/sealing/verify';
import type { SignatureHelp } from '../adapters.ts';

export interface Asked {
  signKey: Uint8Array;
  label: string;
  message: Uint8Array;
  signature: Uint8Array;
}

interface Waiting extends Asked {
  answer(verdict: boolean | Promise<boolean>): void;
}

/** How many are asked about at once; fewer than this in a moment are not worth the way to another thread. */
const MOST = 250;
const FEW = 16;
/** Milliseconds in which an answer comes, and after which a helper that is asked nothing ends. */
const PATIENCE = 10_000;

export type Helper = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/**
 * Signatures of a large fetch are checked by a second Worker: nowhere else does so much wait for so little. Whatever it
 * does not answer is checked here, so that without it all is only slower.
 */
export function signatureHelp(start: () => Helper): SignatureHelp {
  let helper: Helper | null = null;
  let isLost = false;
  let gathering: Waiting[] = [];
  /** What the helper was asked and has not answered, in the order of asking. */
  let asked: Waiting[][] = [];

  let watch: ReturnType<typeof setTimeout> | undefined;

  /** From now on it has its time to answer, or, asked nothing, to be asked. */
  function wait(): void {
    clearTimeout(watch);
    watch = setTimeout(() => (asked.length > 0 ? lose() : rest()), PATIENCE);
  }

  const here = (batch: readonly Waiting[]): void => {
    for (const { signKey, label, message, signature, answer } of batch)
      answer(verifySignature(signKey, label, message, signature));
  };

  function lose(): void {
    isLost = true;
    rest();
  }

  function rest(): void {
    clearTimeout(watch);
    helper?.terminate();
    helper = null;
    const left = [...asked, gathering];
    asked = [];
    gathering = [];
    for (const batch of left) here(batch);
  }

  function begin(): Helper {
    const begun = start();
    begun.onmessage = ({ data }: MessageEvent<boolean[]>) => {
      if (asked[0]?.length !== data.length) return lose();
      const batch = asked.shift() ?? [];
      wait();
      for (const [i, { answer }] of batch.entries()) answer(data[i] === true);
    };
    begun.onerror = lose;
    begun.onmessageerror = lose;
    return begun;
  }

  function send(): void {
    const batch = gathering;
    gathering = [];
    if (batch.length < FEW || isLost) return here(batch);
    try {
      helper ??= begin();
      helper.postMessage(
        batch.map(({ signKey, label, message, signature }) => ({ signKey, label, message, signature })),
      );
      if (asked.push(batch) === 1) wait();
    } catch {
      isLost = true;
      here(batch);
    }
  }

  const check: SignatureCheck = (signKey, label, message, signature) =>
    new Promise((answer) => {
      gathering.push({ signKey, label, message, signature, answer });
      if (gathering.length >= MOST) send();
      else if (gathering.length === 1) setTimeout(send);
    });
  return { check, rest };
}
