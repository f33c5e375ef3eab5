import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { found, lock, unlock } from './lib/account.ts';
import { add, openCase } from './lib/cases.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');

/** Chromium's own diary of its network, as far as it is read here. */
interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  /** `initiator` is the origin of the page or Worker that asked, or says that it was none. */
  events: { type: number; params?: { url?: string; initiator?: string } }[];
}

test("during a whole journey the pages ask nobody but the server, by the browser's own diary", async () => {
  const world = await worlds.start();
  const phone = await world.device('phone', 'en');
  await phone.close();
  const diary = join(phone.profile, '..', 'net-log.json');
  await phone.open({ arguments: [`--log-net-log=${diary}`] });
  const { passphrase } = await found(phone, world.server.foundingLink, {
    organisation: 'Haven',
    name: 'Alice',
  });
  await quickCase(
    phone,
    'Wren',
    'Told on the phone. See https://example.com/photo.jpg and http://192.0.2.7/a.',
  );
  await openCase(phone, 'Wren');
  await add(phone, 'note', { text: 'mailto:somebody@example.org, tel:+994000000000, https://example.net' });
  for (const page of ['people', 'settings', 'today'] as const) await go(phone, page);
  await lock(phone);
  await unlock(phone, passphrase);
  await phone.close();

  const { constants, events } = JSON.parse(await readFile(diary, 'utf8')) as NetLog;
  const asked = events.flatMap(({ type, params: { url, initiator } = {} }) => {
    if (type !== constants.logEventTypes['URL_REQUEST_START_JOB'] || url === undefined) return [];
    return [{ to: new URL(url), by: initiator ?? '' }];
  });
  const { url } = world.server;
  const own = asked.filter(({ to }) => to.origin === url);
  // The diary sees what it should: the pages themselves and the answers of the server are in it.
  expect(own.length).toBeGreaterThan(20);
  expect(own.some(({ by }) => by === url)).toBe(true);
  const strangers = asked.filter(({ to }) => to.origin !== url && /^(https?|wss?):$/.test(to.protocol));
  expect(strangers.filter(({ by }) => by !== 'not an origin')).toEqual([]);
  // What the browser asks of its maker by itself (updates, sign-in, autofill) is no page's doing, and only its maker's.
  expect(
    strangers
      .filter(({ to }) => !/(^|\.)(google|googleapis|gvt1)\.com$/.test(to.hostname))
      .map(({ to }) => to.href),
  ).toEqual([]);
});
