/**
 * After any history of invitations, joins, removals, roles, rotations and grants, exactly the members can
 * read what is new. The model is a set of names; the real thing is driven by the same random commands.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  found,
  invite,
  join,
  NOTHING_SEEN,
  person,
  remove,
  rotate,
  type Space,
  START,
} from '../test/people.ts';
import {
  type Account,
  currentMembers,
  type DossierId,
  foldCharter,
  newId,
  openEpochLink,
  openGeneration,
  type Secret,
  signAct,
  startGeneration,
  unwrap,
  unwrapEpochKey,
  wrapEpochKey,
} from './index.ts';

const NAMES = ['ana', 'bahar', 'chingiz', 'dilshod', 'elza'];

type Command =
  | { readonly do: 'join'; readonly who: number; readonly keyholder: boolean }
  | { readonly do: 'remove'; readonly who: number; readonly by: number }
  | { readonly do: 'role'; readonly who: number; readonly keyholder: boolean }
  | { readonly do: 'rotate'; readonly by: number };

const who = fc.nat(NAMES.length - 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('join' as const), who, keyholder: fc.boolean() }),
  fc.record({ do: fc.constant('remove' as const), who, by: who }),
  fc.record({ do: fc.constant('role' as const), who, keyholder: fc.boolean() }),
  fc.record({ do: fc.constant('rotate' as const), by: who }),
);

interface Model {
  /** Members, and whether each holds the keys to membership. */
  readonly members: Map<number, boolean>;
  owed: boolean;
}

/** What every person can lay hands on: all that was ever sealed to them, kept forever. */
type Hoard = Map<number, Map<number, Secret>>;

class World {
  readonly model: Model = { members: new Map([[0, true]]), owed: false };
  readonly hoard: Hoard = new Map();
  readonly people: readonly Account[];
  readonly space: Space;

  constructor(people: readonly Account[], space: Space) {
    this.people = people;
    this.space = space;
    this.keep(0, 1, space.epochKey);
  }

  keep(owner: number, epoch: number, key: Secret): void {
    const keys = this.hoard.get(owner) ?? new Map<number, Secret>();
    keys.set(epoch, key);
    this.hoard.set(owner, keys);
  }

  account(index: number): Account {
    return this.people[index] as Account;
  }

  keyholder(): number {
    return [...this.model.members].find(([, holds]) => holds)?.[0] as number;
  }

  async run(next: Command): Promise<void> {
    const { members } = this.model;
    const { space } = this;
    const holders = [...members.values()].filter((holds) => holds).length;
    if (next.do === 'join') {
      if (members.has(next.who)) return;
      const by = this.account(this.keyholder());
      const link = await invite(space, `${next.who}/${space.state.seq}`, { keyholder: next.keyholder, by });
      await join(space, link, this.account(next.who));
      members.set(next.who, next.keyholder);
      await this.welcome(next.who);
    } else if (next.do === 'remove') {
      const allowed =
        members.has(next.who) &&
        members.has(next.by) &&
        (next.who === next.by || members.get(next.by) === true) &&
        !(members.get(next.who) === true && holders === 1);
      const act = { type: 'remove', account: this.account(next.who).id } as const;
      const signed = await signAct(space.state, this.account(next.by), act, START);
      expect(signed.ok).toBe(allowed);
      if (!allowed) return;
      await remove(space, this.account(next.who), this.account(next.by));
      members.delete(next.who);
      this.model.owed = true;
    } else if (next.do === 'role') {
      const account = this.account(next.who).id;
      const act = { type: 'role', account, role: 'caseworker', keyholder: next.keyholder } as const;
      const signed = await signAct(space.state, this.account(this.keyholder()), act, START);
      const allowed =
        members.has(next.who) && !(members.get(next.who) === true && !next.keyholder && holders === 1);
      expect(signed.ok).toBe(allowed);
      if (!signed.ok) return;
      space.entries.push(signed.value.entry);
      space.state = signed.value.state;
      members.set(next.who, next.keyholder);
    } else if (members.get(next.by) === true) {
      await this.rotate(next.by);
    }
  }

  /** A member hands the newest epoch's key to someone who joined. */
  async welcome(index: number): Promise<void> {
    const { state, epochKey } = this.space;
    const joiner = this.account(index);
    const wrap = await wrapEpochKey(epochKey, state.epoch.number, state.space, joiner.public, NOTHING_SEEN);
    this.keep(
      index,
      state.epoch.number,
      unwrap(await unwrapEpochKey(wrap, joiner, state.space, state.epoch)).key,
    );
  }

  async rotate(by: number): Promise<void> {
    const { space } = this;
    const wraps = await rotate(space, this.account(by));
    this.model.owed = false;
    const wrapped = new Set(wraps.keys());
    expect(wrapped).toEqual(
      new Set([...this.model.members.keys()].map((index) => String(this.account(index).id))),
    );
    // Everyone, member or not, tries every wrap that the server holds.
    for (const [index, account] of this.people.entries()) {
      for (const [owner, wrap] of wraps) {
        const opened = await unwrapEpochKey(wrap, account, space.state.space, space.state.epoch);
        expect(opened.ok).toBe(owner === account.id);
        if (opened.ok) this.keep(index, space.state.epoch.number, opened.value.key);
      }
    }
  }

  /** The newest epoch key that someone reaches by all they ever held and every link of the charter. */
  async reaches(index: number, epoch: number): Promise<Secret | null> {
    const { epochs, space } = this.space.state;
    for (const [held, key] of this.hoard.get(index) ?? []) {
      if (held === epoch) return key;
      const link = epochs.get(epoch)?.link;
      const target = epochs.get(epoch);
      if (link && target && (await openEpochLink(key, epoch, space, link, target)).ok) return key;
    }
    return null;
  }

  async check(): Promise<void> {
    const { model, space } = this;
    const folded = unwrap(await foldCharter(space.entries));
    expect(folded).toEqual(space.state);
    const names = new Set(currentMembers(folded).map((member) => String(member.account)));
    expect(names).toEqual(new Set([...model.members.keys()].map((index) => String(this.account(index).id))));
    expect(folded.rotationOwed).toBe(model.owed);
    if (model.owed) await this.rotate(this.keyholder());
    const { epoch } = space.state;
    const author = this.account(this.keyholder());
    const common = {
      space: space.state.space,
      epoch: epoch.number,
      epochKey: space.epochKey,
      author,
      time: START,
      view: NOTHING_SEEN,
    };
    const dossier = newId<DossierId>();
    const open = await startGeneration({ ...common, dossier, restrictedTo: null, previous: null });
    const named = [...model.members.keys()].slice(0, 2);
    const restrictedTo = named.map((index) => this.account(index).public);
    const restricted = await startGeneration({ ...common, dossier, restrictedTo, previous: null });
    for (const [index, account] of this.people.entries()) {
      const member = model.members.has(index);
      const epochKey = await this.reaches(index, epoch.number);
      expect(epochKey !== null, `${NAMES[index]} holds the newest epoch`).toBe(member);
      expect((await openGeneration(open.header, { epochKey, account })).ok).toBe(member);
      for (const key of this.hoard.get(index)?.values() ?? []) {
        const tried = await openGeneration(open.header, { epochKey: key, account });
        if (!member) expect(tried.ok).toBe(false);
      }
      const byName = await openGeneration(restricted.header, { epochKey, account });
      expect(byName.ok).toBe(named.includes(index));
    }
  }
}

describe('membership', () => {
  let people: Account[];
  beforeAll(async () => {
    people = await Promise.all(NAMES.map(person));
  });

  it('decides exactly who reads what is new, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 14 }), async (history) => {
        const world = new World(people, await found(people[0] as Account));
        for (const next of history) await world.run(next);
        await world.check();
      }),
      { numRuns: 25, seed: 20_251_120 },
    );
  });
});
