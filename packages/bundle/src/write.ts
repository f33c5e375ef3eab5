import { packed, type Packed } from './archive.ts';
import { CUSTODY, FORMAT, MANIFEST, type Manifest, type Sheet, SIGNATURE, writeJson } from './manifest.ts';
import { hexSha256 } from './sha256.ts';

export type { Packed } from './archive.ts';

export interface ToBundle {
  /** What `custody.json` holds. */
  custody: { files: readonly Sheet[] };
  /** Copies and words for people. */
  files: readonly Packed[];
  account: string;
  /** base64url. */
  key: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Signs the manifest with that key; null where it cannot be. */
  sign(manifest: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null>;
}

/** The parts of a signed bundle, to be made one `Blob`; null where it could not be signed. */
export async function writeBundle(asked: ToBundle): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const files = [...asked.files, { name: CUSTODY, bytes: writeJson(asked.custody) }];
  const manifest: Manifest = {
    format: FORMAT,
    made: new Date(asked.now).toISOString(),
    account: asked.account,
    key: asked.key,
    files: [],
  };
  for (const { name, bytes } of files)
    manifest.files.push({ name, size: bytes.length, sha256: await hexSha256(bytes) });
  const signed = writeJson(manifest);
  const signature = await asked.sign(signed);
  if (signature === null) return null;
  return packed([
    ...files,
    { name: MANIFEST, bytes: signed },
    { name: SIGNATURE, bytes: new Uint8Array(signature) },
  ]);
}
