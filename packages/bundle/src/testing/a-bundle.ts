import { hexSha256 } from '../sha256.ts';
import { writeBundle } from '../write.ts';

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What stands before a manifest when it is signed: written out here, so that nobody changes it unseen. */
const LABEL = 'dayaq/1/custody-bundle\0';
/** A PKCS #8 envelope around a raw seed (RFC 8410). */
const PKCS8_HEAD = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/** A bundle of two copies of one file, signed by the key of this seed, with the platform's own signatures. */
export async function aBundle(seed = 7): Promise<Uint8Array<ArrayBuffer>> {
  const pkcs8 = Uint8Array.from([...PKCS8_HEAD, ...Array.from({ length: 32 }, () => seed)]);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', key);
  const copies = [
    { name: 'files/01-original.jpg', bytes: bytesOf('the picture, as it came') },
    { name: 'files/01-copy.jpg', bytes: bytesOf('the picture') },
  ];
  const inside = await Promise.all(
    copies.map(async ({ name, bytes }) => ({ name, sha256: await hexSha256(bytes) })),
  );
  const parts = await writeBundle({
    custody: { files: [{ inside }] },
    files: [{ name: 'README.txt', bytes: bytesOf('How to check it.\n') }, ...copies],
    account: 'someone',
    key: x ?? '',
    now: Date.UTC(2026, 10, 29),
    sign: async (manifest) => {
      const signed = new Uint8Array(await new Blob([LABEL, manifest]).arrayBuffer());
      return new Uint8Array(await crypto.subtle.sign('Ed25519', key, signed));
    },
  });
  if (parts === null) throw new Error('it was not signed');
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
