import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id as wasmArgon2id } from 'hash-wasm';
import { XWing } from '@hpke/hybridkem-x-wing';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../test/hex.ts';
import { aesOpen, aesSeal, importAesKey } from './aead.ts';
import { argon2id } from './argon2.ts';
import { toHex, utf8 } from './bytes.ts';
import { hkdf } from './derive.ts';
import { checkSignature, makeSignature, publicKeyOf } from './ed25519-fallback.ts';
import { labelBytes, sha256 } from './hash.ts';
import { encryptionKeys } from './hpke.ts';
import { readSecretWords, secretWords } from './kit.ts';
import { unwrap } from './result.ts';
import { Secret } from './secret.ts';
import { signingKeys } from './signature.ts';
import { verifySignature } from './signature-check.ts';
import { concatBytes } from './bytes.ts';

describe('SHA-256 gives the values of FIPS 180', () => {
  it('for a short message', async () => {
    expect(toHex(await sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('for a long one, which takes the platform’s implementation', async () => {
    expect(toHex(await sha256(utf8('a'.repeat(1_000_000))))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });

  it('on both sides of the length where the implementation changes', async () => {
    for (const length of [8191, 8192, 8193]) {
      const bytes = new Uint8Array(length).fill(7);
      const native = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      expect(await sha256(bytes)).toEqual(native);
    }
  });
});

describe('HKDF-SHA-256 gives the values of RFC 5869', () => {
  it('in test case 1', async () => {
    const okm = await hkdf(
      fromHex('0b'.repeat(22)),
      fromHex('000102030405060708090a0b0c'),
      fromHex('f0f1f2f3f4f5f6f7f8f9'),
      42,
    );
    expect(toHex(okm)).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });

  it('in test case 3, without salt and info', async () => {
    const okm = await hkdf(fromHex('0b'.repeat(22)), new Uint8Array(0), new Uint8Array(0), 42);
    expect(toHex(okm)).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    );
  });
});

describe('AES-256-GCM gives the values of the GCM specification', () => {
  it.each([
    {
      name: 'test case 14',
      key: '00'.repeat(32),
      iv: '00'.repeat(12),
      plaintext: '00'.repeat(16),
      associated: '',
      sealed: 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
    },
    {
      name: 'test case 16',
      key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
      iv: 'cafebabefacedbaddecaf888',
      plaintext:
        'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
      associated: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
      sealed:
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
    },
  ])('in $name', async ({ key, iv, plaintext, associated, sealed }) => {
    const aes = await importAesKey(new Secret(fromHex(key)));
    const made = await aesSeal(aes, fromHex(associated), fromHex(plaintext), () => fromHex(iv));
    expect(toHex(made)).toBe(`01${iv}${sealed}`);
    expect(toHex(unwrap(await aesOpen(aes, fromHex(associated), made)))).toBe(plaintext);
  });
});

const RFC_8032 = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
];

describe('Ed25519', () => {
  it.each(RFC_8032)('gives the values of RFC 8032 for $publicKey', async (vector) => {
    const seed = fromHex(vector.seed);
    const message = fromHex(vector.message);
    const signature = fromHex(vector.signature);
    expect(toHex(publicKeyOf(seed))).toBe(vector.publicKey);
    expect(toHex(makeSignature(seed, message))).toBe(vector.signature);
    expect(checkSignature(fromHex(vector.publicKey), message, signature)).toBe(true);
    const keys = await signingKeys(new Secret(seed));
    expect(toHex(keys.publicKey)).toBe(vector.publicKey);
    const key = await crypto.subtle.importKey('raw', fromHex(vector.publicKey), 'Ed25519', false, ['verify']);
    expect(await crypto.subtle.verify('Ed25519', key, signature, message)).toBe(true);
  });

  it('signs the same with and without the platform’s implementation, under a label', async () => {
    const seed = fromHex(RFC_8032[0]?.seed ?? '');
    const keys = await signingKeys(new Secret(seed));
    const message = utf8('a message');
    const native = await keys.sign('test', message);
    expect(native).toEqual(makeSignature(seed, concatBytes(labelBytes('test'), message)));
    expect(await verifySignature(keys.publicKey, 'test', message, native)).toBe(true);
    expect(await verifySignature(keys.publicKey, 'other', message, native)).toBe(false);
  });

  it('answers false, without throwing, to what is no key and no signature', async () => {
    const message = utf8('a message');
    expect(await verifySignature(new Uint8Array(31), 'test', message, new Uint8Array(64))).toBe(false);
    expect(await verifySignature(new Uint8Array(32), 'test', message, new Uint8Array(63))).toBe(false);
    expect(await verifySignature(new Uint8Array(32).fill(255), 'test', message, new Uint8Array(64))).toBe(
      false,
    );
    expect(checkSignature(new Uint8Array(32).fill(255), message, new Uint8Array(64))).toBe(false);
  });
});

describe('Argon2id', () => {
  it('is the function of RFC 9106: a second implementation gives its value, and ours gives the same', async () => {
    const rfc = nobleArgon2id(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
      t: 3,
      m: 32,
      p: 4,
      key: new Uint8Array(8).fill(3),
      personalization: new Uint8Array(12).fill(4),
    });
    expect(toHex(rfc)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
    const common = { password: utf8('four invented words here'), salt: new Uint8Array(16).fill(5) };
    const ours = await wasmArgon2id({
      ...common,
      iterations: 3,
      memorySize: 256,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    });
    expect(ours).toEqual(nobleArgon2id(common.password, common.salt, { t: 3, m: 256, p: 1 }));
  });

  it('gives the value of the reference implementation at 64 MiB', async () => {
    const made = await wasmArgon2id({
      password: 'password',
      salt: 'somesalt',
      iterations: 2,
      memorySize: 65_536,
      parallelism: 1,
      hashLength: 32,
      outputType: 'hex',
    });
    expect(made).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it('is called with 64 MiB, three passes and one lane', async () => {
    const password = utf8('passphrase');
    const salt = new Uint8Array(16).fill(9);
    const expected = await wasmArgon2id({
      password,
      salt,
      iterations: 3,
      memorySize: 64 * 1024,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    });
    expect(await argon2id(password, salt)).toEqual(expected);
  });
});

describe('X-Wing', () => {
  it('gives the first value of its specification', async () => {
    const seed = fromHex('7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26');
    const eseed = fromHex(
      '3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e235b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2',
    );
    const keys = await encryptionKeys(new Secret(seed));
    expect(toHex(keys.publicKey.subarray(0, 16))).toBe('e2236b35a8c24b39b10aa1323a96a919');
    const kem = new XWing();
    const pair = await kem.generateKeyPairDerand(seed);
    const { sharedSecret, enc } = await kem.encap({
      recipientPublicKey: pair.publicKey,
      ekm: eseed.slice().buffer,
    });
    const expected = 'd2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384';
    expect(toHex(new Uint8Array(sharedSecret))).toBe(expected);
    expect(toHex(new Uint8Array(await kem.decap({ recipientKey: pair, enc })))).toBe(expected);
  });
});

describe('what is sealed', () => {
  it('is malformed while it is shorter than its frame, and may hold nothing at all', async () => {
    const key = await importAesKey(new Secret(new Uint8Array(32).fill(3)));
    const empty = await aesSeal(key, utf8('here'), new Uint8Array(0));
    expect(unwrap(await aesOpen(key, utf8('here'), empty))).toEqual(new Uint8Array(0));
    for (let length = 0; length < empty.length; length++)
      expect(await aesOpen(key, utf8('here'), empty.subarray(0, length))).toMatchObject({
        error: { code: 'malformed' },
      });
  });
});

describe('BIP-39', () => {
  it.each([
    { entropy: '00'.repeat(16), words: `${'abandon '.repeat(11)}about` },
    {
      entropy: '7f'.repeat(16),
      words: 'legal winner thank year wave sausage worth useful legal winner thank yellow',
    },
  ])('gives the words of its specification for $entropy', ({ entropy, words }) => {
    expect(secretWords(new Secret(fromHex(entropy))).join(' ')).toBe(words);
    expect(toHex(unwrap(readSecretWords(words)).expose())).toBe(entropy);
  });
});
