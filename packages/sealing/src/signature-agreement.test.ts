import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../test/hex.ts';
import { concatBytes, utf8 } from './bytes.ts';
import { checkSignature, makeSignature, publicKeyOf } from './ed25519-fallback.ts';
import { labelBytes } from './hash.ts';
import { hasNativeEd25519, judgesAlike, verifySignature } from './signature-check.ts';
import { isPlainSignature, isPlainSignKey } from './signature-rule.ts';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;
/** A point of order 8. */
const TORSION = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');

interface Case {
  what: string;
  message: string;
  key: string;
  signature: string;
  /** Whether it holds by our rule. */
  holds: boolean;
}

const SMALL_A = 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa';
const MIXED_A = 'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43';
const MIXED_B = 'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d';
const PRIME_A = '442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623';
const CODED_A = `ec${'ff'.repeat(31)}`;
const SMALL_R = 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a';
const S_OF_SMALL = 'a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04';

/** Every case that github.com/novifinancial/ed25519-speccheck published, over its versions. */
const PUBLISHED: Case[] = [
  {
    what: 'S = 0, small A and R, cofactored only',
    message: '2a66241a42a9ee12994d8068dcf1bb7dfc6637b45450acd43711f637fa5080fc',
    key: SMALL_A,
    signature: SMALL_R + '00'.repeat(32),
    holds: false,
  },
  {
    what: 'S = 0, small A and R',
    message: '8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6',
    key: SMALL_A,
    signature: SMALL_R + '00'.repeat(32),
    holds: false,
  },
  {
    what: 'small A, mixed R, cofactored only',
    message: '9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41',
    key: SMALL_A,
    signature: MIXED_A + S_OF_SMALL,
    holds: false,
  },
  {
    what: 'small A, mixed R',
    message: '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
    key: SMALL_A,
    signature: MIXED_A + S_OF_SMALL,
    holds: false,
  },
  {
    what: 'mixed A, small R, cofactored only',
    message: '9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41',
    key: MIXED_A,
    signature: `${SMALL_A}182ef1a5b928da07fec769cc8a12db6bcf70dab3f3227fa315e9d5e3e01a3405`,
    holds: false,
  },
  {
    what: 'mixed A, small R',
    message: 'aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab',
    key: MIXED_A,
    signature: `${SMALL_A}8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e`,
    holds: false,
  },
  {
    what: 'mixed A and R that fit exactly',
    message: '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
    key: MIXED_B,
    signature:
      '9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009',
    holds: true,
  },
  {
    what: 'mixed A and R, cofactored only',
    message: 'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    key: MIXED_B,
    signature:
      '160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09',
    holds: false,
  },
  {
    what: 'mixed A, R of prime order, cofactored only and not reduced',
    message: 'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    key: MIXED_B,
    signature:
      '21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405',
    holds: false,
  },
  {
    what: 'S over the order',
    message: '85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40',
    key: PRIME_A,
    signature:
      'e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514',
    holds: false,
  },
  {
    what: 'S far over the order',
    message: '85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40',
    key: PRIME_A,
    signature:
      '8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22',
    holds: false,
  },
  {
    what: 'R in another spelling, reduced before it is hashed',
    message: '9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41',
    key: MIXED_A,
    signature: `ec${'ff'.repeat(31)}03be9678ac102edcd92b0210bb34d7428d12ffc5df5f37e359941266a4e35f0f`,
    holds: false,
  },
  {
    what: 'R in another spelling, hashed as it is',
    message: '9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41',
    key: MIXED_A,
    signature: `ec${'ff'.repeat(31)}ca8c5b64cd208982aa38d4936621a4775aa233aa0505711d8fdcfdaa943d4908`,
    holds: false,
  },
  {
    what: 'R with a y of the prime, reduced before it is hashed',
    message: 'fdaebc429f4a735932a160da1301080c13280eea8bc280d1b392c6b9e6ba3a5a',
    key: MIXED_A,
    signature: `ed${'ff'.repeat(30)}7f454d370c8d9fc323a41450f8d513eafeb5b0697390c1e505a0d4ddc71f566607`,
    holds: false,
  },
  {
    what: 'R with a y of the prime, hashed as it is',
    message: '84b698d39be126ff55fe45079e6c8bf64a0d7db6994560b4e96b7021eb39c1a1',
    key: MIXED_A,
    signature: `ed${'ff'.repeat(30)}7f084d5b99c2a9463d9c8bd5026916996984eeec87ddf1d3be329006ace1b37b09`,
    holds: false,
  },
  {
    what: 'A in another spelling, reduced before it is hashed',
    message: 'e96b7021eb39c1a163b6da4e3093dcd3f21387da4cc4572be588fafae23c155b',
    key: CODED_A,
    signature: `a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dc${S_OF_SMALL}`,
    holds: false,
  },
  {
    what: 'A in another spelling, hashed as it is',
    message: '39a591f5321bbe07fd5a23dc2f39d025d74526615746727ceefd6e82ae65c06f',
    key: CODED_A,
    signature: `a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dc${S_OF_SMALL}`,
    holds: false,
  },
];

/** The platform's own verdict after our look at the bytes: the two steps of `verifySignature`, without a label. */
async function natively(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (!isPlainSignKey(key) || !isPlainSignature(signature)) return false;
  const own = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;
  try {
    const imported = await crypto.subtle.importKey('raw', own(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, own(signature), own(message));
  } catch {
    return false;
  }
}

function little(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function scalarBytes(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
}

const SEED = new Uint8Array(32).fill(7);
const { scalar: SECRET } = ed25519.utils.getExtendedPublicKey(SEED);

interface Crafted {
  key: Uint8Array;
  signature: Uint8Array;
}

/** A signature by a key that carries `inKey` torsion, whose R carries `inR`, with S raised by `over` orders. */
function crafted(message: Uint8Array, inKey: number, inR: number, over: number, r: bigint): Crafted {
  const torsion = (times: number) => (times === 0 ? Point.ZERO : TORSION.multiplyUnsafe(BigInt(times)));
  const key = Point.BASE.multiply(SECRET).add(torsion(inKey)).toBytes();
  const start = r === 0n ? Point.ZERO : Point.BASE.multiplyUnsafe(r);
  const bytes = start.add(torsion(inR)).toBytes();
  const k = little(sha512(concatBytes(bytes, key, message))) % ORDER;
  const s = ((r + k * SECRET) % ORDER) + BigInt(over) * ORDER;
  return { key, signature: concatBytes(bytes, scalarBytes(s)) };
}

describe('two devices, one with the browser’s Ed25519 and one with the library’s', () => {
  it.each(PUBLISHED)('judge alike: $what', async ({ message, key, signature, holds }) => {
    const input = [fromHex(key), fromHex(message), fromHex(signature)] as const;
    expect({ native: await natively(...input), fallback: checkSignature(...input) }).toEqual({
      native: holds,
      fallback: holds,
    });
  });

  it('judge alike a signature whose R carries torsion, under a good key: it does not hold', async () => {
    const message = utf8('three words');
    const signed = concatBytes(labelBytes('entry'), message);
    const { key, signature } = crafted(signed, 0, 1, 0, 123456789n);
    expect(await hasNativeEd25519()).toBe(true);
    expect(await verifySignature(key, 'entry', message, signature)).toBe(false);
    expect(checkSignature(key, signed, signature)).toBe(false);
    const honest = crafted(signed, 0, 0, 0, 123456789n);
    expect(await verifySignature(honest.key, 'entry', message, honest.signature)).toBe(true);
    expect(checkSignature(honest.key, signed, honest.signature)).toBe(true);
  });

  it('judge alike whatever torsion stands in key and R, however large S is, and with the zero nonce', async () => {
    const seen = { held: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40 }),
        fc.nat(7),
        fc.nat(7),
        fc.nat(3),
        fc.bigInt(0n, 2n ** 250n),
        async (message, inKey, inR, over, r) => {
          const { key, signature } = crafted(message, inKey, inR, over, r);
          const native = await natively(key, message, signature);
          expect(checkSignature(key, message, signature)).toBe(native);
          if (native) seen.held++;
          else seen.refused++;
        },
      ),
      { seed: 25519, numRuns: 400 },
    );
    expect(seen.held).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(seen.held);
  });

  it('judge alike a good signature with any bits changed', async () => {
    const message = utf8('another three words');
    const key = publicKeyOf(SEED);
    const good = makeSignature(SEED, message);
    await fc.assert(
      fc.asyncProperty(fc.nat(511), fc.nat(255), async (bit, inKey) => {
        const signature = good.slice();
        signature[bit >> 3] = (signature[bit >> 3] as number) ^ (1 << (bit & 7));
        const other = key.slice();
        other[inKey >> 3] = (other[inKey >> 3] as number) ^ (1 << (inKey & 7));
        expect(checkSignature(key, message, signature)).toBe(await natively(key, message, signature));
        expect(checkSignature(other, message, good)).toBe(await natively(other, message, good));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('a platform whose Ed25519 judges otherwise', () => {
  it('is not asked: one that multiplies by the cofactor, one that believes nothing, one that has none', async () => {
    const importKey = crypto.subtle.importKey.bind(crypto.subtle);
    const whole = (data: BufferSource): Uint8Array =>
      data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer as ArrayBuffer);
    const cofactored = {
      importKey,
      verify: (_: unknown, __: unknown, signature: BufferSource, message: BufferSource) =>
        Promise.resolve(
          ed25519.verify(whole(signature), whole(message), fromHex(MIXED_B), { zip215: false }),
        ),
    };
    expect(await judgesAlike(crypto.subtle)).toBe(true);
    expect(await judgesAlike(cofactored)).toBe(false);
    expect(await judgesAlike({ importKey, verify: () => Promise.resolve(false) })).toBe(false);
    const none = () => Promise.reject(new DOMException('', 'NotSupportedError'));
    expect(await judgesAlike({ importKey: none, verify: none })).toBe(false);
  });
});
