import { beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_SEEN, person, START } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type Bars,
  type DossierId,
  epochPublic,
  type GenerationHeader,
  grantFault,
  idText,
  newEpochKey,
  newId,
  NO_BARS,
  type SpaceId,
  startGeneration,
  takesAway,
} from './index.ts';

const random = seeded('generation rules test');
const epochKey = newEpochKey(random);
let ana: Account;
let bahar: Account;
let common: Parameters<typeof startGeneration>[0];
let peer: NonNullable<(typeof common)['sharedWith']>;
let other: typeof peer;

beforeAll(async () => {
  ana = await person('founder');
  bahar = await person('second');
  const { dropKey } = await epochPublic(newEpochKey(random), 3);
  peer = { space: idText<SpaceId>(random(32)), epoch: 3, dropKey };
  other = { ...peer, space: idText<SpaceId>(random(32)) };
  common = {
    space: idText<SpaceId>(random(32)),
    dossier: newId<DossierId>(random),
    epoch: 4,
    epochKey,
    author: ana,
    time: START,
    restrictedTo: null,
    previous: null,
    view: NOTHING_SEEN,
  };
});

const header = async (options: Partial<typeof common>): Promise<GenerationHeader> =>
  (await startGeneration({ ...common, ...options })).header;

describe('a dossier that is open to every member for good', () => {
  const around = { peers: new Map(), inSpace: () => false, inPeer: () => false };
  const fault = (next: GenerationHeader, previous: GenerationHeader | null) =>
    grantFault(next, { ...around, previous });

  it('stays one from generation to generation', async () => {
    const first = await header({ open: true });
    expect(first.open).toBe(true);
    expect(fault(first, null)).toBeNull();
    expect(fault(await header({ open: true }), first)).toBeNull();
  });

  it('is not closed: not restricted, not barred to anybody, not at the start and not later', async () => {
    const first = await header({ open: true });
    const bars: Bars[] = [
      { ...NO_BARS, accounts: [bahar.id] },
      { ...NO_BARS, spaces: [other.space] },
    ];
    const closing = [
      await header({ open: true, restrictedTo: [ana.public, bahar.public] }),
      ...(await Promise.all(bars.map((barred) => header({ open: true, barred })))),
    ];
    for (const next of closing) {
      expect(fault(next, null)).toBe('not-closable');
      expect(fault(next, first)).toBe('not-closable');
    }
  });

  it('is not made closable later, and no other dossier is made such a one', async () => {
    expect(fault(await header({ open: false }), await header({ open: true }))).toBe('not-closable');
    expect(fault(await header({ open: true }), await header({ open: false }))).toBe('not-closable');
  });
});

describe('a generation takes the dossier from somebody', () => {
  type Reach = 'all' | 'ana' | 'both' | 'all+peer' | 'both+peer' | 'all+other';
  const optionsOf = (reach: Reach): Partial<typeof common> => {
    const [named, space] = reach.split('+');
    const readers = named === 'all' ? null : named === 'ana' ? [ana.public] : [ana.public, bahar.public];
    return {
      restrictedTo: readers,
      sharedWith: space === 'peer' ? peer : space === 'other' ? other : null,
    };
  };

  it.each<[Reach | null, Reach, boolean]>([
    [null, 'ana', false],
    [null, 'all', false],
    ['all', 'all', false],
    ['all', 'both', true],
    ['both', 'ana', true],
    ['both', 'both', false],
    ['ana', 'both', false],
    ['ana', 'all', false],
    ['all+peer', 'all+peer', false],
    ['all+peer', 'all', true],
    ['all+peer', 'all+other', true],
    ['all+peer', 'both+peer', true],
    ['both+peer', 'both', true],
    ['both+peer', 'both+peer', false],
  ])('from %s to %s: %s', async (from, to, taken) => {
    const previous = from === null ? null : await header(optionsOf(from));
    expect(takesAway(await header(optionsOf(to)), previous)).toBe(taken);
  });
});

describe('a generation that opens a dossier to somebody who must not read it', () => {
  type Around = Parameters<typeof grantFault>[1];
  const introduced = (...spaces: { space: SpaceId }[]): Around['peers'] =>
    new Map(
      spaces.map(({ space }) => [
        space,
        { head: new Uint8Array(32), dropKey: peer.dropKey, sealed: new Uint8Array(0) },
      ]),
    );
  const fault = (next: GenerationHeader, around: Partial<Around> = {}) =>
    grantFault(next, {
      previous: null,
      peers: introduced(peer, other),
      inSpace: (account) => account === ana.id || account === bahar.id,
      inPeer: () => false,
      ...around,
    });
  const barring = (...accounts: Account[]): Bars => ({ ...NO_BARS, accounts: accounts.map(({ id }) => id) });

  it('is refused where it names somebody whom it bars, and stands where it names the others', async () => {
    const restrictedTo = [ana.public, bahar.public];
    expect(fault(await header({ restrictedTo, barred: barring(bahar) }))).toBe('barred');
    expect(fault(await header({ restrictedTo: [ana.public], barred: barring(bahar) }))).toBeNull();
    expect(fault(await header({ restrictedTo }))).toBeNull();
  });

  it('is refused where it is for everybody in the space and bars one of them', async () => {
    const stranger = await person('stranger');
    expect(fault(await header({ barred: barring(bahar) }))).toBe('barred');
    expect(fault(await header({ barred: barring(stranger) }))).toBeNull();
    expect(fault(await header({ barred: barring(stranger, bahar) }))).toBe('barred');
  });

  it('is refused where it is for a space that it bars, or in which somebody is whom it bars', async () => {
    const stranger = await person('stranger');
    const barred = { ...NO_BARS, spaces: [peer.space] };
    expect(fault(await header({ sharedWith: peer, barred }))).toBe('barred');
    expect(fault(await header({ sharedWith: other, barred }))).toBeNull();
    const inPeer = (account: string) => account === stranger.id;
    expect(fault(await header({ sharedWith: peer, barred: barring(stranger) }), { inPeer })).toBe('barred');
    expect(fault(await header({ sharedWith: peer, barred: barring(stranger) }))).toBeNull();
    expect(fault(await header({ barred: barring(stranger) }), { inPeer })).toBeNull();
  });

  it('is refused where its own space was never introduced to the other', async () => {
    const next = await header({ sharedWith: peer });
    expect(fault(next, { peers: introduced(other) })).toBe('not-introduced');
    expect(fault(next)).toBeNull();
    expect(fault(await header({}), { peers: introduced() })).toBeNull();
  });

  it('is refused where the one before barred somebody whom it does not, be it one of several', async () => {
    const stranger = await person('stranger');
    const both: Bars = { spaces: [peer.space, other.space], accounts: barring(bahar, stranger).accounts };
    const previous = await header({ restrictedTo: [ana.public], barred: both });
    const next = async (barred: Bars) =>
      fault(await header({ restrictedTo: [ana.public], barred }), { previous });
    expect(await next(both)).toBeNull();
    expect(await next({ ...both, spaces: [other.space] })).toBe('bar-dropped');
    expect(await next({ ...both, accounts: [bahar.id] })).toBe('bar-dropped');
    expect(await next(NO_BARS)).toBe('bar-dropped');
    const unbarred = await header({ restrictedTo: [ana.public] });
    expect(fault(previous, { previous: unbarred })).toBeNull();
  });

  it('is refused where it shares what was written before without that recipient in mind', async () => {
    const next = await header({ sharedWith: peer });
    expect(fault(next, { previous: await header({}) })).toBe('late-space');
    expect(fault(next, { previous: await header({ sharedWith: other }) })).toBe('late-space');
    expect(fault(next, { previous: await header({ sharedWith: peer }) })).toBeNull();
    expect(fault(await header({}), { previous: next })).toBeNull();
  });
});
