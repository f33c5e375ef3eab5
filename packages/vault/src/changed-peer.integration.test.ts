import { idBytes, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acquaint,
  type Device,
  expectOk,
  handOver,
  lyingTransport,
  read,
  set,
  settle,
  shared,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const NOBODY = { spaces: [], accounts: [] };

/** Ana on a device whose server begins to lie about Bahar's charter when `twist` is set. */
async function lied(twist: ((acts: Uint8Array[]) => Uint8Array[]) | null = null): Promise<{
  ana: Device;
  bahar: Device;
  lie: { twist: ((acts: Uint8Array[]) => Uint8Array[]) | null };
}> {
  const ana = await world.found('Ana');
  const bahar = await world.found('Bahar');
  await acquaint(ana, bahar);
  const peer = Buffer.from(idBytes((await spaceOfDevice(bahar)) as SpaceId));
  const lie = { twist };
  const transport = lyingTransport(world.server.url, (route, request, answer) => {
    if (route !== 'charter/read' || lie.twist === null) return answer;
    if (!peer.equals((request as { space: Uint8Array }).space)) return answer;
    const page = answer as { acts: Uint8Array[] };
    return { ...page, acts: lie.twist(page.acts) };
  });
  return { ana: await world.reopen(ana, { transport }), bahar, lie };
}

const bent = (acts: Uint8Array[]) =>
  acts.map((act) => act.map((byte, i) => (i === act.length - 1 ? byte ^ 1 : byte)));

describe('another organisation whose charter does not follow from the introduction', () => {
  it('is sent nothing, which is said, until it follows again', async () => {
    const { ana, bahar, lie } = await lied();
    await settle(ana);
    const id = await handOver(ana, bahar, { words: 'first' }, NOBODY);
    await settle(ana, bahar);
    expect(await read(bahar, id, 'words')).toBe('first');

    lie.twist = bent;
    await world.join(bahar, 'Elza');
    await settle(ana);
    expect((await ana.vault.peers())[0]?.trust).toBe('changed');
    const dossier = await ana.vault.newId();
    const to = await spaceOfDevice(bahar);
    const changes = [set('handover', dossier, { words: 'second' })];
    expect(await ana.vault.share({ dossier, to, changes, barred: NOBODY })).toMatchObject({
      ok: false,
      failure: { code: 'peer-changed' },
    });
    expectOk(await ana.vault.save({ dossier: id, changes: [set('handover', id, { words: 'held back' })] }));
    await settle(ana, bahar);
    expect(await read(bahar, id, 'words')).toBe('first');
    expect(await shared(ana, id)).toMatchObject({ unsent: true });
    expect((await ana.vault.status()).sync.problem).toBeNull();

    lie.twist = null;
    await settle(ana, bahar);
    expect((await ana.vault.peers())[0]?.trust).toBe('ready');
    expect(await read(bahar, id, 'words')).toBe('held back');
  });

  it('is not taken for itself when the server shows another one in its place', async () => {
    const other = await world.found('Somebody else');
    const acts: Uint8Array[] = [];
    const listening = await world.reopen(other, {
      transport: lyingTransport(world.server.url, (route, _request, answer) => {
        if (route === 'charter/read') acts.push(...(answer as { acts: Uint8Array[] }).acts);
        return answer;
      }),
    });
    await settle(listening);
    expect(acts.length).toBeGreaterThan(0);
    const { ana, bahar } = await lied(() => acts);
    await settle(ana);
    expect((await ana.vault.peers())[0]?.trust).toBe('changed');
    const dossier = await ana.vault.newId();
    const to = await spaceOfDevice(bahar);
    const changes = [set('handover', dossier, { words: 'x' })];
    expect(await ana.vault.share({ dossier, to, changes, barred: NOBODY })).toMatchObject({ ok: false });
  });

  it('can be taken leave of even then', async () => {
    const { ana, bahar, lie } = await lied();
    await settle(ana);
    const id = await handOver(ana, bahar, { words: 'first' }, NOBODY);
    await settle(ana, bahar);
    lie.twist = bent;
    await world.join(bahar, 'Elza');
    await settle(ana);
    expectOk(await ana.vault.save({ dossier: id, changes: [set('handover', id, { revoked: 1 })] }));
    expectOk(await ana.vault.endShare({ dossier: id }));
    await settle(ana, bahar);
    expect(await shared(ana, id)).toMatchObject({ state: 'ended', unsent: false });
    expect(await read(bahar, id, 'words')).toBeUndefined();
  });
});
