import { type Chosen, type Read, readChosen } from '@dayaq/register';
import { describe, expect, it } from 'vitest';
import { readAway, type Reader } from './read-away.ts';
import type { ToRead } from './read-worker.ts';

const BYTES = new TextEncoder().encode('Имя;Регион\nЛейла;Баку\nЗаур;Шеки\n');

/** A thread that does with a message what `answer` says, as the browser would tell it. */
function reader(answer: (self: Reader, asked: ToRead) => void): { reader: Reader; ended: () => boolean } {
  let ended = false;
  const made: Reader = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    // No pause: a Worker answers in a turn of its own.
    postMessage: (asked: ToRead) => setTimeout(() => answer(made, structuredClone(asked)), 0),
    terminate: () => {
      ended = true;
    },
  };
  return { reader: made, ended: () => ended };
}

const tell = (self: Reader, data: Read<Chosen>): void =>
  self.onmessage?.call(self as Worker, new MessageEvent('message', { data: structuredClone(data) }));

describe('a file that is read away from the page', () => {
  it('is handed over as it was read, and the thread ends', async () => {
    const { reader: thread, ended } = reader((self, { bytes, asked }) =>
      tell(self, readChosen(bytes, asked)),
    );
    const read = await readAway(BYTES, {}, () => thread).answer;
    expect(read?.ok === true && read.value.table.rows.length).toBe(2);
    expect(read).toEqual(readChosen(BYTES));
    expect(ended()).toBe(true);
  });

  it('is given up when somebody stops it', async () => {
    const { reader: thread, ended } = reader(() => undefined);
    const { answer, stop } = readAway(BYTES, {}, () => thread);
    stop();
    expect(await answer).toBeNull();
    expect(ended()).toBe(true);
  });

  it('is refused with words where the thread breaks, and read here where none starts', async () => {
    const { reader: thread } = reader((self) =>
      self.onerror?.call(self as Worker, new Event('error') as ErrorEvent),
    );
    expect(await readAway(BYTES, {}, () => thread).answer).toMatchObject({ ok: false });
    const none = readAway(BYTES, {}, () => {
      throw new Error('no Workers here');
    });
    expect((await none.answer)?.ok).toBe(true);
  });
});
