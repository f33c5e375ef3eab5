import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../test/hex.ts';
import {
  type AccountId,
  type BlobId,
  blobOpener,
  deriveUnlock,
  epochDropKeys,
  epochPublic,
  foldCharter,
  generationCipher,
  idBytes,
  idText,
  letterDossier,
  type LetterId,
  linkKeys,
  localCipher,
  mailbox,
  openAccountKeys,
  openDrop,
  openEpochLink,
  openGeneration,
  openLetter,
  openPreviousGeneration,
  openReply,
  openRoot,
  openSharedGeneration,
  readKit,
  readLetter,
  readReceipt,
  receiptOfWords,
  Secret,
  type SpaceId,
  toHex,
  unwrap,
  unwrapEpochKey,
  verifyGeneration,
  verifySignIn,
} from '../src/index.ts';
import type { EntryId } from '../src/index.ts';
import { buildVectors } from './build.ts';

async function read(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`${name}.json`, import.meta.url), 'utf8'));
}

/** One file's texts by name; fails when one is missing. */
async function texts(name: string): Promise<(field: string) => string> {
  const file = (await read(name)) as Record<string, unknown>;
  return (field) => {
    const value = field.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], file);
    if (typeof value !== 'string') throw new Error(`${name}.json has no ${field}`);
    return value;
  };
}

const secret = (hex: string) => new Secret(fromHex(hex));
const accountOf = (id: string, root: string) => openAccountKeys(idText<AccountId>(fromHex(id)), secret(root));

/** As they were sealed before a format said more: they are read, and made no more. */
const FORMER = ['letter-before-barred'];

describe('the formats have not changed', () => {
  it('in any file', async () => {
    const built = await buildVectors();
    const folder = await readdir(new URL('.', import.meta.url));
    const names = folder
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .filter((name) => !FORMER.includes(name));
    expect([...built.keys()].sort()).toEqual(names.sort());
    for (const name of names) expect(built.get(name), `${name}.json`).toEqual(await read(name));
  });
});

describe('what was sealed when the vectors were made still opens:', () => {
  it('an account, from its words and passphrase', async () => {
    const at = await texts('account');
    const unlock = await deriveUnlock(at('passphrase'), unwrap(readKit(at('kitWords'))));
    const root = unwrap(await openRoot(unlock, fromHex(at('sealedRoot'))));
    expect(toHex(root.expose())).toBe(at('root'));
    const opened = await openAccountKeys(unlock.id, root);
    expect(toHex(opened.public.signKey)).toBe(at('signKey'));
    expect(toHex(opened.public.encKey)).toBe(at('encKey'));
    const signature = fromHex(at('signInSignature'));
    const verifier = fromHex(at('signInVerifier'));
    expect(await verifySignIn(verifier, unlock.id, fromHex(at('challenge')), signature)).toBe(true);
  });

  it('a charter', async () => {
    const { entries, state } = (await read('charter')) as {
      entries: string[];
      state: { space: string; head: string; members: unknown[] };
    };
    const folded = unwrap(await foldCharter(entries.map(fromHex)));
    expect(toHex(folded.head)).toBe(state.head);
    expect([...folded.members.values()].filter((member) => member.removedSeq === null)).toHaveLength(
      state.members.length,
    );
  });

  it('an epoch, by its wrap and by its link', async () => {
    const at = await texts('epoch');
    const space = idText<SpaceId>(fromHex(at('space')));
    const first = await epochPublic(secret(at('keys.0')), 1);
    const member = await accountOf(at('memberAccount'), at('memberRoot'));
    const unwrapped = unwrap(await unwrapEpochKey(fromHex(at('wrapOfEpoch1')), member, space, first));
    expect(toHex(unwrapped.key.expose())).toBe(at('keys.0'));
    expect(unwrapped.view.place?.position).toBe(4711);
    const link = fromHex(at('linkOfEpoch2'));
    const linked = unwrap(await openEpochLink(secret(at('keys.1')), 2, space, link, first));
    expect(toHex(linked.expose())).toBe(at('keys.0'));
  });

  it('a generation that is shared with another space, with its bars, and the one that ends that', async () => {
    const at = await texts('sharing');
    const signKey = fromHex(at('authorSignKey'));
    const first = unwrap(await verifyGeneration(fromHex(at('headers.0')), signKey));
    const second = unwrap(await verifyGeneration(fromHex(at('headers.1')), signKey));
    const reader = { space: idText<SpaceId>(fromHex(at('peer'))), epochKey: secret(at('peerEpochKey')) };
    expect(toHex(unwrap(await openSharedGeneration(first, reader)).expose())).toBe(at('key'));
    expect(first.barred).toEqual({
      spaces: [idText<SpaceId>(fromHex(at('barredSpaces.0')))],
      accounts: [idText<AccountId>(fromHex(at('barredAccounts.0')))],
    });
    expect(second.barred).toEqual(first.barred);
    expect(await openSharedGeneration(second, reader)).toMatchObject({ ok: false });
  });

  it('a restricted generation, the one before it, and an entry', async () => {
    const at = await texts('generation');
    const signKey = fromHex(at('authorSignKey'));
    const first = unwrap(await verifyGeneration(fromHex(at('headers.0')), signKey));
    const second = unwrap(await verifyGeneration(fromHex(at('headers.1')), signKey));
    const account = await accountOf(at('readerAccount'), at('readerRoot'));
    const key = unwrap(await openGeneration(second, { epochKey: null, account }));
    expect(toHex(key.expose())).toBe(at('keys.1'));
    const before = unwrap(await openPreviousGeneration(second, key, first));
    expect(toHex(before.expose())).toBe(at('keys.0'));
    const direct = unwrap(await openGeneration(first, { epochKey: secret(at('epochKey')), account }));
    expect(toHex(direct.expose())).toBe(at('keys.0'));
    const cipher = await generationCipher(before);
    const { space, dossier } = first;
    const entry = idText<EntryId>(fromHex(at('entry')));
    const opened = await cipher.open({ space, dossier, generation: 1, entry }, fromHex(at('sealedEntry')));
    expect(toHex(unwrap(opened))).toBe(at('plaintext'));
  });

  it('a blob', async () => {
    const at = await texts('blob');
    const blob = idText<BlobId>(fromHex(at('blob')));
    const opener = await blobOpener(secret(at('key')), blob, fromHex(at('content')).length);
    expect(toHex(unwrap(await opener.open(0, fromHex(at('chunks.0')))))).toBe(at('content'));
  });

  it('what a link’s holder was given', async () => {
    const at = await texts('link');
    for (const link of [
      await linkKeys(secret(at('secret')), 'invitation'),
      await linkKeys(secret(at('secret')), 'introduction'),
    ]) {
      const purpose = toHex(link.verifier) === at('invitation.verifier') ? 'invitation' : 'introduction';
      expect(toHex(unwrap(await link.open(fromHex(at(`${purpose}.sealed`)))))).toBe(at('plaintext'));
    }
  });

  it('a drop and a reply to it', async () => {
    const at = await texts('drop');
    const space = idText<SpaceId>(fromHex(at('space')));
    const keys = await epochDropKeys(secret(at('epochKey')));
    const opened = await openDrop(fromHex(at('sealedDrop')), { space, epoch: 1, keys });
    expect(toHex(unwrap(opened))).toBe(at('payload'));
    const box = await mailbox(unwrap(readReceipt(at('receiptWords'))));
    expect(toHex(box.address)).toBe(at('mailboxAddress'));
    expect(toHex(unwrap(await openReply(box, fromHex(at('sealedReply')))))).toBe(at('payload'));
  });

  it('a letter for its reader, and for nobody who was barred; its receipt from the words', async () => {
    const at = await texts('letter');
    const space = idText<SpaceId>(fromHex(at('space')));
    const keys = await epochDropKeys(secret(at('epochKey')));
    const open = async (who: 'reader' | 'barred') =>
      openLetter(fromHex(at('sealed')), {
        space,
        epoch: 1,
        keys,
        letter: idText<LetterId>(fromHex(at('letter'))),
        account: await accountOf(at(who), at(`${who}Root`)),
      });
    const opened = unwrap(await open('reader'));
    expect(toHex(opened.content)).toBe(at('content'));
    expect(unwrap(readLetter(opened.content)).answers).toEqual({ danger: 'high' });
    expect(await open('barred')).toMatchObject({ ok: false, error: { code: 'wrong-key' } });
    const receipt = await receiptOfWords(at('receiptWords').split(' '));
    expect(toHex(receipt.expose())).toBe(at('receipt'));
    const content = unwrap(readLetter(opened.content));
    expect(content.barred.map((account) => toHex(idBytes(account)))).toEqual([at('barred')]);
    expect(toHex(idBytes(await letterDossier(space, content)))).toBe(at('dossier'));
  });

  it('a letter of a page that did not say yet from whom it is kept', async () => {
    const at = await texts('letter-before-barred');
    const content = unwrap(readLetter(fromHex(at('content'))));
    expect(content.barred).toEqual([]);
    expect(content.answers).toEqual({ danger: 'high' });
  });

  it('a local page', async () => {
    const at = await texts('local');
    const cipher = await localCipher(secret(at('storageKey')), at('label'));
    expect(toHex(unwrap(await cipher.open(fromHex(at('context')), fromHex(at('sealed')))))).toBe(
      at('plaintext'),
    );
  });
});
