import { idText, type AccountId, type SpaceId } from '@dayaq/sealing';
import { describe, expect, it } from 'vitest';
import type { CallOutcome, Transport } from '../adapters.ts';
import { Server } from '../server.ts';
import type { Unlocked } from '../unlocked.ts';
import { askPage } from './ask-page.ts';
import { PageSize } from './page-size.ts';

const SPACE = idText<SpaceId>(new Uint8Array(32).fill(1));
const ACCOUNT = idText<AccountId>(new Uint8Array(16).fill(2));

type Answer = 'page' | 'last page' | 'offline' | 'not-allowed';

/** A device whose network answers one after the other, and how often it asked and waited. */
function asking(answers: readonly Answer[], parts: { carries: boolean; alive?: boolean }) {
  const waits: number[] = [];
  let asked = 0;
  const call = () => {
    const answer = answers[asked++] ?? 'offline';
    if (answer === 'offline' || answer === 'not-allowed')
      return Promise.resolve({ ok: false, failure: { code: answer }, code: answer });
    const value = { items: [], position: 7, more: answer === 'page', log: new Uint8Array(16) };
    return Promise.resolve({ ok: true, value });
  };
  const transport = { origin: '', call, nudges: () => [] } as unknown as Transport;
  const network = { page: new PageSize(), carries: parts.carries };
  const unlocked = {
    alive: parts.alive ?? true,
    network,
    server: new Server(transport, ACCOUNT, null, new Uint8Array(32), null),
    around: {
      now: () => 0,
      later: (ms: number, then: () => void) => {
        waits.push(ms);
        then();
      },
    },
  } as unknown as Unlocked;
  const outcome = async () => {
    const answer: CallOutcome<'entries/pull'> = await askPage(unlocked, SPACE, 0);
    return { code: answer.ok ? 'ok' : answer.code, asked, waits, carries: network.carries };
  };
  return outcome();
}

describe('a page that was lost on its way', () => {
  it('is asked for again at once, ever more slowly, while the network brings pages', async () => {
    expect(await asking(['offline', 'offline', 'page'], { carries: true })).toEqual({
      code: 'ok',
      asked: 3,
      waits: [250, 500],
      carries: true,
    });
  });

  it('is given up after five tries, and then the network brings none', async () => {
    expect(await asking([], { carries: true })).toEqual({
      code: 'offline',
      asked: 5,
      waits: [250, 500, 1000, 2000],
      carries: false,
    });
  });

  it('waits for the next turn where nothing has come yet, or nothing more was to come', async () => {
    const once = { code: 'offline', asked: 1, waits: [], carries: false };
    expect(await asking(['offline', 'page'], { carries: false })).toEqual(once);
    expect((await asking(['last page'], { carries: true })).carries).toBe(false);
  });

  it('is not asked for again where it was refused, nor by a device that was locked meanwhile', async () => {
    const once = { asked: 1, waits: [], carries: false };
    expect(await asking(['not-allowed', 'page'], { carries: true })).toEqual({
      code: 'not-allowed',
      ...once,
    });
    expect(await asking(['offline', 'page'], { carries: true, alive: false })).toEqual({
      code: 'offline',
      ...once,
    });
  });
});
