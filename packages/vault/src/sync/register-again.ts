import { concatBytes, idBytes } from '@dayaq/sealing';
import type { Failure } from '../client.ts';
import { readDevice } from '../device.ts';
import type { Unlocked } from '../unlocked.ts';

/**
 * The server refuses the sign-in that opened this device. Perhaps it was put back to before this account came and forgot
 * it: then the charter of a space, or the act by which this account joined, says that it belongs there. Null: the server
 * knows it again. `not-known-yet`: a colleague's device, which knows more of the team than the server, has to come first.
 */
export async function registerAgain({
  around,
  account,
  engine,
  rings,
  server,
}: Unlocked): Promise<Failure | null> {
  const device = await readDevice(around.keep);
  const { verifier } = server;
  if (device === null || verifier === null) return { code: 'sign-in-refused' };
  const { sealedRoot } = device;
  const id = idBytes(account.id);
  const proof = await account.signing.sign('readmission', concatBytes(id, verifier, sealedRoot));
  let isForgotten = false;
  for (const { space, me } of rings.values()) {
    const act = 'select act from charter where space = ? and seq = ?';
    const join = me === null ? null : engine.get<{ act: Uint8Array }>(act, space, me.joinedSeq);
    if (join === null) continue;
    const admission = { by: 'charter' as const, space: idBytes(space), join: join.act, proof };
    const answer = await around.transport.call(
      'accounts/create',
      { account: id, verifier, sealedRoot, admission },
      null,
    );
    if (answer.ok) return null;
    if (answer.code === 'account-exists') return { code: 'sign-in-refused' };
    if (answer.code !== 'not-allowed') return answer.failure;
    isForgotten = true;
  }
  return { code: isForgotten ? 'not-known-yet' : 'sign-in-refused' };
}
