import { Secret, signingKeys } from '@dayaq/sealing';
import { verifySignature } from '@dayaq/sealing/verify';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answer, type Helper, type Question, signatureHelp } from './signature-help.ts';

const MANY = 600;
const keys = await signingKeys(new Secret(new Uint8Array(32).fill(7)));
const messages = Array.from({ length: MANY }, (_, i) => new TextEncoder().encode(`entry ${i}`));
const signatures = await Promise.all(messages.map((message) => keys.sign('entry', message)));
/** Every third signature is another message's. */
const isForged = (i: number): boolean => i % 3 === 0;

interface Ends {
  ended: number;
  asked: number;
}

type Behaviour =
  | 'answers'
  | 'answers the second first'
  | 'is silent'
  | 'fails'
  | 'answers too little'
  | 'answers what nobody asked';

async function verdictsOn({ asked }: Question): Promise<boolean[]> {
  return Promise.all(
    asked.map(({ signKey, label, message, signature }) =>
      verifySignature(signKey, label, message, signature),
    ),
  );
}

/** A thread of its own, as the browser gives one: it answers, or not. */
function thread(behaves: Behaviour): () => Helper & Ends {
  return () => {
    const later: Answer[] = [];
    const say = (data: Answer) => helper.onmessage?.call(helper as never, { data } as MessageEvent);
    const helper: Helper & Ends = {
      ended: 0,
      asked: 0,
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      terminate: () => void helper.ended++,
      postMessage: (question: Question) => {
        helper.asked++;
        if (behaves === 'fails')
          queueMicrotask(() => helper.onerror?.call(helper as never, {} as ErrorEvent));
        if (behaves === 'is silent' || behaves === 'fails') return;
        const { number } = question;
        void verdictsOn(question).then((verdicts) => {
          if (behaves === 'answers') return say({ number, verdicts });
          if (behaves === 'answers too little')
            return say({ number, verdicts: verdicts.slice(1).fill(true) });
          if (behaves === 'answers what nobody asked')
            return say({ number: number + 9, verdicts: verdicts.fill(true) });
          later.push({ number, verdicts });
          if (later.length > 1) for (const answer of later.splice(0).reverse()) say(answer);
          return undefined;
        });
      },
    };
    return helper;
  };
}

function checkAll({ check }: ReturnType<typeof signatureHelp>, count = MANY): Promise<boolean[]> {
  return Promise.all(
    messages
      .slice(0, count)
      .map((message, i) =>
        check(keys.publicKey, 'entry', message, signatures[isForged(i) ? i + 1 : i] as Uint8Array),
      ),
  );
}

const right = messages.map((_, i) => !isForged(i));

afterEach(() => vi.useRealTimers());

describe('signatures that another thread checks', () => {
  it('hold where they hold, and nowhere else', async () => {
    expect(await checkAll(signatureHelp(thread('answers')))).toEqual(right);
  });

  it('hold and do not hold the same where a later question is answered before an earlier one', async () => {
    // Two questions of the same size, of which the forged ones stand at other places.
    expect(await checkAll(signatureHelp(thread('answers the second first')), 500)).toEqual(
      right.slice(0, 500),
    );
  });

  it('are checked here where the other thread fails, answers too little or something else, or does not begin', async () => {
    expect(await checkAll(signatureHelp(thread('fails')))).toEqual(right);
    expect(await checkAll(signatureHelp(thread('answers too little')))).toEqual(right);
    expect(await checkAll(signatureHelp(thread('answers what nobody asked')))).toEqual(right);
    const refusing = signatureHelp(() => {
      throw new Error('no Worker here');
    });
    expect(await checkAll(refusing)).toEqual(right);
  });

  it('are checked here after ten seconds of silence', async () => {
    vi.useFakeTimers();
    const verdicts = checkAll(signatureHelp(thread('is silent')));
    await vi.advanceTimersByTimeAsync(10_100);
    vi.useRealTimers();
    expect(await verdicts).toEqual(right);
  });

  it('are checked here where there are few', async () => {
    const start = vi.fn(thread('answers'));
    expect(await checkAll(signatureHelp(start), 5)).toEqual(right.slice(0, 5));
    expect(start).not.toHaveBeenCalled();
  });

  it('end with the other thread when the device is locked, and all are answered', async () => {
    const begun: (Helper & Ends)[] = [];
    const help = signatureHelp(() => {
      const helper = thread('is silent')();
      begun.push(helper);
      return helper;
    });
    const verdicts = checkAll(help);
    help.rest();
    expect(await verdicts).toEqual(right);
    expect(begun.map(({ ended }) => ended)).toEqual([1]);
  });
});
