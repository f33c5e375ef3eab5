import { keyFingerprint, signBundle, toBase64url } from '@dayaq/sealing';
import type { Outcome, SignKeyView } from './client.ts';
import { failed, success } from './failure.ts';
import type { Ring } from './space/ring.ts';
import type { Unlocked } from './unlocked.ts';

/** Bytes: a manifest names files, it holds none. */
const LARGEST_MANIFEST = 1024 * 1024;

/** The public keys with which everybody signs who is, or was, in the space. */
export async function signKeyViews(ring: Ring): Promise<SignKeyView[]> {
  const members = [...ring.state.members.values()];
  return Promise.all(
    members.map(async ({ account, signKey }) => ({
      account,
      key: toBase64url(signKey),
      fingerprint: await keyFingerprint(signKey),
    })),
  );
}

/** Signs the manifest of a bundle in this account's name, under a label that nothing else is signed under. */
export async function signManifest(
  { account }: Unlocked,
  manifest: Uint8Array,
): Promise<Outcome<Uint8Array>> {
  if (manifest.length > LARGEST_MANIFEST) return failed('too-large');
  return success(await signBundle(account.signing, manifest));
}
