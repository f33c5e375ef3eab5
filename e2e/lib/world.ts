import type { Language } from '@dayaq/locale';
import { afterAll, afterEach, expect } from 'vitest';
import { Device, type Size } from './device.ts';
import { Server } from './server.ts';
import { photograph } from './photograph.ts';

/** One server and the browsers around it, cleared away after the journey. */
export interface World {
  server: Server;
  device(size: Size, language: Language): Promise<Device>;
}

/** Where devices come from. */
export type Devices = Pick<World, 'device'>;

/** Starts a world for the journeys of one file, and fails each that left an error in a page behind. */
export function aWorld(): { start(): Promise<World>; around(url: string): Devices } {
  const servers: Server[] = [];
  const devices: Device[] = [];
  afterEach(async (journey) => {
    if (journey.task.result?.state === 'fail') {
      for (const [index, device] of devices.entries())
        await photograph(device, `failed-${journey.task.name}-${index}`).catch(() => undefined);
    }
    const problems = devices.flatMap((device) => device.problems.splice(0));
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    for (const device of devices) await device.discard();
    for (const server of servers) await server.close();
  });
  const around = (url: string): Devices => ({
    async device(size, language) {
      const device = await Device.make({ url, size, language });
      devices.push(device);
      return device;
    },
  });
  return {
    async start() {
      const server = await Server.start();
      servers.push(server);
      return { server, ...around(server.url) };
    },
    /** Devices of a server that the journey started itself. */
    around,
  };
}
