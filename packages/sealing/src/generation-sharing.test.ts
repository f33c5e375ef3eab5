import { beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_SEEN, person, START } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type AccountId,
  type Bars,
  type DossierId,
  epochPublic,
  type GenerationHeader,
  grantFault,
  idText,
  newEpochKey,
  newId,
  NO_BARS,
  openSharedGeneration,
  readGeneration,
  type SpaceId,
  startGeneration,
  unwrap,
} from './index.ts';
import { encodeGeneration, encodeGenerationBody, type GenerationBody } from './generation-header.ts';

const random = seeded('sharing test');
const epochKey = newEpochKey(random);
const peerKey = newEpochKey(random);
const peer = idText<SpaceId>(random(32));
const other = idText<SpaceId>(random(32));
let author: Account;
let reader: Account;
let common: Parameters<typeof startGeneration>[0];

beforeAll(async () => {
  author = await person('founder');
  reader = await person('second');
  const { dropKey } = await epochPublic(peerKey, 3);
  common = {
    space: idText<SpaceId>(random(32)),
    dossier: newId<DossierId>(random),
    epoch: 4,
    epochKey,
    author,
    time: START,
    restrictedTo: null,
    previous: null,
    view: NOTHING_SEEN,
    sharedWith: { space: peer, epoch: 3, dropKey },
  };
});

const sign = async (body: GenerationBody) => {
  const encoded = encodeGenerationBody(body);
  return encodeGeneration(encoded, await author.signing.sign('generation', encoded));
};
const bodyOf = ({ hash: _hash, ...body }: GenerationHeader): GenerationBody => body;

describe('a generation that is granted to another space', () => {
  it('opens with that space’s key of that epoch, and with no other', async () => {
    const { header, key } = await startGeneration(common);
    const opened = unwrap(await openSharedGeneration(header, { space: peer, epochKey: peerKey }));
    expect(opened.expose()).toEqual(key.expose());
    expect(await openSharedGeneration(header, { space: peer, epochKey })).toMatchObject({ ok: false });
    expect(await openSharedGeneration(header, { space: other, epochKey: peerKey })).toMatchObject({
      ok: false,
      error: { code: 'not-granted' },
    });
  });

  it('opens in its own place only: not as another dossier’s, generation’s, space’s or epoch’s', async () => {
    const { header } = await startGeneration(common);
    const [own, grant] = header.grants;
    if (own === undefined || grant?.to !== 'space')
      throw new Error('granted to the epoch, then to the space');
    const moved: Partial<GenerationHeader>[] = [
      { dossier: newId<DossierId>(random) },
      { generation: 2 },
      { space: other },
      { grants: [own, { ...grant, epoch: 4 }] },
    ];
    for (const change of moved) {
      const opened = await openSharedGeneration({ ...header, ...change }, { space: peer, epochKey: peerKey });
      expect(opened).toMatchObject({ ok: false, error: { code: 'wrong-key' } });
    }
  });

  it('goes beside an epoch or beside named accounts, to one other space, and not to its own', async () => {
    const restricted = await startGeneration({ ...common, restrictedTo: [reader.public] });
    expect(restricted.header).toMatchObject({ restricted: true });
    const { header } = await startGeneration(common);
    const [own, grant] = header.grants;
    if (own === undefined || grant?.to !== 'space')
      throw new Error('granted to the epoch, then to the space');
    for (const grants of [
      [own, grant, { ...grant, space: other }],
      [own, { ...grant, space: header.space }],
      [grant],
    ]) {
      const bytes = await sign({ ...bodyOf(header), grants });
      expect(await readGeneration(bytes)).toMatchObject({ ok: false, error: { code: 'malformed' } });
    }
  });
});

describe('bars', () => {
  it('are signed in one order, and left out when they name nobody', async () => {
    const accounts = [reader.id, author.id];
    const spaces = [other, peer];
    const { header, bytes } = await startGeneration({ ...common, barred: { spaces, accounts } });
    expect(header.barred).toEqual({ spaces: [...spaces].sort(), accounts: [...accounts].sort() });
    expect(unwrap(await readGeneration(bytes)).barred).toEqual(header.barred);
    const wrong: Bars[] = [
      { ...header.barred, spaces: [...header.barred.spaces].reverse() },
      { ...header.barred, spaces: [peer, peer] },
    ];
    for (const barred of wrong) {
      expect(await readGeneration(await sign({ ...bodyOf(header), barred }))).toMatchObject({ ok: false });
    }
    const without = await startGeneration(common);
    expect(Buffer.from(without.bytes).includes('barred')).toBe(false);
  });
});

describe('what forbids a generation', () => {
  const none = () => false;
  const around = {
    previous: null,
    peers: new Map([[peer, { head: new Uint8Array(), dropKey: new Uint8Array(), sealed: new Uint8Array() }]]),
    inSpace: none,
    inPeer: none,
  };
  const is = (id: AccountId) => (account: AccountId) => account === id;

  it('is nothing where nobody is barred and the other space was introduced', async () => {
    const first = await startGeneration(common);
    expect(grantFault(first.header, around)).toBeNull();
    const second = await startGeneration({ ...common, previous: first });
    expect(grantFault(second.header, { ...around, previous: first.header })).toBeNull();
    const end = await startGeneration({ ...common, previous: second, sharedWith: null });
    expect(grantFault(end.header, { ...around, previous: second.header })).toBeNull();
  });

  it('is a bar: of the space, of a member of it, of a member of the own, of a named account', async () => {
    const barring = (barred: Bars, more = {}) => startGeneration({ ...common, barred, ...more });
    const space = await barring({ ...NO_BARS, spaces: [peer] });
    expect(grantFault(space.header, around)).toBe('barred');
    const account = await barring({ ...NO_BARS, accounts: [reader.id] });
    expect(grantFault(account.header, around)).toBeNull();
    expect(grantFault(account.header, { ...around, inPeer: is(reader.id) })).toBe('barred');
    expect(grantFault(account.header, { ...around, inSpace: is(reader.id) })).toBe('barred');
    const named = await barring(
      { ...NO_BARS, accounts: [reader.id] },
      { restrictedTo: [reader.public], sharedWith: null },
    );
    expect(grantFault(named.header, around)).toBe('barred');
    const others = await barring({ ...NO_BARS, accounts: [reader.id] }, { restrictedTo: [author.public] });
    expect(grantFault(others.header, { ...around, inSpace: is(reader.id) })).toBeNull();
  });

  it('is a bar that was dropped, also when nobody would be granted anything by it', async () => {
    const barred = { spaces: [other], accounts: [reader.id] };
    const first = await startGeneration({ ...common, barred });
    for (const fewer of [NO_BARS, { ...barred, spaces: [] }, { ...barred, accounts: [] }]) {
      const next = await startGeneration({ ...common, previous: first, barred: fewer });
      expect(grantFault(next.header, { ...around, previous: first.header })).toBe('bar-dropped');
    }
    const more = await startGeneration({
      ...common,
      previous: first,
      barred: { ...barred, accounts: [author.id, reader.id] },
    });
    expect(grantFault(more.header, { ...around, previous: first.header })).toBeNull();
  });

  it('is a space that comes late, comes back, or was never introduced', async () => {
    const alone = await startGeneration({ ...common, sharedWith: null });
    const late = await startGeneration({ ...common, previous: alone });
    expect(grantFault(late.header, { ...around, previous: alone.header })).toBe('late-space');
    const shared = await startGeneration(common);
    const ended = await startGeneration({ ...common, previous: shared, sharedWith: null });
    const back = await startGeneration({ ...common, previous: ended });
    expect(grantFault(back.header, { ...around, previous: ended.header })).toBe('late-space');
    expect(grantFault(shared.header, { ...around, peers: new Map() })).toBe('not-introduced');
  });
});
