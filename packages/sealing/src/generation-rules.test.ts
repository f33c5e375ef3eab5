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
