import {
  admit,
  DAY,
  found,
  invite,
  join,
  NOTHING_SEEN,
  person,
  remove,
  rotate,
  START,
} from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type BlobId,
  blobSealer,
  canonicalPassphrase,
  type CharterState,
  charterHead,
  charterLeaf,
  currentMembers,
  deriveUnlock,
  derivedDossier,
  type DossierId,
  encodeCanonical,
  entryLeaf,
  epochDropKeys,
  epochPublic,
  generationCipher,
  generationLeaf,
  idBytes,
  idText,
  kitNumbers,
  kitWords,
  linkEpoch,
  letterDossier,
  linkKeys,
  localCipher,
  logStart,
  mailbox,
  newAccountRoot,
  newBlobKey,
  newDeviceSecret,
  newEpochKey,
  newId,
  newLinkSecret,
  newReceipt,
  newReceiptWords,
  nextLogHash,
  openAccountKeys,
  receiptOfWords,
  receiptWords,
  Secret,
  sealDrop,
  sealLetter,
  sealReply,
  sealRoot,
  signAct,
  signInMessage,
  signSignIn,
  startGeneration,
  timerId,
  toHex,
  unwrap,
  utf8,
  type View,
  wrapEpochKey,
  writeLetter,
} from '../src/index.ts';
import type { EntryId, IntroductionId, InviteId, LetterId, LinkKeys, LogId, SpaceId } from '../src/index.ts';

/** What a vector file holds: texts (hexadecimal where bytes), numbers, flags, lists and maps of them. */
export type VectorValue =
  | string
  | number
  | boolean
  | null
  | readonly VectorValue[]
  | { readonly [name: string]: VectorValue };

/** What a device had verified that is some way into a log. */
const SEEN: View = {
  place: { log: newId<LogId>(seeded('vector/log')), position: 4711, hash: seeded('vector/running')(32) },
  charter: seeded('vector/head')(32),
  peer: seeded('vector/other head')(32),
};

async function account(): Promise<VectorValue> {
  const random = seeded('vector/account');
  const deviceSecret = newDeviceSecret(random);
  const root = newAccountRoot(random);
  const passphrase = 'anar çiçəyi açanda';
  const unlock = await deriveUnlock(passphrase, deviceSecret);
  const opened = await openAccountKeys(unlock.id, root);
  const challenge = random(32);
  return {
    deviceSecret: toHex(deviceSecret.expose()),
    kitWords: kitWords(deviceSecret).join(' '),
    passphrase,
    account: toHex(idBytes(unlock.id)),
    wrapKey: toHex(unlock.wrapKey.expose()),
    signInVerifier: toHex(unlock.signIn.publicKey),
    root: toHex(root.expose()),
    sealedRoot: toHex(await sealRoot(unlock, root, random)),
    signKey: toHex(opened.public.signKey),
    encKey: toHex(opened.public.encKey),
    storageKey: toHex(opened.storageKey.expose()),
    challenge: toHex(challenge),
    signInMessage: toHex(signInMessage(unlock.id, challenge)),
    signInSignature: toHex(await signSignIn(unlock.signIn, unlock.id, challenge)),
  };
}

/** What people type, and the form of it that is stretched. */
const TYPED = [
  'Anar çiçəyi açanda',
  'anar ciceyi acanda ',
  'İNCİ  IŞIQ ılıq',
  'i\u0307nci',
  'Ёлка',
  'Ҳавзи қаймоқ, ҷӯра',
  'it’s “so” — so\u200b',
  'ａｂｃ１２３',
];

function passphrase(): VectorValue {
  return {
    canonical: TYPED.map((typed) => ({ typed, form: canonicalPassphrase(typed) })),
    kitNumbers: kitNumbers(kitWords(new Secret(Uint8Array.from({ length: 16 }, (_, i) => i)))),
  };
}

function describeCharter(state: CharterState): VectorValue {
  return {
    space: toHex(idBytes(state.space)),
    seq: state.seq,
    head: toHex(state.head),
    epoch: state.epoch.number,
    rotationOwed: state.rotationOwed,
    members: currentMembers(state).map((member) => ({
      account: toHex(idBytes(member.account)),
      role: member.role,
      keyholder: member.keyholder,
      joinedSeq: member.joinedSeq,
    })),
  };
}

/** A history with every act in it. */
async function charter(): Promise<VectorValue> {
  const [founder, second, third] = await Promise.all(['founder', 'second', 'third'].map(person));
  if (!founder || !second || !third) throw new Error('three people');
  const space = await found(founder, 'vector/charter');
  await join(space, await invite(space, 'second', { keyholder: true }), second);
  await admit(space, third, { role: 'viewer' });
  const spare = await invite(space, 'spare');
  const peer = await found(await person('peer'), 'vector/peer');
  const acts = [
    { type: 'revoke', invite: spare.id },
    { type: 'role', account: third.id, role: 'caseworker', keyholder: false },
    {
      type: 'introduce',
      peer: peer.state.space,
      head: peer.state.head,
      dropKey: peer.state.epoch.dropKey,
      sealed: utf8('a name, sealed'),
    },
  ] as const;
  for (const act of acts) {
    const signed = unwrap(await signAct(space.state, founder, act, START + DAY));
    space.entries.push(signed.entry);
    space.state = signed.state;
  }
  await remove(space, third);
  await rotate(space);
  const heads: string[] = [];
  for (const entry of space.entries) heads.push(toHex(await charterHead(entry)));
  return {
    entries: space.entries.map(toHex),
    heads,
    state: describeCharter(space.state),
    rosterDossier: toHex(idBytes(await derivedDossier(space.state.space, 'roster'))),
  };
}

async function epoch(): Promise<VectorValue> {
  const random = seeded('vector/epoch');
  const member = await person('second');
  const space = (await found(await person('founder'), 'vector/charter')).state.space;
  const [oldKey, newKey] = [newEpochKey(random), newEpochKey(random)];
  const first = await epochPublic(oldKey, 1);
  return {
    space: toHex(idBytes(space)),
    keys: [toHex(oldKey.expose()), toHex(newKey.expose())],
    commitment: toHex(first.commitment),
    dropKey: toHex(first.dropKey),
    memberRoot: toHex(member.root.expose()),
    memberAccount: toHex(idBytes(member.id)),
    wrapOfEpoch1: toHex(await wrapEpochKey(oldKey, 1, space, member.public, SEEN, random)),
    linkOfEpoch2: toHex(await linkEpoch(newKey, 2, space, oldKey, random)),
    timerAbout: ['danger', 'dossier', 'record', 1_700_000_000_000],
    timer: toHex(await timerId(newKey, ['danger', 'dossier', 'record', 1_700_000_000_000])),
  };
}

async function generation(): Promise<VectorValue> {
  const random = seeded('vector/generation');
  const founder = await person('founder');
  const reader = await person('second');
  const { state, epochKey } = await found(founder, 'vector/charter');
  const common = {
    space: state.space,
    dossier: newId<DossierId>(random),
    epoch: 1,
    epochKey,
    author: founder,
    view: SEEN,
  };
  const first = await startGeneration({ ...common, time: START, restrictedTo: null, previous: null, random });
  const second = await startGeneration({
    ...common,
    time: START + DAY,
    restrictedTo: [founder.public, reader.public],
    previous: first,
    random,
  });
  const content = utf8('what an entry holds');
  const entry = idText<EntryId>(random(32));
  const at = { space: state.space, dossier: common.dossier, generation: 1, entry };
  return {
    epochKey: toHex(epochKey.expose()),
    readerRoot: toHex(reader.root.expose()),
    readerAccount: toHex(idBytes(reader.id)),
    authorSignKey: toHex(founder.public.signKey),
    headers: [toHex(first.bytes), toHex(second.bytes)],
    hashes: [toHex(first.header.hash), toHex(second.header.hash)],
    keys: [toHex(first.key.expose()), toHex(second.key.expose())],
    entry: toHex(idBytes(entry)),
    plaintext: toHex(content),
    sealedEntry: toHex(await (await generationCipher(first.key)).seal(at, content, random)),
  };
}

/** A generation that another space reads too, with bars; and the one that ends the sharing. */
async function sharing(): Promise<VectorValue> {
  const random = seeded('vector/sharing');
  const founder = await person('founder');
  const reader = await person('second');
  const { state, epochKey } = await found(founder, 'vector/charter');
  const peer = await found(await person('peer'), 'vector/peer');
  const common = {
    space: state.space,
    dossier: newId<DossierId>(random),
    epoch: 1,
    epochKey,
    author: founder,
    restrictedTo: null,
    view: NOTHING_SEEN,
    barred: { spaces: [idText<SpaceId>(random(32))], accounts: [reader.id] },
    random,
  };
  const { number, dropKey } = peer.state.epoch;
  const sharedWith = { space: peer.state.space, epoch: number, dropKey };
  const first = await startGeneration({ ...common, time: START, previous: null, sharedWith });
  const second = await startGeneration({ ...common, time: START + DAY, previous: first });
  return {
    authorSignKey: toHex(founder.public.signKey),
    peer: toHex(idBytes(peer.state.space)),
    peerEpochKey: toHex(peer.epochKey.expose()),
    barredSpaces: first.header.barred.spaces.map((id) => toHex(idBytes(id))),
    barredAccounts: first.header.barred.accounts.map((id) => toHex(idBytes(id))),
    headers: [toHex(first.bytes), toHex(second.bytes)],
    key: toHex(first.key.expose()),
  };
}

async function blob(): Promise<VectorValue> {
  const random = seeded('vector/blob');
  const key = newBlobKey(random);
  const id = newId<BlobId>(random);
  const content = utf8('a small file');
  const sealer = await blobSealer(key, id, content.length);
  return {
    key: toHex(key.expose()),
    blob: toHex(idBytes(id)),
    size: content.length,
    content: toHex(content),
    chunks: [toHex(await sealer.seal(0, content))],
  };
}

async function links(): Promise<VectorValue> {
  const random = seeded('vector/link');
  const secret = newLinkSecret(random);
  const plaintext = utf8('for whoever holds the link');
  const describe = async (link: LinkKeys<InviteId> | LinkKeys<IntroductionId>) => ({
    id: toHex(idBytes(link.id)),
    verifier: toHex(link.verifier),
    sealed: toHex(await link.seal(plaintext, random)),
  });
  return {
    secret: toHex(secret.expose()),
    plaintext: toHex(plaintext),
    invitation: await describe(await linkKeys(secret, 'invitation')),
    introduction: await describe(await linkKeys(secret, 'introduction')),
  };
}

async function drop(): Promise<VectorValue> {
  const random = seeded('vector/drop');
  const { state, epochKey } = await found(await person('founder'), 'vector/charter');
  const receipt = newReceipt(random);
  const box = await mailbox(receipt);
  const payload = utf8('a letter');
  const keys = await epochDropKeys(epochKey);
  const to = { space: state.space, epoch: 1, dropKey: keys.publicKey };
  return {
    space: toHex(idBytes(state.space)),
    epoch: 1,
    epochKey: toHex(epochKey.expose()),
    payload: toHex(payload),
    sealedDrop: toHex(await sealDrop(to, payload, random)),
    receipt: toHex(receipt.expose()),
    receiptWords: receiptWords(receipt).join(' '),
    mailboxAddress: toHex(box.address),
    mailboxVerifier: toHex(box.verifier.publicKey),
    mailboxKey: toHex(box.encryption.publicKey),
    sealedReply: toHex(await sealReply(box.encryption.publicKey, box.address, payload, random)),
  };
}

/** As many words as a list has at least, of four letters each. */
const WORDS = Array.from(
  { length: 2197 },
  (_, i) =>
    [i % 13, Math.floor(i / 13) % 13, Math.floor(i / 169)].map((at) => 'abçdəfgğhıjkl'.charAt(at)).join('') +
    'a',
);

/** What a visitor seals to two readers of whom they bar one, and what opens the answer to it. */
async function letter(): Promise<VectorValue> {
  const random = seeded('vector/letter');
  const [reader, barred] = await Promise.all(['founder', 'second'].map(person));
  if (!reader || !barred) throw new Error('two people');
  const { state, epochKey } = await found(reader, 'vector/charter');
  const words = await newReceiptWords(WORDS, random);
  const receipt = await receiptOfWords(words);
  const box = await mailbox(receipt);
  const content = writeLetter({
    words: 'Məni işdən çıxardılar.',
    language: 'az',
    answers: { danger: 'high' },
    readers: [reader.id],
    barred: [barred.id],
    files: [{ name: 'photo.jpg', mediaType: 'image/jpeg', bytes: utf8('a photo') }],
    thread: box.thread,
    address: box.address,
    verifier: box.verifier.publicKey,
    box: box.encryption.publicKey,
  });
  const id = newId<LetterId>(random);
  const door = {
    space: state.space,
    epoch: 1,
    dropKey: (await epochDropKeys(epochKey)).publicKey,
    notice: new Uint8Array(),
    readers: [reader, barred].map((each) => ({
      account: each.id,
      name: 'one of us',
      encKey: each.public.encKey,
    })),
  };
  return {
    space: toHex(idBytes(state.space)),
    epoch: 1,
    epochKey: toHex(epochKey.expose()),
    readerRoot: toHex(reader.root.expose()),
    reader: toHex(idBytes(reader.id)),
    barredRoot: toHex(barred.root.expose()),
    barred: toHex(idBytes(barred.id)),
    letter: toHex(idBytes(id)),
    content: toHex(content),
    sealed: toHex(await sealLetter(door, new Set([barred.id]), id, content, random)),
    receiptWords: words.join(' '),
    receipt: toHex(receipt.expose()),
    dossier: toHex(idBytes(await letterDossier(state.space, { thread: box.thread, readers: [reader.id] }))),
  };
}

async function local(): Promise<VectorValue> {
  const random = seeded('vector/local');
  const { storageKey } = await person('founder');
  const context = utf8('page 7');
  const plaintext = utf8('a page of the database');
  return {
    storageKey: toHex(storageKey.expose()),
    label: 'pages',
    context: toHex(context),
    plaintext: toHex(plaintext),
    sealed: toHex(await (await localCipher(storageKey, 'pages')).seal(context, plaintext, random)),
  };
}

/** A log of an act, a header and an entry, with its running hash at every item. */
async function log(): Promise<VectorValue> {
  const random = seeded('vector/log chain');
  const space = idText<SpaceId>(random(32));
  const dossier = newId<DossierId>(random);
  const [charterHead, header, entry] = [random(32), random(32), random(32)];
  const leaves = [
    await charterLeaf(charterHead),
    await generationLeaf(header),
    await entryLeaf(dossier, 3, entry),
  ];
  const hashes = [await logStart(space)];
  for (const [i, leaf] of leaves.entries()) {
    hashes.push(await nextLogHash(hashes[i] as Uint8Array, i + 1, leaf));
  }
  return {
    space: toHex(idBytes(space)),
    charterHead: toHex(charterHead),
    header: toHex(header),
    dossier: toHex(idBytes(dossier)),
    generation: 3,
    entry: toHex(entry),
    leaves: leaves.map(toHex),
    hashes: hashes.map(toHex),
  };
}

function encoding(): VectorValue {
  const values = [
    0,
    23,
    24,
    255,
    256,
    65_536,
    4_294_967_296,
    -1,
    -25,
    1.5,
    0.1,
    'Ə',
    [1, [2]],
    { b: 1, a: null, aa: true },
  ];
  return values.map((value) => ({ value: JSON.stringify(value), encoded: toHex(encodeCanonical(value)) }));
}

/** Every vector file by name. All of it follows from fixed seeds. */
export async function buildVectors(): Promise<ReadonlyMap<string, VectorValue>> {
  return new Map([
    ['account', await account()],
    ['blob', await blob()],
    ['charter', await charter()],
    ['drop', await drop()],
    ['encoding', encoding()],
    ['epoch', await epoch()],
    ['generation', await generation()],
    ['letter', await letter()],
    ['link', await links()],
    ['local', await local()],
    ['log', await log()],
    ['passphrase', passphrase()],
    ['sharing', await sharing()],
  ]);
}
