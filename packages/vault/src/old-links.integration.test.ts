/** Threat: who holds a link that is over, or was removed, comes to a restored server first, and is in. Nothing here lies. */
import {
  type AccountId,
  concatBytes,
  deriveUnlock,
  foldCharter,
  idBytes,
  joinProof,
  kitWords,
  linkKeys,
  newAccountRoot,
  newDeviceSecret,
  openAccountKeys,
  sealRoot,
  signAct,
  unwrap,
} from '@dayaq/sealing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import { readLink } from './links.ts';
import { memoryKeep, openNodeVault } from './node/index.ts';
import { Server } from './server.ts';
import { backUp } from '../../../worlds/devices/backup.ts';
import { Insider } from '../../../worlds/devices/insider.ts';
import {
  cuttableTransport,
  type Device,
  expectOk,
  newCase,
  PASSPHRASE,
  read,
  settle,
  startWorld,
  unheard,
  type World,
} from '../../../worlds/devices/world.ts';
import { fetchTransport } from './transport.ts';

const DAY = 24 * 3_600_000;
let world: World;
const ahead = { ms: 0 };
beforeAll(async () => {
  world = await startWorld({ clock: () => Date.now() + ahead.ms });
});
beforeEach(() => {
  ahead.ms = 0;
});
afterAll(() => world.stop());

/** Somebody who found a link, with a program of their own. The day in the act by which they join is their word. */
async function stranger(link: string) {
  const found = readLink(link);
  if (found === null) throw new Error('no link');
  const transport = fetchTransport(world.server.url);
  const keys = await linkKeys(found.secret, 'invitation');
  const space = idBytes(found.space);
  const shown = await transport.call('invitations/read', { space, invite: idBytes(keys.id), from: 0 }, null);
  if (!shown.ok) throw new Error(shown.code);
  const state = unwrap(await foldCharter(shown.value.acts));
  const secret = newDeviceSecret();
  const unlock = await deriveUnlock(PASSPHRASE, secret);
  const root = newAccountRoot();
  const sealedRoot = await sealRoot(unlock, root);
  const account = await openAccountKeys(unlock.id, root);
  const proof = await joinProof(keys, state.space, account.public);
  const join = { type: 'join', invite: keys.id, member: account.public, proof } as const;
  const time = (state.invites.get(keys.id)?.expires ?? 0) - 1;
  const { entry } = unwrap(await signAct(state, account, join, time));
  const id = idBytes(account.id);
  const verifier = unlock.signIn.publicKey;
  const server = new Server(transport, account.id, unlock.signIn, null, null);
  const create = async (by: 'charter' | 'invitation') => {
    const signed = concatBytes(id, verifier, sealedRoot);
    const admission =
      by === 'charter'
        ? { by, space, join: entry, proof: await account.signing.sign('readmission', signed) }
        : { by, space, invite: idBytes(keys.id), proof: await keys.signing.sign('admission', id) };
    const made = await transport.call(
      'accounts/create',
      { account: id, verifier, sealedRoot, admission },
      null,
    );
    return made.ok ? 'ok' : made.code;
  };
  return { server, space, entry, create, kit: kitWords(secret) };
}

/** Tries both doors to the charter with one act. */
async function tryDoors(server: Server, space: Uint8Array, entry: Uint8Array) {
  const append = await server.call('charter/append', { space, acts: [entry], wraps: [] });
  const teach = await server.call('charter/teach', { space, acts: [entry] });
  return [append, teach].map((answer) => (answer.ok ? 'ok' : answer.code));
}

async function allIsWell(...devices: Device[]): Promise<void> {
  for (const { vault } of devices)
    expect((await vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
}

async function teamSize({ vault }: Device): Promise<number> {
  return (await vault.members()).filter(({ removed }) => !removed).length;
}

describe('a link that has run out', () => {
  it('makes no account and opens nothing, though the server was put back once and nothing was lost', async () => {
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar');
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    await settle(leyla, nigar);
    const early = await stranger(link);
    ahead.ms = 30 * DAY;
    // Also where there never was a restore: the time in an act is its author's word.
    expect(await early.create('charter')).toBe('not-allowed');
    ahead.ms = 0;
    await (await backUp(world))();
    await settle(leyla, nigar, leyla, nigar);
    await newCase(nigar, 'after the restore');
    await settle(nigar, leyla);
    const late = await stranger(link);
    ahead.ms = 30 * DAY;
    await settle(leyla, nigar);
    expect(await late.create('invitation')).toBe('invitation-expired');
    expect(await late.create('charter')).toBe('not-allowed');
    // With an account from when the link was open, the charter is closed to them all the same.
    ahead.ms = 0;
    expect(await late.create('invitation')).toBe('ok');
    ahead.ms = 30 * DAY;
    await settle(leyla, nigar);
    expect(await tryDoors(late.server, late.space, late.entry)).toEqual([
      'invitation-expired',
      'invitation-expired',
    ]);
    await settle(leyla, nigar);
    expect(await teamSize(leyla)).toBe(2);
    await allIsWell(leyla, nigar);
  });
});

describe('a restored server to which nobody came yet who holds the keys', () => {
  it('lets nobody in with a link that was withdrawn after the backup, and parts no organisation for them', async () => {
    const away = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: unheard(away) });
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: unheard(away) });
    const { link } = expectOk(await leyla.vault.invite({ role: 'viewer', keyholder: false, days: 9 }));
    await newCase(leyla, 'a case');
    await settle(leyla, nigar);
    const putBack = await backUp(world);
    const open = (await leyla.vault.invitations()).find(({ state }) => state === 'open');
    expectOk(await leyla.vault.revokeInvitation(open?.invite as string));
    await settle(leyla, nigar);
    away.cut = true;
    await putBack();
    const late = await stranger(link);
    expect(await late.create('invitation')).toBe('ok');
    expect(await tryDoors(late.server, late.space, late.entry)).toEqual(['team-unsettled', 'team-unsettled']);
    away.cut = false;
    await newCase(nigar, 'written meanwhile');
    await settle(leyla, nigar, leyla, nigar);
    await allIsWell(leyla, nigar);
    expect(await teamSize(nigar)).toBe(2);
  });

  it('lets nobody in while the device of one who holds the keys is signed in and has not told it yet that the link was withdrawn', async () => {
    const away = cuttableTransport(world.server.url);
    const slow = { isCut: false };
    const cutOff = { ok: false, failure: { code: 'offline' }, code: 'offline' } as const;
    const untold: Transport = {
      ...away,
      call: (route, request, token) =>
        slow.isCut && route === 'charter/teach' ? Promise.resolve(cutOff) : away.call(route, request, token),
    };
    const leyla = await world.found('Leyla', { transport: unheard(untold) });
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: unheard(away) });
    const { link } = expectOk(await leyla.vault.invite({ role: 'viewer', keyholder: false, days: 9 }));
    await newCase(leyla, 'where she lives');
    await settle(leyla, nigar);
    const putBack = await backUp(world);
    const open = (await leyla.vault.invitations()).find(({ state }) => state === 'open');
    expectOk(await leyla.vault.revokeInvitation(open?.invite as string));
    await settle(leyla, nigar);
    away.cut = true;
    await putBack();
    const late = await stranger(link);
    expect(await late.create('invitation')).toBe('ok');
    away.cut = false;
    slow.isCut = true;
    // Over a network that breaks off she is signed in, and her device has said nothing of the link.
    await leyla.vault.syncNow();
    const { rows } = await world.server.data.db.pool.query('select from sessions where account_id = $1', [
      Buffer.from(idBytes(leyla.account as AccountId)),
    ]);
    expect(rows).not.toEqual([]);
    expect(await tryDoors(late.server, late.space, late.entry)).toEqual(['team-unsettled', 'team-unsettled']);
    slow.isCut = false;
    await settle(leyla, nigar, leyla, nigar);
    expect(await tryDoors(late.server, late.space, late.entry)).not.toContain('ok');
    expect(await teamSize(nigar)).toBe(2);
    await allIsWell(leyla, nigar);
    // Whoever is let in waits for nobody any more.
    const rena = await world.join(leyla, 'Rena');
    await settle(leyla, nigar, rena);
    expect(await teamSize(nigar)).toBe(3);
  });

  it('lets somebody in again once a new device of one who holds the keys has said that it knows of nothing more', async () => {
    const away = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: unheard(away) });
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: unheard(away) });
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 9 }));
    await settle(leyla, nigar);
    away.cut = true;
    await (await backUp(world))();
    const refused = await openNodeVault(world.server.url, { keep: memoryKeep() });
    expect(await refused.join({ link, passphrase: PASSPHRASE, name: 'Rena' })).toMatchObject({
      failure: { code: 'team-unsettled' },
    });
    const anew = await world.restored(leyla);
    await settle(anew);
    const rena = await world.newcomer(link, 'Rena');
    away.cut = false;
    await settle(leyla, anew, nigar, rena, leyla, nigar);
    expect(await teamSize(nigar)).toBe(3);
    await allIsWell(leyla, anew, nigar, rena);
  });

  it('lets nobody in with a link that was used after the backup, though a colleague comes who has not heard of it', async () => {
    const away = cuttableTransport(world.server.url);
    const network = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: unheard(away) });
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: unheard(network) });
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 9 }));
    const id = await newCase(leyla, 'where she lives');
    await settle(leyla, nigar, leyla);
    const putBack = await backUp(world);
    network.cut = true;
    const rena = await world.newcomer(link, 'Rena');
    await settle(leyla, rena);
    await rena.vault.lock();
    away.cut = true;
    await putBack();
    const late = await stranger(link);
    expect(await late.create('invitation')).toBe('ok');
    expect(await tryDoors(late.server, late.space, late.entry)).toEqual(['team-unsettled', 'team-unsettled']);
    network.cut = false;
    await settle(nigar, nigar);
    const reader = await world.restored({ ...leyla, kit: late.kit });
    await settle(reader, nigar, reader);
    expect(await read(reader, id, 'alias')).toBeUndefined();
    // Who holds the keys knows whose link it was, and the team is what it was.
    away.cut = false;
    await settle(leyla, nigar, leyla, nigar);
    await allIsWell(leyla, nigar);
    expect(await teamSize(nigar)).toBe(3);
    expect(await tryDoors(late.server, late.space, late.entry)).not.toContain('ok');
  });

  it('is parted by nobody who was removed after the backup and says that they left', async () => {
    const away = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: unheard(away) });
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: unheard(away) });
    const murad = await world.join(leyla, 'Murad', 'viewer', { transport: unheard(away) });
    await newCase(leyla, 'a case');
    await settle(leyla, nigar, murad);
    const insider = await Insider.behind(world, murad);
    const place = await insider.place();
    const before = await insider.charter();
    const putBack = await backUp(world);
    expectOk(await leyla.vault.removeMember(murad.account));
    await settle(leyla, nigar, leyla);
    away.cut = true;
    await putBack();
    const leave = { type: 'remove', account: insider.account.id } as const;
    const { entry } = unwrap(await signAct(before, insider.account, leave, Date.now(), place));
    const doors = await tryDoors(insider.server, idBytes(insider.space), entry);
    expect(doors).toEqual(['team-unsettled', 'team-unsettled']);
    away.cut = false;
    await newCase(nigar, 'written meanwhile');
    await settle(leyla, nigar, leyla, nigar);
    await allIsWell(leyla, nigar);
  });
});
