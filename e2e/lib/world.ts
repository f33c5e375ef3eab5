import type { Language } from '@dayaq/locale';
import { afterAll, afterEach, expect } from 'vitest';
import { type Browser, Device, type Size } from './device.ts';
import { Server } from './server.ts';
import { photograph } from './photograph.ts';

/** One server and the browsers around it, cleared away after the journey. */
export interface World {
  server: Server;
  device(size: Size, language: Language): Promise<Device>;
}

/** Where devices come from. */
export type Devices = Pick<World, 'device'>;

/** What is to be ended again. */
interface Started {
  servers: Server[];
  devices: Device[];
}

async function end(started: Started): Promise<void> {
  await Promise.all(started.devices.splice(0).map((device) => device.discard()));
  for (const server of started.servers.splice(0)) await server.close();
}

/**
 * Starts worlds for the journeys of one file, and fails each that left an error in a page behind. What a journey started
 * ends with it: browsers of journeys that are over would slow down those that follow. What was started before the first
 * journey is there for all of them.
 * @param browser `whole` for journeys about what a browser does around a page: how it ends, comes back, or is left
 */
export function aWorld(browser: Browser = 'headless'): {
  start(): Promise<World>;
  around(url: string): Devices;
} {
  const shared: Started = { servers: [], devices: [] };
  const own: Started = { servers: [], devices: [] };
  const here = (): Started => (expect.getState().currentTestName === undefined ? shared : own);
  afterEach(async (journey) => {
    const devices = [...shared.devices, ...own.devices];
    if (journey.task.result?.state === 'fail') {
      for (const [index, device] of devices.entries())
        await photograph(device, `failed-${journey.task.name}-${index}`).catch(() => undefined);
    }
    const problems = devices.flatMap((device) => device.problems.splice(0));
    await end(own);
    expect(problems).toEqual([]);
  });
  afterAll(() => end(shared));
  const around = (url: string): Devices => ({
    async device(size, language) {
      const device = await Device.make({ url, size, language, browser });
      here().devices.push(device);
      return device;
    },
  });
  return {
    async start() {
      const server = await Server.start();
      here().servers.push(server);
      return { server, ...around(server.url) };
    },
    /** Devices of a server that the journey started itself. */
    around,
  };
}
