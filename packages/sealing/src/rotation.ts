import type { Account } from './account.ts';
import { type Randomness, systemRandomness } from './bytes.ts';
import { signAct } from './charter-acts.ts';
import { type CharterState, currentMembers } from './charter-types.ts';
import { epochPublic, linkEpoch, newEpochKey, wrapEpochKey } from './epoch.ts';
import type { AccountId } from './ids.ts';
import type { LogPlace, View } from './log-place.ts';
import { ok, type Result } from './result.ts';
import type { Secret } from './secret.ts';

export interface Rotation {
  readonly entry: Uint8Array;
  readonly state: CharterState;
  /** The new epoch's key. */
  readonly key: Secret;
  /** One for every current member. */
  readonly wraps: readonly { readonly account: AccountId; readonly wrap: Uint8Array }[];
}

/**
 * Starts the next epoch for exactly the current members. `oldKey` is the key of `state.epoch`.
 * Errors: `not-allowed` when the author is no keyholder.
 */
export async function rotateAct(
  state: CharterState,
  author: Account,
  oldKey: Secret,
  time: number,
  random: Randomness = systemRandomness,
  place: LogPlace | null = null,
): Promise<Result<Rotation>> {
  const key = newEpochKey(random);
  const number = state.epoch.number + 1;
  const members = currentMembers(state);
  const link = await linkEpoch(key, number, state.space, oldKey, random);
  const act = {
    type: 'rotate',
    epoch: await epochPublic(key, number),
    members: members.map((m) => m.account),
    link,
  } as const;
  const signed = await signAct(state, author, act, time, place);
  if (!signed.ok) return signed;
  const view: View = { place, charter: state.head, peer: null };
  const wraps: { account: AccountId; wrap: Uint8Array }[] = [];
  for (const member of members) {
    wraps.push({
      account: member.account,
      wrap: await wrapEpochKey(key, number, state.space, member, view, random),
    });
  }
  return ok({ ...signed.value, key, wraps });
}
