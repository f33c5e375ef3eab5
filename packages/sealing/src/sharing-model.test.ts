/**
 * Two spaces, one dossier that the first gives to the second. After any history of joins, removals, rotations, shares
 * and ends, exactly those who should can open what is written next, with all that they ever held and all that the
 * server has.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { admit, found, NOTHING_SEEN, person, remove, type Space, START } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type CharterState,
  currentMembers,
  type DossierId,
  type GenerationHeader,
  grantFault,
  newId,
  openGeneration,
  openPreviousGeneration,
  openSharedGeneration,
  rotateAct,
  type Secret,
  signAct,
  type SpaceId,
  spaceGrantOf,
  startGeneration,
  unwrap,
  utf8,
} from './index.ts';

const NAMES = ['ana', 'bahar', 'chingiz', 'dilshod', 'elza', 'farid'];
const OWNER = 0;
const PEER = 1;

type Side = typeof OWNER | typeof PEER;
type Command =
  | { readonly do: 'join' | 'remove'; readonly side: Side; readonly who: number }
  | { readonly do: 'share' | 'end' };

const side = fc.constantFrom<Side>(OWNER, PEER);
const who = fc.integer({ min: 2, max: NAMES.length - 1 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('join' as const), side, who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), side, who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('share' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const) }) },
);

interface Generation {
  readonly header: GenerationHeader;
  readonly key: Secret;
}

class World {
  /** Every epoch key that a person was ever handed, by space and epoch. */
  readonly #hoard = new Map<number, Map<string, Secret>>();
  readonly #people: readonly Account[];
  readonly #spaces: readonly [Space, Space];
  #dossier: { generations: Generation[]; live: boolean } | null = null;

  constructor(people: readonly Account[], spaces: readonly [Space, Space]) {
    this.#people = people;
    this.#spaces = spaces;
    this.#hand(OWNER);
    this.#hand(PEER);
  }

  /** What every member's device is handed: the key of the epoch that is current. */
  #hand(at: Side): void {
    const { state, epochKey } = this.#spaces[at];
    for (const index of this.#members(at)) {
      const held = this.#hoard.get(index) ?? new Map<string, Secret>();
      held.set(`${state.space}/${state.epoch.number}`, epochKey);
      this.#hoard.set(index, held);
    }
  }

  #members(at: Side): Set<number> {
    const ids = new Set(currentMembers(this.#spaces[at].state).map((member) => member.account));
    return new Set(this.#people.flatMap((account, index) => (ids.has(account.id) ? [index] : [])));
  }

  async run(next: Command): Promise<void> {
    if (next.do === 'join' || next.do === 'remove') {
      const account = this.#people[next.who] as Account;
      const inside = this.#members(next.side).has(next.who);
      if (inside === (next.do === 'join')) return;
      const space = this.#spaces[next.side];
      if (next.do === 'join') {
        await admit(space, account);
        this.#hand(next.side);
        return;
      }
      await remove(space, account);
      await this.#rotate(next.side);
      // The owner's devices notice and start a new generation, whoever's keys changed.
      if (this.#dossier !== null && (this.#dossier.live || next.side === OWNER)) await this.#start();
    } else if (next.do === 'share') {
      this.#dossier = { generations: [], live: true };
      await this.#start();
    } else if (next.do === 'end' && this.#dossier?.live === true) {
      this.#dossier.live = false;
      await this.#start();
    }
  }

  async #rotate(at: Side): Promise<void> {
    const space = this.#spaces[at];
    const random = seeded(`${space.state.space}/${space.state.epoch.number}`);
    const rotated = unwrap(await rotateAct(space.state, space.founder, space.epochKey, START, random));
    space.state = rotated.state;
    space.epochKey = rotated.key;
    this.#hand(at);
  }

  async #start(): Promise<void> {
    const [owner, peer] = this.#spaces;
    const dossier = this.#dossier;
    if (dossier === null) return;
    const previous = dossier.generations.at(-1) ?? null;
    const started = await startGeneration({
      space: owner.state.space,
      dossier: previous?.header.dossier ?? newId<DossierId>(),
      epoch: owner.state.epoch.number,
      epochKey: owner.epochKey,
      author: owner.founder,
      time: START,
      restrictedTo: null,
      previous,
      view: NOTHING_SEEN,
      sharedWith: dossier.live
        ? {
            space: peer.state.space,
            epoch: peer.state.epoch.number,
            dropKey: peer.state.epoch.dropKey,
          }
        : null,
    });
    expect(this.#fault(started.header, previous?.header ?? null)).toBeNull();
    dossier.generations.push(started);
  }

  #fault(header: GenerationHeader, previous: GenerationHeader | null) {
    const [owner, peer] = this.#spaces;
    const belongs = (state: CharterState) => (account: Account['id']) =>
      state.members.get(account)?.removedSeq === null;
    const { peers } = owner.state;
    return grantFault(header, {
      previous,
      peers,
      inSpace: belongs(owner.state),
      inPeer: belongs(peer.state),
    });
  }

  /** Whether somebody opens a generation with anything that they ever held, trying every key everywhere. */
  async #opens(index: number, header: GenerationHeader): Promise<boolean> {
    const account = this.#people[index] as Account;
    const peer: SpaceId = this.#spaces[PEER].state.space;
    for (const epochKey of this.#hoard.get(index)?.values() ?? []) {
      if ((await openGeneration(header, { epochKey, account })).ok) return true;
      if ((await openSharedGeneration(header, { space: peer, epochKey })).ok) return true;
    }
    return false;
  }

  async check(): Promise<void> {
    const dossier = this.#dossier;
    const newest = dossier?.generations.at(-1);
    if (dossier === null || newest === undefined) return;
    const readers = new Set([
      ...this.#members(OWNER),
      ...(dossier.live ? this.#members(PEER) : new Set<number>()),
    ]);
    for (const index of this.#people.keys()) {
      const label = `${NAMES[index]} reads what is written next`;
      expect(await this.#opens(index, newest.header), label).toBe(readers.has(index));
    }
    // Keys of earlier generations lead nowhere but back.
    for (const earlier of dossier.generations.slice(0, -1)) {
      expect((await openPreviousGeneration(newest.header, earlier.key, earlier.header)).ok).toBe(false);
    }
    // What was taken back stays so: whoever offers it again is refused.
    if (dossier.live) return;
    const [owner, peer] = this.#spaces;
    const again = await startGeneration({
      space: owner.state.space,
      dossier: newest.header.dossier,
      epoch: owner.state.epoch.number,
      epochKey: owner.epochKey,
      author: owner.founder,
      time: START,
      restrictedTo: null,
      previous: newest,
      view: NOTHING_SEEN,
      sharedWith: {
        space: peer.state.space,
        epoch: peer.state.epoch.number,
        dropKey: peer.state.epoch.dropKey,
      },
    });
    expect(spaceGrantOf(again.header)).not.toBeNull();
    expect(this.#fault(again.header, newest.header)).toBe('late-space');
  }
}

describe('sharing between two spaces', () => {
  let people: Account[];
  beforeAll(async () => {
    people = await Promise.all(NAMES.map(person));
  });

  async function acquainted(): Promise<[Space, Space]> {
    const owner = await found(people[OWNER] as Account, 'owner');
    const peer = await found(people[PEER] as Account, 'peer');
    const { head, space, epoch } = peer.state;
    const act = {
      type: 'introduce',
      peer: space,
      head,
      dropKey: epoch.dropKey,
      sealed: utf8('a name'),
    } as const;
    owner.state = unwrap(await signAct(owner.state, owner.founder, act, START)).state;
    return [owner, peer];
  }

  it('decides exactly who reads what is new, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 16 }), async (history) => {
        const world = new World(people, await acquainted());
        await world.run({ do: 'share' });
        for (const next of history) {
          await world.run(next);
          await world.check();
        }
      }),
      { numRuns: 25, seed: 20_261_122 },
    );
  });
});
