import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../test/hex.ts';
import { person } from '../test/people.ts';
import { hpkeSeal } from './hpke.ts';
import { isUsableEncKey, isUsableSignKey } from './weak-keys.ts';

async function canSealTo(key: Uint8Array): Promise<boolean> {
  return hpkeSeal(key, new Uint8Array(1), new Uint8Array(1)).then(
    () => true,
    () => false,
  );
}

describe('a public key that looks right and is not', () => {
  it('is found exactly when nothing can be sealed to it', async () => {
    const { encKey } = (await person('amina')).public;
    const changed = (change: (key: Uint8Array) => void) => {
      const key = encKey.slice();
      change(key);
      return key;
    };
    const keys = [
      encKey,
      changed((key) => key.fill(255, 0, 1184)),
      changed((key) => key.set([0x01, 0xdd, 0], 3)),
      changed((key) => key.set([0x01, 0x0d, 0], 3)),
      changed((key) => key.set([0x00, 0x1d, 0], 1149)),
      changed((key) => key.set([0x00, 0x10, 0xd0], 1149)),
      changed((key) => key.fill(0, 1184)),
      changed((key) => key.fill(0, 1184).fill(1, 1184, 1185)),
      changed((key) =>
        key.set(fromHex('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'), 1184),
      ),
      changed((key) =>
        key.set(fromHex('5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157'), 1184),
      ),
      changed((key) =>
        key.set(fromHex('5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7'), 1184),
      ),
      changed((key) => key.set(fromHex(`ec${'ff'.repeat(30)}7f`), 1184)),
      changed((key) => key.set(fromHex(`ed${'ff'.repeat(30)}7f`), 1184)),
      changed((key) => key.set(fromHex(`ee${'ff'.repeat(30)}7f`), 1184)),
      changed((key) => key.set(fromHex(`ef${'ff'.repeat(30)}7f`), 1184)),
      encKey.subarray(1),
    ];
    const usable = await Promise.all(keys.map(canSealTo));
    expect(usable.filter((can) => can).length).toBeGreaterThanOrEqual(2);
    expect(keys.map(isUsableEncKey)).toEqual(usable);
  });

  it('is a signing key of small order, however it is spelled', async () => {
    const { signKey } = (await person('amina')).public;
    expect(isUsableSignKey(signKey)).toBe(true);
    const small = fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');
    let point = ed25519.Point.fromBytes(small);
    for (let i = 0; i < 8; i++) {
      const bytes = point.toBytes();
      expect(isUsableSignKey(bytes)).toBe(false);
      point = point.add(ed25519.Point.fromBytes(small));
    }
    expect(isUsableSignKey(fromHex(`ee${'ff'.repeat(30)}7f`))).toBe(false);
    expect(isUsableSignKey(signKey.subarray(1))).toBe(false);
  });
});
