import { describe, expect, it } from 'vitest';
import { DAY, found, admit, invite, join, person, remove, type Space, START } from '../test/people.ts';
import { type Account, type CharterAct, type InviteId, joinProof, newId, signAct, unwrap } from './index.ts';

const [founder, mallory, fresh] = (await Promise.all(['Leyla', 'Mallory', 'New volunteer'].map(person))) as [
  Account,
  Account,
  Account,
];
const notAllowed = { ok: false, error: { code: 'not-allowed' } };

async function act(space: Space, by: Account, what: CharterAct): Promise<void> {
  const signed = unwrap(await signAct(space.state, by, what, START + 4));
  space.entries.push(signed.entry);
  space.state = signed.state;
}

async function joining(space: Space, link: Awaited<ReturnType<typeof invite>>) {
  const proof = await joinProof(link, space.state.space, fresh.public);
  const what = { type: 'join', invite: link.id, member: fresh.public, proof } as const;
  return signAct(space.state, fresh, what, START + 5);
}

/** A keyholder who made a link that nobody has used. */
async function withLink() {
  const space = await found(founder);
  await admit(space, mallory, { keyholder: true });
  const link = await invite(space, 'kept in a drawer', { by: mallory, keyholder: true });
  return { space, link };
}

describe('a link that a keyholder made', () => {
  it('lets somebody in while they hold the keys', async () => {
    const { space, link } = await withLink();
    await join(space, link, fresh);
    expect(space.state.members.get(fresh.id)?.keyholder).toBe(true);
  });

  it('lets nobody in after they were removed', async () => {
    const { space, link } = await withLink();
    await remove(space, mallory);
    expect(await joining(space, link)).toMatchObject(notAllowed);
    expect(space.state.invites.get(link.id)?.revoked).toBe(true);
  });

  it('lets nobody in after they left, or stopped holding the keys, even if they are given them back', async () => {
    const left = await withLink();
    await remove(left.space, mallory, mallory);
    expect(await joining(left.space, left.link)).toMatchObject(notAllowed);

    const { space, link } = await withLink();
    const role = { type: 'role', account: mallory.id, role: 'coordinator' } as const;
    await act(space, founder, { ...role, keyholder: false });
    expect(await joining(space, link)).toMatchObject(notAllowed);
    await act(space, founder, { ...role, keyholder: true });
    expect(await joining(space, link)).toMatchObject(notAllowed);
  });

  it('goes on when their role changes and the keys stay, and when another one leaves', async () => {
    const { space, link } = await withLink();
    await act(space, founder, { type: 'role', account: mallory.id, role: 'viewer', keyholder: true });
    await admit(space, await person('Another'));
    await remove(space, await person('Another'));
    expect((await joining(space, link)).ok).toBe(true);
  });

  it('says afterwards who came in by it', async () => {
    const { space, link } = await withLink();
    await join(space, link, fresh);
    await remove(space, mallory);
    expect(space.state.invites.get(link.id)).toMatchObject({ usedBy: fresh.id, revoked: false });
  });
});

describe('times that no calendar holds', () => {
  const inviting = async (expires: number, time = START + 1) => {
    const space = await found(founder);
    const { id } = await invite(space, 'a');
    const known = space.state.invites.get(id);
    if (known === undefined) throw new Error('no invitation');
    const { verifier, sealed } = known;
    const what = {
      type: 'invite',
      invite: newId<InviteId>(),
      verifier,
      role: 'viewer',
      keyholder: false,
    } as const;
    return signAct(space.state, founder, { ...what, expires, sealed }, time);
  };

  it('end no invitation', async () => {
    expect((await inviting(START + 1 + 400 * DAY)).ok).toBe(true);
    expect(await inviting(START + 2 + 400 * DAY)).toMatchObject(notAllowed);
    for (const never of [Date.UTC(2200, 0, 1), 8.64e15 + 1, Number.MAX_SAFE_INTEGER])
      expect(await inviting(never)).toMatchObject({ ok: false, error: { code: 'malformed' } });
  });

  it('date no act', async () => {
    const late = Date.UTC(2200, 0, 1);
    expect(await inviting(late - 1, late - DAY)).toMatchObject({ ok: true });
    expect(await inviting(late - 1, late)).toMatchObject({ ok: false, error: { code: 'malformed' } });
  });
});
