import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@dayaq/server';
import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MESSAGE } from '../apps/server/src/push/deliver.ts';
import { dataFolder } from '../apps/server/src/testing/ready-data.ts';
import { aWholeLook } from '../apps/server/src/testing/look.ts';
import {
  type Browser,
  type PushService,
  readVapid,
  startPushService,
} from '../apps/server/src/testing/push-service.ts';
import { until } from '../apps/server/src/testing/until.ts';
import { found, type Keys, unlock } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { saveIntake, startIntake, tellAll } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { receivePushesAt } from './lib/push.ts';
import { aColleague } from './lib/team.ts';
import { aWorld, type Devices } from './lib/world.ts';

const QUARTER = 900_000;
const HOUR = 3_600_000;
const PAGES = process.env['DAYAQ_PAGES'] ?? join(import.meta.dirname, '..', 'apps', 'workspace', 'dist');

/** How far the server's clock is ahead: nobody waits a day for a test. The devices' clocks stay as they are. */
let ahead = 0;
let server: RunningServer;
let folder: string;
let maker: PushService;
let nigar: Device;
let nigarKeys: Keys;
let alice: Device;
let aliceKeys: Keys;
/** What the browser's maker holds for each device, by its language. */
const browsers = new Map<string, Browser>();

const world = aWorld('whole');

beforeAll(async () => {
  maker = await startPushService();
  folder = await dataFolder('dayaq-e2e-reminders-');
  server = await startServer({
    dataDir: folder,
    workspaceDir: PAGES,
    clock: () => Date.now() + ahead,
    reminders: { loopback: true, every: 100 },
  });
  const around: Devices = {
    async device(size, language) {
      const device = await world.around(server.url).device(size, language);
      browsers.set(language, await receivePushesAt(device, maker, `/to/${language}`));
      return device;
    },
  };
  nigar = await around.device('laptop', 'az');
  nigarKeys = await found(nigar, (await server.foundingLink()) ?? '', {
    organisation: 'Dayaq sınağı',
    name: 'Nigar',
  });
  ({ device: alice, keys: aliceKeys } = await aColleague(around, nigar, 'en'));
});
afterAll(async () => {
  await server?.stop();
  await maker?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** The server has looked for what is due, and sent it: what has not come by then does not come. */
const settled = (): Promise<void> => aWholeLook(server);
const came = (path: string): number => maker.received.filter((message) => message.path === path).length;

/** Turns reminders on in the settings, where it says who passes them on. */
async function turnOn(device: Device): Promise<void> {
  const { page, words } = device;
  await go(device, 'settings');
  await page.getByText(words.t('reminders.push.relay')).waitFor();
  await page.getByText(words.t('reminders.push.isOff'), { exact: true }).waitFor();
  await page.getByRole('button', { name: words.t('reminders.push.turnOn'), exact: true }).click();
  await page.locator('#reminders').getByText(words.t('reminders.push.isOn'), { exact: true }).waitFor();
}

describe('a danger that nobody answers while every app is closed', () => {
  test('reaches one person and then the next, by messages that hold nothing', async () => {
    await turnOn(nigar);
    await turnOn(alice);
    await startIntake(alice);
    await tellAll(alice, {
      client: { alias: 'Zeinab' },
      types: [],
      words: 'He said that he would find her.',
      act: {},
      perpetrators: [],
      danger: 'high',
      consents: {},
    });
    await saveIntake(alice);
    await timersAreSet();
    expect(maker.received).toEqual([]);
    await nigar.close();
    await alice.close();

    ahead += QUARTER;
    await maker.wait('/to/en', 1);
    await settled();
    expect(came('/to/az')).toBe(0);
    ahead += 24 * HOUR;
    await maker.wait('/to/az', 1);
    await settled();
    expect([came('/to/en'), came('/to/az')]).toEqual([1, 1]);

    for (const [language, browser] of browsers) {
      const message = maker.received.find(({ path }) => path === `/to/${language}`);
      if (message === undefined) throw new Error('no message');
      expect(browser.open(message)).toEqual(MESSAGE);
      expect(readVapid(message).claims).toMatchObject({ aud: maker.origin });
    }
  });

  test('is taken by the one whom it reached, and then wakes nobody who has heard of that until their time is over', async () => {
    await nigar.open();
    await nigar.goto('/');
    await unlock(nigar, nigarKeys.passphrase);
    await go(nigar, 'today');
    // This browser has forgotten what it was asked, as browsers do: whoever relies on it is told.
    await nigar.page.getByText(nigar.words.t('reminders.stopped.text')).waitFor();
    const take = nigar.page.getByRole('button', { name: nigar.words.t('today.danger.take') });
    await take.click();
    await nigar.page.getByText(nigar.words.t('today.danger.takenTitle')).waitFor();
    await take.waitFor({ state: 'detached' });
    // What Alice's device set stands for her until it hears of it: nobody takes back what another is to be told.
    await alice.open();
    await alice.goto('/');
    await unlock(alice, aliceKeys.passphrase);
    await go(alice, 'today');
    await alice.page.getByText(alice.words.t('today.danger.takenTitle')).waitFor();
    await firstTimerIsAfter(Date.now() + 47 * HOUR);
    await nigar.close();
    await alice.close();
    // Both would have been told again by now.
    ahead += 16 * HOUR;
    await settled();
    expect([came('/to/en'), came('/to/az')]).toEqual([1, 1]);
    ahead += 24 * HOUR;
    await maker.wait('/to/en', 2);
    expect(came('/to/az')).toBe(1);
  });
});

/** Waits until the page's device has told the server whom to wake. */
function timersAreSet(): Promise<void> {
  return until('timers on the server', async () => {
    const { rows } = await server.data.db.pool.query('select 1 from timers');
    return rows.length > 0;
  });
}

/** Waits until nobody is to be woken before a time (ms). */
function firstTimerIsAfter(time: number): Promise<void> {
  return until('the first timer after the time of whoever took it', async () => {
    const { rows } = await server.data.db.pool.query<{ quarter: number }>(
      'select min(due_quarter) as quarter from timers where octet_length(account_ids) > 0',
    );
    return (rows[0]?.quarter ?? 0) * QUARTER > time;
  });
}

describe('a message that arrives', () => {
  test('shows one neutral notification in the language used last, unless somebody is looking', async () => {
    await alice.open();
    await alice.context.grantPermissions(['notifications'], { origin: alice.options.url });
    await alice.goto('/');
    const { t } = alice.words;
    const shown = async (): Promise<{ title: string; body: string; tag: string; lang: string }[]> => {
      return theWorker(alice).evaluate(async () => {
        const scope = globalThis as unknown as { registration: ServiceWorkerRegistration };
        const all = await scope.registration.getNotifications();
        return all.map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
      });
    };
    const deliver = await pushesInto(alice);
    await deliver();
    expect(await shown()).toEqual([]);

    await alice.page.goto('about:blank');
    await deliver();
    await deliver();
    expect(await shown()).toEqual([
      { title: t('reminders.notification'), body: '', tag: 'notes', lang: 'en' },
    ]);
  });
});

/** What a journey notes in the service worker: how many of its events it has done with. */
interface Watched {
  handled: number;
  isWatched?: boolean;
  ExtendableEvent: { prototype: { waitUntil: (this: unknown, work: Promise<unknown>) => void } };
}

function theWorker({ context }: Device): Worker {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('there is no service worker');
  return worker;
}

/** Delivers messages to a device's service worker, as its browser does when one comes from the browser's maker. */
async function pushesInto(device: Device): Promise<() => Promise<void>> {
  const session = await device.context.newCDPSession(device.page);
  const registrationId = new Promise<string>((found) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [ours] = registrations;
      if (ours !== undefined) found(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const id = await registrationId;
  return async () => {
    const worker = theWorker(device);
    await worker.evaluate(() => {
      const scope = globalThis as unknown as Watched;
      scope.handled = 0;
      const { waitUntil } = scope.ExtendableEvent.prototype;
      if (scope.isWatched) return;
      scope.isWatched = true;
      scope.ExtendableEvent.prototype.waitUntil = function (this: unknown, work: Promise<unknown>) {
        waitUntil.call(this, work);
        void Promise.allSettled([work]).then(() => scope.handled++);
      };
    });
    const message = { origin: device.options.url, registrationId: id, data: MESSAGE.toString('latin1') };
    await session.send('ServiceWorker.deliverPushMessage', message);
    await until('the message in the service worker', () =>
      worker.evaluate(() => (globalThis as unknown as Watched).handled > 0),
    );
  };
}
