import { beforeAll, describe, expect, it } from 'vitest';
import { found, NOTHING_SEEN, person, type Space } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  encodeCanonical,
  type LogId,
  newEpochKey,
  newId,
  unwrap,
  unwrapEpochKey,
  type View,
  wrapEpochKey,
  writeView,
} from './index.ts';
import { binding } from './aead.ts';
import { hpkeSeal } from './hpke.ts';
import { idBytes } from './ids.ts';

const random = seeded('epoch test');
const view: View = {
  place: { log: newId<LogId>(random), position: 1234, hash: random(32) },
  charter: random(32),
  peer: null,
};

describe('a wrap', () => {
  let space: Space;
  let member: Account;
  beforeAll(async () => {
    space = await found(await person('founder'));
    member = await person('second');
  });
  const open = (wrap: Uint8Array) => unwrapEpochKey(wrap, member, space.state.space, space.state.epoch);

  it('brings the key and what its giver had verified', async () => {
    const { epochKey, state } = space;
    for (const seen of [view, NOTHING_SEEN]) {
      const opened = unwrap(await open(await wrapEpochKey(epochKey, 1, state.space, member.public, seen)));
      expect(opened.key.expose()).toEqual(epochKey.expose());
      expect(opened.view).toEqual(seen);
    }
  });

  it('cannot be made to say that its giver had verified less', async () => {
    const { epochKey, state } = space;
    const wrap = await wrapEpochKey(epochKey, 1, state.space, member.public, view);
    for (let at = 1; at < wrap.length; at += 97) {
      const changed = wrap.slice();
      changed[at] = (changed[at] as number) ^ 1;
      expect(await open(changed)).toMatchObject({ error: { code: 'wrong-key' } });
    }
    expect((await open(wrap.slice(0, -1))).ok).toBe(false);
    // Whoever does not have the key can seal a view of their own, but nothing opens with it.
    const guessed = await wrapEpochKey(newEpochKey(random), 1, state.space, member.public, NOTHING_SEEN);
    expect(await open(guessed)).toMatchObject({ error: { code: 'commitment-mismatch' } });
  });

  it('of another shape is refused', async () => {
    const { epochKey, state } = space;
    const info = binding('epoch-wrap', idBytes(state.space), 1, idBytes(member.id));
    const shapes: unknown[] = [
      { key: epochKey.expose() },
      { key: epochKey.expose(), view: null },
      { key: epochKey.expose(), view: writeView(view), more: true },
      { key: epochKey.expose().slice(1), view: writeView(view) },
      [epochKey.expose(), writeView(view)],
    ];
    for (const shape of shapes) {
      const wrap = await hpkeSeal(member.public.encKey, info, encodeCanonical(shape));
      expect(await open(wrap)).toMatchObject({ error: { code: 'malformed' } });
    }
    const bare = await hpkeSeal(member.public.encKey, info, epochKey.expose());
    expect((await open(bare)).ok).toBe(false);
  });
});
