import type { Account } from './account.ts';
import { type Randomness, systemRandomness } from './bytes.ts';
import { extendCharter } from './charter.ts';
import { encodeCharterBody, encodeCharterEntry, NO_PREVIOUS } from './charter-encoding.ts';
import type { CharterAct, CharterEntry, CharterState, Role } from './charter-types.ts';
import { epochPublic } from './epoch.ts';
import type { LogPlace } from './log-place.ts';
import { ok, type Result, unwrap } from './result.ts';
import type { Secret } from './secret.ts';

async function signEntry(
  entry: Omit<CharterEntry, 'body' | 'signature'>,
  author: Account,
): Promise<Uint8Array> {
  const body = encodeCharterBody(entry);
  return encodeCharterEntry(body, await author.signing.sign('charter', body));
}

/** Founds a space: its first charter entry and the state after it. The founder is its first keyholder. */
export async function createCharter(options: {
  readonly founder: Account;
  readonly role: Role;
  readonly epochKey: Secret;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly random?: Randomness;
}): Promise<{ readonly entry: Uint8Array; readonly state: CharterState }> {
  const { founder, role, epochKey, time, random = systemRandomness } = options;
  const entry = await signEntry(
    {
      space: null,
      seq: 0,
      prev: NO_PREVIOUS,
      time,
      author: founder.id,
      place: null,
      act: {
        type: 'create',
        founder: founder.public,
        role,
        salt: random(16),
        epoch: await epochPublic(epochKey, 1),
      },
    },
    founder,
  );
  return { entry, state: unwrap(await extendCharter(null, entry)) };
}

/**
 * Signs an act as the next entry of a charter, if its rules let it stand. Errors as `extendCharter`.
 * `time` is milliseconds since 1970. `place` is the log that the act will stand right behind: whoever keeps a log refuses an
 * act without one, but for a `join`.
 */
export async function signAct(
  state: CharterState,
  author: Account,
  act: CharterAct,
  time: number,
  place: LogPlace | null = null,
): Promise<Result<{ readonly entry: Uint8Array; readonly state: CharterState }>> {
  const entry = await signEntry(
    { space: state.space, seq: state.seq + 1, prev: state.head, time, author: author.id, place, act },
    author,
  );
  const next = await extendCharter(state, entry);
  return next.ok ? ok({ entry, state: next.value }) : next;
}
