import { Secret, signBundle, signingKeys, toBase64url, unwrap } from '@dayaq/sealing';
import { hexSha256 } from '../sha256.ts';
import { writeBundle } from '../write.ts';

export { unwrap };

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A bundle of two copies of one file, signed by the key of this seed. */
export async function aBundle(seed = 7): Promise<Uint8Array<ArrayBuffer>> {
  const keys = await signingKeys(new Secret(new Uint8Array(32).fill(seed)));
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
    key: toBase64url(keys.publicKey),
    now: Date.UTC(2026, 10, 29),
    sign: (manifest) => signBundle(keys, manifest),
  });
  if (parts === null) throw new Error('it was not signed');
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
