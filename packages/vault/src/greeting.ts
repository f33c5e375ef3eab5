import { equalBytes } from '@dayaq/sealing';
import type { Surroundings, Transport } from './adapters.ts';
import type { Outcome } from './client.ts';
import { DAY } from './days.ts';
import { success } from './failure.ts';

/** What a server says of itself to anybody. */
export interface Greeting {
  /** 16 bytes: which server it is. */
  server: Uint8Array;
  /** Whole days by which this device's clock is ahead of the server's (negative: behind). 0 within a day. */
  clockAhead: number;
}

/** Asks who answers at this address, and which day it is there. */
export async function greet({ transport, now }: Surroundings): Promise<Outcome<Greeting>> {
  const said = await transport.call('server/hello', {}, null);
  if (!said.ok) return said;
  const ahead = Math.floor(now() / DAY) - said.value.day;
  // Midnight falls at other moments here and there.
  return success({ server: said.value.server, clockAhead: Math.abs(ahead) <= 1 ? 0 : ahead });
}

/** Whether another Dayaq answers than the one that is remembered. False where it cannot be known. */
export async function isAnotherServer(transport: Transport, remembered: Uint8Array | null): Promise<boolean> {
  if (remembered === null) return false;
  const said = await transport.call('server/hello', {}, null);
  return said.ok && !equalBytes(said.value.server, remembered);
}

/** This device's time by the server's day, in milliseconds: what others judge must not hang on a clock that is wrong. */
export function judgedNow(around: Surroundings, clockAhead: number): number {
  return around.now() - clockAhead * DAY;
}
