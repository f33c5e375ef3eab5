import type { Sheet } from '../manifest.ts';
import { hexSha256 } from '../sha256.ts';
import { writeBundle } from '../write.ts';

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What stands before a manifest when it is signed: written out here, so that nobody changes it unseen. */
const LABEL = 'dayaq/1/custody-bundle\0';
/** A PKCS #8 envelope around a raw seed (RFC 8410). */
const PKCS8_HEAD = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/** A key made of a seed, with the platform's own signatures. */
export async function aKey(seed: number) {
  const pkcs8 = Uint8Array.from([...PKCS8_HEAD, ...Array.from({ length: 32 }, () => seed)]);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', key);
  return {
    /** base64url. */
    key: x ?? '',
    sign: async (manifest: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
      const signed = new Uint8Array(await new Blob([LABEL, manifest]).arrayBuffer());
      return new Uint8Array(await crypto.subtle.sign('Ed25519', key, signed));
    },
  };
}

export interface ACopy {
  name: string;
  copy: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const COPIES: readonly ACopy[] = [
  { name: 'files/01-original.jpg', copy: 'original', bytes: bytesOf('the picture, as it came') },
  { name: 'files/01-copy.jpg', copy: 'clean-copy', bytes: bytesOf('the picture') },
];

/** The sheet of a file that has these copies, all of which lie in the bundle. */
export async function aSheet(copies: readonly ACopy[] = COPIES): Promise<Sheet> {
  const told = await Promise.all(
    copies.map(async ({ name, copy, bytes }) => ({
      name,
      copy,
      size: bytes.length,
      sha256: await hexSha256(bytes),
    })),
  );
  return {
    copies: told.map(({ copy, size, sha256 }) => ({ copy, size, sha256 })),
    inside: told.map(({ name, copy, sha256 }) => ({ name, copy, sha256 })),
  };
}

/** A bundle as our program makes it, signed by the key of this seed: two copies of one file, or others with other sheets. */
export async function aBundle(
  seed = 7,
  { copies = COPIES, sheets }: { copies?: readonly ACopy[]; sheets?: readonly Sheet[] } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await writeBundle({
    custody: { files: sheets ?? [await aSheet(copies)] },
    files: [{ name: 'README.txt', bytes: bytesOf('How to check it.\n') }, ...copies],
    account: 'someone',
    now: Date.UTC(2026, 10, 29),
    ...(await aKey(seed)),
  });
  if (parts === null) throw new Error('it was not signed');
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
