import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { found, person } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type BlobId,
  BLOB_CHUNK,
  BLOB_CHUNK_OVERHEAD,
  blobOpener,
  blobSealer,
  type DossierId,
  type EntryBinding,
  type EntryCipher,
  type EntryId,
  epochDropKeys,
  equalBytes,
  generationCipher,
  idText,
  isSealedEntrySize,
  isSealedMessageSize,
  linkKeys,
  localCipher,
  mailbox,
  newBlobKey,
  newEpochKey,
  newId,
  newLinkSecret,
  newReceipt,
  openDrop,
  openReply,
  openRoot,
  padTo,
  type Result,
  sealDrop,
  sealReply,
  sealRoot,
  Secret,
  signingKeys,
  type SpaceId,
  unpad,
  unwrap,
} from './index.ts';
import { binding, importAesKey } from './aead.ts';
import { asBuffer, utf8 } from './bytes.ts';
import { derive } from './derive.ts';
import { idBytes } from './ids.ts';
import { paddedBlobSize } from './seal-size.ts';

const random = seeded('sealed things');
const space = idText<SpaceId>(random(32));
const other = idText<SpaceId>(random(32));
const content = utf8('what nobody else may read');

/** A sealed thing and the way to open it. */
interface Sample {
  readonly sealed: Uint8Array;
  open(sealed: Uint8Array): Promise<Result<Uint8Array | Secret>>;
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  const at = bit % (bytes.length * 8);
  copy[at >> 3] = (copy[at >> 3] as number) ^ (1 << (at & 7));
  return copy;
}

async function samples(): Promise<Record<string, Sample>> {
  const key = newEpochKey(random);
  const cipher = await generationCipher(key);
  const at: EntryBinding = {
    space,
    dossier: newId<DossierId>(random),
    generation: 3,
    entry: idText<EntryId>(random(32)),
  };
  const local = await localCipher(key, 'pages');
  const link = await linkKeys(newLinkSecret(random), 'invitation');
  const keys = await epochDropKeys(key);
  const box = await mailbox(newReceipt(random));
  const blob = newId<BlobId>(random);
  const blobKey = newBlobKey(random);
  const chunk = await blobSealer(blobKey, blob, content.length);
  const opener = await blobOpener(blobKey, blob, content.length);
  const account = await person('amina');
  const unlock = {
    id: account.id,
    wrapKey: new Secret(random(32)),
    signIn: await signingKeys(new Secret(random(32))),
  };
  return {
    'an entry': { sealed: await cipher.seal(at, content), open: (sealed) => cipher.open(at, sealed) },
    'a local page': {
      sealed: await local.seal(utf8('7'), content),
      open: (sealed) => local.open(utf8('7'), sealed),
    },
    'what a link carries': { sealed: await link.seal(content), open: (sealed) => link.open(sealed) },
    'a blob chunk': { sealed: await chunk.seal(0, content), open: (sealed) => opener.open(0, sealed) },
    'a drop': {
      sealed: await sealDrop({ space, epoch: 2, dropKey: keys.publicKey }, content),
      open: (sealed) => openDrop(sealed, { space, epoch: 2, keys }),
    },
    'a reply': {
      sealed: await sealReply(box.encryption.publicKey, box.address, content),
      open: (sealed) => openReply(box, sealed),
    },
    'an account root': {
      sealed: await sealRoot(unlock, account.root),
      open: (sealed) => openRoot(unlock, sealed),
    },
  };
}

describe('whatever is sealed', async () => {
  const all = await samples();

  it.each(Object.keys(all))('opens as it was: %s', async (name) => {
    const { sealed, open } = all[name] as Sample;
    expect((await open(sealed)).ok).toBe(true);
  });

  it.each(Object.keys(all))('is refused with any bit flipped: %s', async (name) => {
    const { sealed, open } = all[name] as Sample;
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        expect((await open(flipped(sealed, bit))).ok).toBe(false);
      }),
      { numRuns: sealed.length > 1200 && name !== 'an entry' ? 40 : 200, seed: 7 },
    );
  });

  it.each(Object.keys(all))('is refused truncated or with something after it: %s', async (name) => {
    const { sealed, open } = all[name] as Sample;
    for (const length of [0, 1, 12, 28, 29, sealed.length - 16, sealed.length - 1]) {
      expect((await open(sealed.subarray(0, length))).ok).toBe(false);
    }
    const longer = new Uint8Array(sealed.length + 1);
    longer.set(sealed);
    expect((await open(longer)).ok).toBe(false);
  });

  it.each(Object.keys(all).filter((name) => name !== 'a blob chunk'))(
    'is refused with another version number, and says so: %s',
    async (name) => {
      const { sealed, open } = all[name] as Sample;
      for (const version of [0, 2, 255]) {
        const changed = sealed.slice();
        changed[0] = version;
        expect(await open(changed)).toMatchObject({ ok: false, error: { code: 'unsupported-version' } });
      }
    },
  );

  it('differs each time, though the content is the same', async () => {
    const { sealed } = all['an entry'] as Sample;
    const again = (await samples())['an entry'] as Sample;
    expect(again.sealed).not.toEqual(sealed);
  });
});

describe('an entry', () => {
  let cipher: EntryCipher;
  let sealed: Uint8Array;
  const at: EntryBinding = {
    space,
    dossier: newId<DossierId>(random),
    generation: 3,
    entry: idText<EntryId>(random(32)),
  };
  beforeAll(async () => {
    cipher = await generationCipher(newEpochKey(random));
    sealed = await cipher.seal(at, content);
  });

  it.each([
    ['under another id', { entry: idText<EntryId>(random(32)) }],
    ['in another dossier', { dossier: newId<DossierId>(random) }],
    ['in another space', { space: other }],
    ['in another generation', { generation: 2 }],
  ])('does not open %s', async (_, moved) => {
    expect(await cipher.open({ ...at, ...moved }, sealed)).toMatchObject({ error: { code: 'wrong-key' } });
  });

  it('does not open with the key of another generation', async () => {
    const another = await generationCipher(newEpochKey(random));
    expect(await another.open(at, sealed)).toMatchObject({ error: { code: 'wrong-key' } });
  });

  it('shows only its bucket, not its length', async () => {
    const sizes = new Set<number>();
    for (const length of [0, 1, 500, 1023]) sizes.add((await cipher.seal(at, new Uint8Array(length))).length);
    expect(sizes.size).toBe(1);
    expect((await cipher.seal(at, new Uint8Array(1024))).length).toBe(2048 + 29);
    for (const size of sizes) expect(isSealedEntrySize(size)).toBe(true);
    expect(isSealedEntrySize(1024)).toBe(false);
    expect(isSealedEntrySize(1024 + 30)).toBe(false);
    expect(isSealedEntrySize(29)).toBe(false);
  });
});

describe('a local page', () => {
  it('opens neither in another place nor for another use', async () => {
    const key = newEpochKey(random);
    const pages = await localCipher(key, 'pages');
    const sealed = await pages.seal(utf8('7'), content);
    expect((await pages.open(utf8('8'), sealed)).ok).toBe(false);
    expect((await (await localCipher(key, 'outbox')).open(utf8('7'), sealed)).ok).toBe(false);
  });
});

describe('a link', () => {
  it('of one purpose is of no use for the other', async () => {
    const secret = newLinkSecret(random);
    const invitation = await linkKeys(secret, 'invitation');
    const introduction = await linkKeys(secret, 'introduction');
    expect(String(invitation.id)).not.toBe(String(introduction.id));
    expect((await introduction.open(await invitation.seal(content))).ok).toBe(false);
  });
});

describe('a blob', () => {
  const key = newBlobKey(random);
  const blob = newId<BlobId>(random);
  const size = 2 * BLOB_CHUNK + 1000;
  const file = random(size);
  const part = (index: number) => file.subarray(index * BLOB_CHUNK, Math.min(size, (index + 1) * BLOB_CHUNK));

  it('comes back whole, from chunks in any order', async () => {
    const sealer = await blobSealer(key, blob, size);
    const opener = await blobOpener(key, blob, size);
    expect(sealer.chunks).toBe(3);
    for (const index of [2, 0, 1]) {
      const opened = unwrap(await opener.open(index, await sealer.seal(index, part(index))));
      expect(equalBytes(opened, part(index))).toBe(true);
    }
  });

  it('gives the same bytes again, so that an upload can go on', async () => {
    const first = await (await blobSealer(key, blob, size)).seal(1, part(1));
    const again = await (await blobSealer(key, blob, size)).seal(1, part(1));
    expect(equalBytes(again, first)).toBe(true);
  });

  it('refuses a chunk in the place of another, of another blob, or of a file cut short', async () => {
    const sealer = await blobSealer(key, blob, size);
    const first = await sealer.seal(0, part(0));
    expect((await (await blobOpener(key, blob, size)).open(1, first)).ok).toBe(false);
    expect((await (await blobOpener(key, newId<BlobId>(random), size)).open(0, first)).ok).toBe(false);
    expect((await (await blobOpener(key, blob, BLOB_CHUNK)).open(0, first)).ok).toBe(false);
    expect((await (await blobOpener(newBlobKey(random), blob, size)).open(0, first)).ok).toBe(false);
  });

  it('is sealed even when it is empty, and then looks like any small one', async () => {
    const empty = await blobSealer(key, blob, 0);
    const small = await blobSealer(key, blob, 3000);
    const [none, some] = [await empty.seal(0, new Uint8Array(0)), await small.seal(0, new Uint8Array(3000))];
    expect(none.length).toBe(some.length);
    expect(none.length).toBe(4096 + BLOB_CHUNK_OVERHEAD);
    expect(unwrap(await (await blobOpener(key, blob, 0)).open(0, none))).toHaveLength(0);
  });

  it('has no chunk before its first, after its last, or between two', async () => {
    const sealer = await blobSealer(key, blob, size);
    const opener = await blobOpener(key, blob, size);
    const last = await sealer.seal(2, part(2));
    for (const index of [-1, 3, 0.5, Number.NaN]) {
      await expect(sealer.seal(index, new Uint8Array(0))).rejects.toThrow(`no chunk ${index}`);
      await expect(opener.open(index, last)).rejects.toThrow(`no chunk ${index}`);
    }
  });

  it('is padded at its end alone', async () => {
    const sealer = await blobSealer(key, blob, size);
    const lengths = await Promise.all([0, 1, 2].map(async (at) => (await sealer.seal(at, part(at))).length));
    const end = paddedBlobSize(size) - 2 * BLOB_CHUNK;
    expect(lengths).toEqual([BLOB_CHUNK, BLOB_CHUNK, end].map((length) => length + BLOB_CHUNK_OVERHEAD));
  });

  it('marks its last chunk, so that it cannot be taken for one of a longer file', async () => {
    const aes = await importAesKey(await derive(key, 'blob-key'));
    const prefix = (await derive(key, 'blob-nonce', 7)).expose();
    const sealer = await blobSealer(key, blob, size);
    for (const [index, isLast] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const iv = new Uint8Array([...prefix, isLast, 0, 0, 0, index]);
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv, additionalData: asBuffer(binding('blob', idBytes(blob), size)) },
        aes,
        asBuffer(await sealer.seal(index, part(index))),
      );
      expect(equalBytes(new Uint8Array(opened).subarray(0, part(index).length), part(index))).toBe(true);
    }
  });

  it('is malformed where somebody who has its key sealed a chunk of another length', async () => {
    const aes = await importAesKey(await derive(key, 'blob-key'));
    const prefix = (await derive(key, 'blob-nonce', 7)).expose();
    const short = await crypto.subtle.encrypt(
      {
        name: 'AES-GCM',
        iv: new Uint8Array([...prefix, 0, 0, 0, 0, 0]),
        additionalData: asBuffer(binding('blob', idBytes(blob), size)),
      },
      aes,
      new Uint8Array(10),
    );
    const opener = await blobOpener(key, blob, size);
    expect(await opener.open(0, new Uint8Array(short))).toMatchObject({
      ok: false,
      error: { code: 'malformed' },
    });
    expect(await opener.open(1, new Uint8Array(short))).toMatchObject({
      ok: false,
      error: { code: 'wrong-key' },
    });
  });

  it('throws when the caller mixes up its chunks, which is a bug', async () => {
    const sealer = await blobSealer(key, blob, size);
    await expect(sealer.seal(0, new Uint8Array(5))).rejects.toThrow();
    await expect(sealer.seal(3, new Uint8Array(0))).rejects.toThrow();
  });
});

describe('a drop', () => {
  let amina: Account;
  beforeAll(async () => {
    amina = await person('amina');
  });

  it('opens for the epoch that it was sealed to, and no other space or epoch', async () => {
    const { state, epochKey } = await found(amina);
    const keys = await epochDropKeys(epochKey);
    const sealed = await sealDrop({ space: state.space, epoch: 1, dropKey: state.epoch.dropKey }, content);
    expect(unwrap(await openDrop(sealed, { space: state.space, epoch: 1, keys }))).toEqual(content);
    expect((await openDrop(sealed, { space: other, epoch: 1, keys })).ok).toBe(false);
    expect((await openDrop(sealed, { space: state.space, epoch: 2, keys })).ok).toBe(false);
    const nextKeys = await epochDropKeys(newEpochKey(random));
    expect((await openDrop(sealed, { space: state.space, epoch: 1, keys: nextKeys })).ok).toBe(false);
  });

  it('shows only its bucket, and so does a reply', async () => {
    const { epoch, space: id } = (await found(amina)).state;
    const box = await mailbox(newReceipt(random));
    for (const length of [0, 4095, 4096, 20_000]) {
      const payload = new Uint8Array(length);
      const drop = await sealDrop({ space: id, epoch: 1, dropKey: epoch.dropKey }, payload);
      const reply = await sealReply(box.encryption.publicKey, box.address, payload);
      expect(isSealedMessageSize(drop.length)).toBe(true);
      expect(reply.length).toBe(drop.length);
    }
    expect(isSealedMessageSize(4096)).toBe(false);
  });

  it('has a mailbox that only its receipt finds and opens', async () => {
    const receipt = newReceipt(random);
    const [box, again, another] = [
      await mailbox(receipt),
      await mailbox(receipt),
      await mailbox(newReceipt(random)),
    ];
    const reply = await sealReply(box.encryption.publicKey, box.address, content);
    expect(again.address).toEqual(box.address);
    expect(unwrap(await openReply(again, reply))).toEqual(content);
    expect(another.address).not.toEqual(box.address);
    expect((await openReply(another, reply)).ok).toBe(false);
    const elsewhere = { ...box, address: another.address };
    expect((await openReply(elsewhere, reply)).ok).toBe(false);
  });
});

describe('padding', () => {
  it('comes off again, whatever the content ends with', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 5000 }),
        fc.constantFrom('entry' as const, 'message' as const),
        (bytes, buckets) => {
          const padded = padTo(buckets, bytes);
          expect(Math.log2(padded.length) % 1).toBe(0);
          expect(unwrap(unpad(padded))).toEqual(bytes);
        },
      ),
      { seed: 11 },
    );
  });

  it('is refused when it is damaged', () => {
    expect(unpad(new Uint8Array(1024))).toMatchObject({ error: { code: 'malformed' } });
    expect(unpad(new Uint8Array(0)).ok).toBe(false);
    expect(unpad(Uint8Array.of(0x80, 0, 1)).ok).toBe(false);
  });
});
