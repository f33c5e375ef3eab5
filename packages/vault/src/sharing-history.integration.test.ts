import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acquaint,
  type Device,
  expectOk,
  handOver,
  read,
  set,
  settle,
  shared,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A small repeatable sequence of numbers in [0, 1). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

interface Given {
  id: string;
  live: boolean;
  words: string;
}

interface Side {
  keyholder: Device;
  members: Device[];
  left: Device[];
}

/** Two organisations' real devices on the real server, driven at random, and what each of them ought to read. */
class History {
  readonly #next: () => number;
  readonly #sides: Side[];
  readonly #given: Given[] = [];
  #count = 0;

  constructor(seed: number, owner: Device, peer: Device) {
    this.#next = sequence(seed);
    this.#sides = [owner, peer].map((keyholder) => ({ keyholder, members: [keyholder], left: [] }));
  }

  #any<T>(list: readonly T[]): T {
    return list[Math.floor(this.#next() * list.length)] as T;
  }

  #side(at: 0 | 1) {
    return this.#sides[at] as Side;
  }

  async step(): Promise<void> {
    const chance = this.#next();
    const live = this.#given.filter((each) => each.live);
    const side = this.#any(this.#sides);
    if (chance < 0.2) {
      side.members.push(await world.join(side.keyholder, `member ${this.#count++}`));
    } else if (chance < 0.35 && side.members.length > 1) {
      const leaver = side.members.splice(1, 1)[0] as Device;
      side.left.push(leaver);
      expectOk(await side.keyholder.vault.removeMember(leaver.account));
    } else if (chance < 0.6 || live.length === 0) {
      const words = `words ${this.#count++}`;
      const from = this.#any(this.#side(0).members);
      this.#given.push({
        id: await handOver(from, this.#side(1).keyholder, { declinedWords: words }),
        live: true,
        words,
      });
    } else if (chance < 0.75) {
      const ending = this.#any(live);
      const by = this.#any(this.#side(0).members);
      if ((await shared(by, ending.id)) === undefined) return;
      expectOk(await by.vault.endShare({ dossier: ending.id }));
      ending.live = false;
    } else {
      const changed = this.#any(live);
      const by = this.#any(this.#any(this.#sides).members);
      if ((await read(by, changed.id, 'declinedWords')) === undefined) return;
      changed.words = `words ${this.#count++}`;
      const changes = [set('handover', changed.id, { declinedWords: changed.words })];
      expectOk(await by.vault.save({ dossier: changed.id, changes }));
    }
  }

  async check(): Promise<void> {
    const [owner, peer] = [this.#side(0), this.#side(1)];
    const everyone = [...owner.members, ...peer.members, ...owner.left, ...peer.left];
    await settle(...everyone);
    // What was ended goes on among its owners: that is what the others must not read.
    for (const each of this.#given) {
      each.words = `now ${each.id}`;
      const changes = [set('handover', each.id, { declinedWords: each.words })];
      expectOk(await owner.keyholder.vault.save({ dossier: each.id, changes }));
    }
    await settle(...everyone);
    for (const { id, live, words } of this.#given) {
      for (const device of owner.members) expect(await read(device, id, 'declinedWords')).toBe(words);
      for (const device of peer.members)
        expect(await read(device, id, 'declinedWords')).toBe(live ? words : undefined);
      for (const device of [...owner.left, ...peer.left])
        expect(await read(device, id, 'declinedWords')).not.toBe(words);
      for (const device of owner.members) {
        expect(await shared(device, id)).toMatchObject({
          state: live ? 'live' : 'ended',
          acknowledged: !live,
          unsent: false,
        });
      }
    }
    for (const device of [...owner.members, ...peer.members]) {
      expect((await device.vault.status()).sync).toMatchObject({ refused: 0, problem: null, waiting: 0 });
    }
  }
}

describe('sharing: after any history exactly those who should can read', () => {
  it.each([3, 8])(
    'holds over a random history of joins, removals, shares, words and ends (seed %i)',
    async (seed) => {
      const owner = await world.found('Owner');
      const peer = await world.found('Peer');
      await acquaint(owner, peer);
      const history = new History(seed, owner, peer);
      for (let i = 0; i < 12; i++) {
        await history.step();
        await settle(owner, peer);
      }
      await history.check();
    },
  );
});
