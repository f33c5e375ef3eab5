import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lyingTransport, newCase, startWorld, type World } from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('the same Dayaq under another name', () => {
  it('is gone on with where it knows all that is here, and that is said', async () => {
    const lie = { on: false };
    const transport = lyingTransport(world.server.url, (route, _request, answer) =>
      lie.on && route === 'server/hello'
        ? { ...(answer as object), server: new Uint8Array(16).fill(9) }
        : answer,
    );
    const device = await world.found('Zaur', { transport });
    await device.vault.syncNow();
    expect((await device.vault.status()).serverChanged).toBe(false);
    await device.vault.lock();
    lie.on = true;
    const again = await world.reopen(device, { transport });
    await again.vault.syncNow();
    await newCase(again, 'goes on');
    await again.vault.syncNow();
    expect(await again.vault.status()).toMatchObject({
      serverChanged: true,
      sync: { problem: null, waiting: 0 },
    });
  });
});
