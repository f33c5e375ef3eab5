import { encodeCanonical } from './encoding.ts';
import { verifySignature } from './signature-check.ts';

export const POLL_LABEL = 'poll';

/** What whoever fetches a mailbox signs with its verifier: which one, and on which day (since 1970) by their clock. */
export function pollMessage(address: Uint8Array, day: number): Uint8Array {
  return encodeCanonical([address, day]);
}

/** Whether the one who asks holds the receipt of this mailbox. */
export function verifyPoll(
  verifier: Uint8Array,
  poll: { readonly address: Uint8Array; readonly day: number; readonly signature: Uint8Array },
): Promise<boolean> {
  return verifySignature(verifier, POLL_LABEL, pollMessage(poll.address, poll.day), poll.signature);
}
