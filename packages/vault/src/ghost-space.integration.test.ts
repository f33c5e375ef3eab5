import type { LogItem } from '@dayaq/protocol';
import {
  type Account,
  accountId,
  createCharter,
  currentMembers,
  type DossierId,
  foldCharter,
  type GenerationHeader,
  idBytes,
  idText,
  joinProof,
  linkKeys,
  newAccountRoot,
  newDeviceSecret,
  newEpochKey,
  newLinkSecret,
  openAccountKeys,
  readGeneration,
  signAct,
  type SpaceId,
  startGeneration,
  unwrap,
  wrapEpochKey,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import {
  aliases,
  expectOk,
  lastingDatabase,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const someone = async () => openAccountKeys(await accountId(newDeviceSecret()), newAccountRoot());

/** An organisation of the server's own, which names every member of a true one by number and true encryption key. */
async function inventSpace(acts: readonly Uint8Array[], sortsBelow: string) {
  const real = unwrap(await foldCharter(acts));
  const ghost = await someone();
  for (;;) {
    const key = newEpochKey();
    const founded = await createCharter({ founder: ghost, role: 'coordinator', epochKey: key, time: 0 });
    if (founded.state.space > sortsBelow) continue;
    const chain = [founded.entry];
    let at = founded.state;
    const people = currentMembers(real);
    const fakes = new Map<string, Account>();
    for (const { account, encKey } of people) {
      const link = await linkKeys(newLinkSecret(), 'invitation');
      const invite = {
        type: 'invite',
        invite: link.id,
        verifier: link.verifier,
        role: 'coordinator',
        keyholder: false,
        expires: 1e10,
        sealed: new Uint8Array(),
      } as const;
      const invited = unwrap(await signAct(at, ghost, invite, 0));
      const fake = await someone();
      const member = { account, signKey: fake.public.signKey, encKey };
      const asVictim: Account = { ...fake, id: account, public: member };
      fakes.set(account, asVictim);
      const proof = await joinProof(link, invited.state.space, member);
      const join = { type: 'join', invite: link.id, member, proof } as const;
      const joined = unwrap(await signAct(invited.state, asVictim, join, 0));
      chain.push(invited.entry, joined.entry);
      at = joined.state;
    }
    return { ghost, key, chain, space: at.space, people, fakes };
  }
}

describe('a server that invents an organisation', () => {
  it('which names a member and her colleagues gets it onto no device, and reads nothing', async () => {
    const lie: { forge: Forge | null } = { forge: null };
    const parts = {
      transport: hostileTransport(world.server.url, lie),
      database: await lastingDatabase(world),
    };
    const leyla = await world.found('Leyla', parts);
    const rena = await world.join(leyla, 'Rena');
    const open = await newCase(leyla, 'existing case');
    const closed = await newCase(leyla, 'restricted case', []);
    await settle(leyla, rena, leyla);
    const space = (await leyla.vault.status()).space as SpaceId;

    const { rows } = await world.server.data.db.pool.query<{ kind: number; body: Uint8Array }>(
      'select kind, body from log where space_id = $1 order by position',
      [Buffer.from(idBytes(space))],
    );
    const invented = await inventSpace(
      rows.filter((row) => row.kind === 0).map((row) => new Uint8Array(row.body)),
      space,
    );
    const newest = new Map<DossierId, GenerationHeader>();
    for (const row of rows.filter(({ kind }) => kind === 1)) {
      const header = unwrap(await readGeneration(new Uint8Array(row.body)));
      newest.set(header.dossier, header);
    }
    const headers: LogItem[] = [];
    for (const previous of newest.values()) {
      const readers = previous.grants.flatMap((grant) => (grant.to === 'account' ? [grant.account] : []));
      const started = await startGeneration({
        space: invented.space,
        dossier: previous.dossier,
        epoch: previous.epoch,
        epochKey: invented.key,
        time: 0,
        author: invented.fakes.get(readers[0] ?? '') ?? invented.ghost,
        restrictedTo: previous.restricted
          ? invented.people.filter(({ account }) => readers.includes(account))
          : null,
        previous: { header: previous, key: newEpochKey() },
        view: previous.view,
      });
      headers.push({
        t: 'generation',
        p: invented.chain.length + headers.length + 1,
        dossier: idBytes(previous.dossier),
        header: started.bytes,
      });
    }
    let asked = 0;
    let appended = 0;
    lie.forge = async (route, request, pass) => {
      const isInvented =
        request['space'] !== undefined && idText(request['space'] as Uint8Array) === invented.space;
      if (route === 'spaces/list') {
        const answer = await pass();
        const own = (answer?.['spaces'] ?? []) as unknown[];
        return { spaces: [...own, { space: idBytes(invented.space), position: 9 }] };
      }
      if (!isInvented) return undefined;
      asked++;
      if (route === 'charter/read')
        return { acts: invented.chain.slice(request['from'] as number), more: false };
      if (route === 'epochs/read') {
        const victim = invented.people.find(({ account }) => account === leyla.account);
        if (victim === undefined) throw new Error('she is a member');
        const view = { place: null, charter: new Uint8Array(32), peer: null };
        const wrap = await wrapEpochKey(invented.key, 1, invented.space, victim, view);
        return { wraps: [{ epoch: 1, by: idBytes(invented.ghost.id), wrap }] };
      }
      if (route === 'entries/append') appended++;
      if (route === 'entries/pull')
        return { log: new Uint8Array(16), former: [], at: null, items: headers, position: 99, more: false };
      return { position: 10_000 };
    };

    for (let unlocking = 0; unlocking < 2; unlocking++) {
      await leyla.vault.lock();
      const again = await world.reopen(leyla, parts);
      await again.vault.syncNow();
      for (const [dossier, words] of [
        [open, 'She hides at 5 Nizami St'],
        [closed, 'The officer is Captain N.'],
      ] as const)
        expectOk(await again.vault.save({ dossier, changes: [set('case', dossier, { summary: words })] }));
      await again.vault.syncNow();
      const status = await again.vault.status();
      expect(status.space).toBe(space);
      expect(status.spaces.map(({ id }) => id)).toEqual([space]);
      expect(status.sync).toMatchObject({ problem: null, waiting: 0 });
      // Asked for by the person herself, it does not come either, and the lie is said.
      const found = await again.vault.findSpaces();
      expect(found).toMatchObject({ ok: false, failure: { code: 'server-lies' } });
      expect((await again.vault.status()).spaces.map(({ id }) => id)).toEqual([space]);
      leyla.vault = again.vault;
    }
    expect(asked).toBeGreaterThan(0);
    expect(appended).toBe(0);
    await settle(rena);
    expect(await aliases(rena)).toEqual(['existing case']);
  });

  it('whose charter she never signed is not hers on a new device either', async () => {
    const leyla = await world.found('Leyla');
    const lie: { forge: Forge | null } = { forge: null };
    const space = (await leyla.vault.status()).space as SpaceId;
    const { rows } = await world.server.data.db.pool.query<{ body: Uint8Array }>(
      'select body from log where space_id = $1 and kind = 0 order by position',
      [Buffer.from(idBytes(space))],
    );
    const invented = await inventSpace(
      rows.map((row) => new Uint8Array(row.body)),
      '~',
    );
    lie.forge = async (route, request, pass) => {
      if (route === 'spaces/list') {
        const answer = await pass();
        const own = (answer?.['spaces'] ?? []) as unknown[];
        return { spaces: [{ space: idBytes(invented.space), position: 9 }, ...own] };
      }
      const of = request['space'];
      if (route !== 'charter/read' || !(of instanceof Uint8Array) || idText(of) !== invented.space)
        return undefined;
      return { acts: invented.chain.slice(request['from'] as number), more: false };
    };
    const device = await world.restored(leyla, { transport: hostileTransport(world.server.url, lie) });
    await device.vault.syncNow();
    expect((await device.vault.status()).spaces.map(({ id }) => id)).toEqual([space]);
  });
});
