/** A browser whose own Ed25519 is missing or judges otherwise: the same person signs the same there, and is believed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { utf8 } from './bytes.ts';
import { Secret } from './secret.ts';
import { signingKeys } from './signature.ts';
import { verifySignature } from './signature-check.ts';

const SEED = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
const MESSAGE = utf8('three words');

describe('where the platform has no Ed25519', () => {
  beforeEach(() => {
    vi.resetModules();
    const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>;
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation(((...args: unknown[]) =>
      args[2] === 'Ed25519'
        ? Promise.reject(new DOMException('', 'NotSupportedError'))
        : importKey(...args)) as never);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.resetModules();
  });

  async function there(seed: Secret) {
    const { hasNativeEd25519, verifySignature: verify } = await import('./signature-check.ts');
    expect(await hasNativeEd25519()).toBe(false);
    const { signingKeys: keysOf } = await import('./signature.ts');
    return { keys: await keysOf(seed), verify };
  }

  it('keys and signatures are those that they are elsewhere', async () => {
    const { keys, verify } = await there(new Secret(SEED.slice()));
    const signature = await keys.sign('entry', MESSAGE);
    expect(await verify(keys.publicKey, 'entry', MESSAGE, signature)).toBe(true);
    expect(await verify(keys.publicKey, 'charter', MESSAGE, signature)).toBe(false);
    expect(await verify(keys.publicKey, 'entry', utf8('other words'), signature)).toBe(false);
    vi.restoreAllMocks();
    const elsewhere = await signingKeys(new Secret(SEED.slice()));
    expect(keys.publicKey).toEqual(elsewhere.publicKey);
    expect(signature).toEqual(await elsewhere.sign('entry', MESSAGE));
    expect(await verifySignature(keys.publicKey, 'entry', MESSAGE, signature)).toBe(true);
  });

  it('what was opened goes on signing when the secret that it came from is wiped', async () => {
    const seed = new Secret(SEED.slice());
    const { keys, verify } = await there(seed);
    seed.wipe();
    expect(await verify(keys.publicKey, 'entry', MESSAGE, await keys.sign('entry', MESSAGE))).toBe(true);
  });
});

describe('a seed', () => {
  it('of another length makes no keys', async () => {
    await expect(signingKeys(new Secret(SEED.slice(0, 31)))).rejects.toThrow('32 bytes');
  });
});
