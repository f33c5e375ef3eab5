/**
 * Threat: what one organisation closes is closed in another one too. Somebody works in one organisation and may only read in another. A member of the other one knows the number of a case of the
 * first. The server is honest, and is put back to this morning.
 */
import {
  type AccountId,
  derivedDossier,
  deriveUnlock,
  type DossierId,
  foldCharter,
  idBytes,
  joinProof,
  linkKeys,
  readKit,
  signAct,
  type SpaceId,
  startGeneration,
  unwrap,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOfDay } from './days.ts';
import { readLink } from './links.ts';
import { Server } from './server.ts';
import { backUp } from '../../../worlds/devices/backup.ts';
import { Insider } from '../../../worlds/devices/insider.ts';
import {
  accountOf,
  type Device,
  expectOk,
  newCase,
  PASSPHRASE,
  read,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import { fetchTransport } from './transport.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function joinToo(device: Device, by: Device, role: 'viewer' | 'caseworker'): Promise<void> {
  const invited = expectOk(await by.vault.invite({ role, keyholder: false, days: 1 }));
  const link = readLink(invited.link);
  if (link === null) throw new Error('no link');
  const account = await accountOf(device);
  const unlock = await deriveUnlock(PASSPHRASE, unwrap(readKit(device.kit)));
  const server = new Server(fetchTransport(world.server.url), account.id, unlock.signIn, null, null);
  const keys = await linkKeys(link.secret, 'invitation');
  const space = idBytes(link.space);
  const charter = await server.call('invitations/read', { space, invite: idBytes(keys.id), from: 0 });
  if (!charter.ok) throw new Error(charter.code);
  const state = unwrap(await foldCharter(charter.value.acts));
  const proof = await joinProof(keys, state.space, account.public);
  const act = { type: 'join', invite: keys.id, member: account.public, proof } as const;
  const { entry } = unwrap(await signAct(state, account, act, startOfDay(Date.now())));
  const joined = await server.call('charter/append', { space, acts: [entry], wraps: [] });
  if (!joined.ok) throw new Error(joined.code);
}

describe.each(['a case', 'the roster'])('two organisations on one device: %s', (what) => {
  it('closes no case of the one because of a dossier that somebody began under its number in the other', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const first = await world.join(leyla, 'Elza');
    const bella = await world.found('Bella');
    await joinToo(first, bella, 'viewer');
    const elza = await world.reopen(first);
    expectOk(await elza.vault.findSpaces());
    const id = await newCase(leyla, 'a case of all');
    await settle(leyla, rena, bella, elza, bella, elza, leyla);
    expect(await read(elza, id, 'alias')).toBe('a case of all');
    const putBack = await backUp(world);
    const roster = await derivedDossier((await leyla.vault.status()).space as SpaceId, 'roster');
    const taken = what === 'a case' ? (id as DossierId) : roster;

    const insider = await Insider.behind(world, bella);
    const charter = await insider.charter();
    const keysOf = (account: string) => {
      const member = charter.members.get(account as AccountId);
      if (member === undefined) throw new Error('no member');
      return member;
    };
    const { bytes } = await startGeneration({
      space: insider.space,
      dossier: taken,
      epoch: charter.epoch.number,
      epochKey: await insider.epochKey(charter.epoch.number),
      author: insider.account,
      time: 0,
      restrictedTo: [keysOf(elza.account), keysOf(bella.account)],
      previous: null,
      open: false,
      view: await insider.view(),
    });
    const sent = await insider.server.call('entries/append', {
      space: idBytes(insider.space),
      generations: [bytes],
      entries: [],
    });
    await settle(elza);
    const untouched = expectOk(await elza.vault.dossier(id)).restricted;
    await putBack();
    await settle(leyla, elza, leyla, rena);
    // Nobody asked for anything to be closed. Elza writes a line.
    if (what !== 'a case')
      expectOk(
        await elza.vault.save({
          dossier: roster,
          changes: [set('profile', elza.account, { name: 'Elza N.' })],
        }),
      );
    await settle(elza);
    expectOk(
      await elza.vault.save({ dossier: id, changes: [set('case', id, { summary: 'Elza called her' })] }),
    );
    await settle(elza, leyla, rena, elza);
    expect(sent.ok).toBe(true);
    expect(untouched).toBe(false);
    expect(await read(leyla, id, 'summary')).toBe('Elza called her');
    expect(await read(rena, id, 'summary')).toBe('Elza called her');
    expect(expectOk(await elza.vault.dossier(id)).restricted).toBe(false);
    expect((await elza.vault.status()).sync).toMatchObject({ held: 0, waiting: 0, problem: null });
    const names = (await leyla.vault.members()).map(({ name }) => name);
    if (what !== 'a case') expect(names).toContain('Elza N.');
  });
});
