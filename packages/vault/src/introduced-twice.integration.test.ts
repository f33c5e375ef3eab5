import { encodeCanonical, idBytes, signAct, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
  expectOk,
  handOver,
  read,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.stop());

describe('a keyholder who introduces a known organisation once more, with keys that are not theirs', () => {
  it('is refused, and sharing goes on', async () => {
    const ana = await world.found('Ana');
    const mallory = await world.join(ana, 'Mallory');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    expectOk(await ana.vault.setRole({ account: mallory.account, role: 'coordinator', keyholder: true }));
    await settle(ana, mallory, bahar);
    const peer = (await spaceOfDevice(bahar)) as SpaceId;
    const evil = await Insider.behind(world, mallory);
    const state = await evil.charter();
    const known = state.peers.get(peer);
    if (known === undefined) throw new Error('not introduced');
    const { place } = await evil.view();
    const sealed = encodeCanonical([1, new Uint8Array(40)]);
    const head = crypto.getRandomValues(new Uint8Array(32));
    const act = { type: 'introduce', peer, head, dropKey: known.dropKey, sealed } as const;
    expect((await signAct(state, evil.account, act, 0, place)).ok).toBe(false);

    // A program of their own signs it all the same: as if nobody had been introduced.
    const forgetful = { ...state, peers: new Map() };
    const signed = await signAct(forgetful, evil.account, act, 0, place);
    if (!signed.ok) throw new Error(signed.error.message);
    const body = { space: idBytes(evil.space), acts: [signed.value.entry], wraps: [] };
    expect(await evil.server.call('charter/append', body)).toMatchObject({ ok: false });

    const { link } = expectOk(await bahar.vault.introduce());
    expect(await ana.vault.acceptIntroduction(link)).toMatchObject({ failure: { code: 'already-here' } });
    const id = await handOver(ana, bahar, { needWords: 'a bed' });
    await settle(ana, bahar);
    expect(await read(bahar, id, 'needWords')).toBe('a bed');
    expect((await ana.vault.peers())[0]?.trust).toBe('ready');
  }, 240_000);
});
