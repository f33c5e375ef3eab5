import { fromBase64url, idBytes, idText, Secret, type SpaceId, toBase64url } from '@dayaq/sealing';

/** What an invitation's or introduction's link carries behind the `#`, which browsers never send to a server. */
export interface SecretLink {
  /** 16 bytes. */
  secret: Secret;
  space: SpaceId;
  /** Who offers it, where the space itself cannot say so yet. At most 120 bytes in UTF-8. */
  name: string;
}

const HEAD = 16 + 32;
const MAX_NAME = 120;
const decoder = new TextDecoder('utf-8', { fatal: true });

export function writeLink(origin: string, path: 'join' | 'introduce', link: SecretLink): string {
  const name = new TextEncoder().encode(link.name).subarray(0, MAX_NAME);
  const bytes = new Uint8Array(HEAD + name.length);
  bytes.set(link.secret.expose());
  bytes.set(idBytes(link.space), 16);
  bytes.set(name, HEAD);
  return `${origin}/${path}#${toBase64url(bytes)}`;
}

/** Reads a whole link or only what stands behind its `#`. Null when it is not one of ours. */
export function readLink(text: string): SecretLink | null {
  const fragment = text.trim().split('#').pop() ?? '';
  const bytes = fromBase64url(fragment);
  if (!bytes.ok || bytes.value.length < HEAD || bytes.value.length > HEAD + MAX_NAME) return null;
  try {
    return {
      secret: new Secret(bytes.value.slice(0, 16)),
      space: idText<SpaceId>(bytes.value.slice(16, HEAD)),
      name: decoder.decode(bytes.value.subarray(HEAD)),
    };
  } catch {
    // A name cut inside a letter.
    return null;
  }
}
