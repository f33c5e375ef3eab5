import { type SignatureCheck, verifySignature } from '@dayaq/sealing/verify';
import type { SignatureHelp } from '../adapters.ts';

export interface Asked {
  signKey: Uint8Array;
  label: string;
  message: Uint8Array;
  signature: Uint8Array;
}

/** A question to the helper and its answer carry a number: answers need not come in the order of the questions. */
export interface Question {
  number: number;
  asked: Asked[];
}

export interface Answer {
  number: number;
  verdicts: boolean[];
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
  /** What the helper was asked and has not answered, by the number of the question. */
  const asked = new Map<number, Waiting[]>();
  let numbers = 0;
  let watch: ReturnType<typeof setTimeout> | undefined;

  /** From now on it has its time to answer, or, asked nothing, to be asked. */
  function wait(): void {
    clearTimeout(watch);
    watch = setTimeout(() => (asked.size > 0 ? lose() : rest()), PATIENCE);
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
    const left = [...asked.values(), gathering];
    asked.clear();
    gathering = [];
    for (const batch of left) here(batch);
  }

  function begin(): Helper {
    const begun = start();
    begun.onmessage = ({ data: { number, verdicts } }: MessageEvent<Answer>) => {
      if (helper !== begun) return;
      const batch = asked.get(number);
      if (batch?.length !== verdicts.length) return lose();
      asked.delete(number);
      wait();
      for (const [i, { answer }] of batch.entries()) answer(verdicts[i] === true);
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
      const question: Question = {
        number: ++numbers,
        asked: batch.map(({ signKey, label, message, signature }) => ({
          signKey,
          label,
          message,
          signature,
        })),
      };
      helper.postMessage(question);
      asked.set(question.number, batch);
      if (asked.size === 1) wait();
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
