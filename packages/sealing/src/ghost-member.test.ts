/** Threat: the server, which stores and serves the charter, adds a reader of its own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { admit, found, invite, join, person, type Space, START } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  extendCharter,
  foldCharter,
  joinProof,
  linkKeys,
  newLinkSecret,
  readCharterEntry,
  rotateAct,
  signAct,
  unwrap,
} from './index.ts';
import { encodeCharterBody, encodeCharterEntry } from './charter-encoding.ts';

describe('a server that wants to be a member', () => {
  let founder: Account;
  let ghost: Account;
  let space: Space;
  beforeAll(async () => {
    founder = await person('founder');
    ghost = await person('ghost');
    space = await found(founder);
    await admit(space, await person('second'));
  });

  it('cannot write an invitation of its own', async () => {
    const link = await linkKeys(newLinkSecret(seeded('ghost')), 'invitation');
    const act = {
      type: 'invite',
      invite: link.id,
      verifier: link.verifier,
      role: 'viewer',
      keyholder: false,
      expires: START + 1e9,
      sealed: new Uint8Array(0),
    } as const;
    expect(await signAct(space.state, ghost, act, START)).toMatchObject({ error: { code: 'not-allowed' } });
    const body = encodeCharterBody({
      space: space.state.space,
      seq: space.state.seq + 1,
      prev: space.state.head,
      time: START,
      author: founder.id,
      place: null,
      act,
    });
    const forged = encodeCharterEntry(body, await ghost.signing.sign('charter', body));
    expect(await extendCharter(space.state, forged)).toMatchObject({ error: { code: 'bad-signature' } });
  });

  it('cannot join by an invitation whose link it never had', async () => {
    const invited = await found(founder, 'invited');
    const link = await invite(invited, 'someone');
    const guessed = await linkKeys(newLinkSecret(seeded('ghost')), 'invitation');
    const proof = await joinProof(
      { id: link.id, signing: guessed.signing },
      invited.state.space,
      ghost.public,
    );
    const act = { type: 'join', invite: link.id, member: ghost.public, proof } as const;
    expect(await signAct(invited.state, ghost, act, START)).toMatchObject({
      error: { code: 'bad-signature' },
    });
  });

  it('cannot use for itself the proof that it saw someone else give', async () => {
    const invited = await found(founder, 'invited');
    const link = await invite(invited, 'someone');
    const before = invited.state;
    await join(invited, link, await person('second'));
    const { act } = unwrap(readCharterEntry(invited.entries.at(-1) as Uint8Array));
    if (act.type !== 'join') throw new Error('the last entry is a join');
    const stolen = { ...act, member: ghost.public };
    expect(await signAct(before, ghost, stolen, START)).toMatchObject({ error: { code: 'bad-signature' } });
  });

  it('cannot start an epoch that includes it', async () => {
    expect((await rotateAct(space.state, ghost, space.epochKey, START)).ok).toBe(false);
  });

  it('cannot pass off a whole charter of its own as this space', async () => {
    const own = await found(ghost, 'own');
    await admit(own, founder);
    const folded = unwrap(await foldCharter(own.entries));
    expect(folded.space).not.toBe(space.state.space);
  });
});
