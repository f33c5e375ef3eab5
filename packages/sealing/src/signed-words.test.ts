/** Threat: what was signed for one purpose is taken for another; a key that is compared by a part that others share. */
import { describe, expect, it } from 'vitest';
import { person } from '../test/people.ts';
import { isBundleSignedBy, keyFingerprint, mailbox, newReceipt, signBundle, utf8 } from './index.ts';
import { POLL_LABEL, pollMessage, verifyPoll } from './poll.ts';

describe('the signature of a custody bundle', () => {
  it('is its member’s over these very bytes, and over nothing else that they sign', async () => {
    const [one, other] = [await person('one'), await person('other')];
    const manifest = utf8('{"files":[]}');
    const signature = await signBundle(one.signing, manifest);
    const { publicKey } = one.signing;
    expect(await isBundleSignedBy(publicKey, manifest, signature)).toBe(true);
    expect(await isBundleSignedBy(other.signing.publicKey, manifest, signature)).toBe(false);
    expect(await isBundleSignedBy(publicKey, utf8('{"files":[1]}'), signature)).toBe(false);
    expect(await isBundleSignedBy(publicKey, manifest, await one.signing.sign('entry', manifest))).toBe(
      false,
    );
  });

  it('names its key by 128 bits of a plain SHA-256', async () => {
    expect(await keyFingerprint(new Uint8Array(32))).toBe('6668 7aad f862 bd77 6c8f c18b 8e9f 8e20');
  });
});

describe('whoever fetches a mailbox', () => {
  it('holds its receipt, and says which one and on which day', async () => {
    const box = await mailbox(newReceipt());
    const { address } = box;
    const verifier = box.verifier.publicKey;
    const signature = await box.verifier.sign(POLL_LABEL, pollMessage(address, 20_000));
    expect(await verifyPoll(verifier, { address, day: 20_000, signature })).toBe(true);
    expect(await verifyPoll(verifier, { address, day: 20_001, signature })).toBe(false);
    expect(await verifyPoll(verifier, { address: new Uint8Array(16), day: 20_000, signature })).toBe(false);
    const strange = (await mailbox(newReceipt())).verifier.publicKey;
    expect(await verifyPoll(strange, { address, day: 20_000, signature })).toBe(false);
    const unlabelled = await box.verifier.sign('sign-in', pollMessage(address, 20_000));
    expect(await verifyPoll(verifier, { address, day: 20_000, signature: unlabelled })).toBe(false);
  });
});
