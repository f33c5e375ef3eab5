import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import {
  accountId,
  deriveUnlock,
  newAccountRoot,
  newDeviceSecret,
  openAccountKeys,
  openRoot,
  sealRoot,
  signSignIn,
  unwrap,
  verifySignIn,
} from './index.ts';

const random = seeded('account test');
const deviceSecret = newDeviceSecret(random);
const root = newAccountRoot(random);
const PASSPHRASE = 'bağ evində üç quş';

describe('an account', () => {
  it('opens with its passphrase and device secret, and with nothing less', async () => {
    const unlock = await deriveUnlock(PASSPHRASE, deviceSecret);
    const sealed = await sealRoot(unlock, root);
    expect(unwrap(await openRoot(unlock, sealed)).expose()).toEqual(root.expose());
    const wrong = [
      await deriveUnlock(`${PASSPHRASE}x`, deviceSecret),
      await deriveUnlock('', deviceSecret),
      await deriveUnlock(PASSPHRASE, newDeviceSecret(random)),
    ];
    for (const other of wrong) {
      expect(await openRoot(other, sealed)).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
      expect(other.signIn.publicKey).not.toEqual(unlock.signIn.publicKey);
    }
  });

  it('does not care how the keyboard composed an accent', async () => {
    const composed = await deriveUnlock('İşgəncə ü', deviceSecret);
    const decomposed = await deriveUnlock('İşgəncə ü'.normalize('NFD'), deviceSecret);
    expect(decomposed.signIn.publicKey).toEqual(composed.signIn.publicKey);
  });

  it('does not open as another account', async () => {
    const unlock = await deriveUnlock(PASSPHRASE, deviceSecret);
    const sealed = await sealRoot(unlock, root);
    const elsewhere = { ...unlock, id: await accountId(newDeviceSecret(random)) };
    expect(await openRoot(elsewhere, sealed)).toMatchObject({ error: { code: 'wrong-passphrase' } });
  });

  it('has the same keys each time, and other keys for another root', async () => {
    const id = await accountId(deviceSecret);
    const [one, again] = [await openAccountKeys(id, root), await openAccountKeys(id, root)];
    const other = await openAccountKeys(id, newAccountRoot(random));
    expect(again.public).toEqual(one.public);
    expect(one.public.account).toBe(id);
    expect(other.public.signKey).not.toEqual(one.public.signKey);
    expect(other.public.encKey).not.toEqual(one.public.encKey);
    expect(other.storageKey.expose()).not.toEqual(one.storageKey.expose());
  });
});

describe('signing in', () => {
  it('answers one challenge for one account', async () => {
    const unlock = await deriveUnlock(PASSPHRASE, deviceSecret);
    const challenge = random(32);
    const answer = await signSignIn(unlock.signIn, unlock.id, challenge);
    const verifier = unlock.signIn.publicKey;
    expect(await verifySignIn(verifier, unlock.id, challenge, answer)).toBe(true);
    expect(await verifySignIn(verifier, unlock.id, random(32), answer)).toBe(false);
    const other = await accountId(newDeviceSecret(random));
    expect(await verifySignIn(verifier, other, challenge, answer)).toBe(false);
    const account = await openAccountKeys(unlock.id, root);
    expect(await verifySignIn(account.public.signKey, unlock.id, challenge, answer)).toBe(false);
  });
});
