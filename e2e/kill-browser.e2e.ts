import { expect, test } from 'vitest';
import { found, unlock } from './lib/account.ts';
import { searchCases } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { next, startIntake, tellStory, tellWho, type Telling } from './lib/intake.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
const ROUNDS = 8;
/** The latest moment of the kill after "save" was pressed, in milliseconds; earlier ones lie evenly below it. */
const LATEST = 700;

test('the browser is killed while a case is saved: what was acknowledged is there once, what was not is there once or as a draft', {
  timeout: 600_000,
}, async () => {
  const world = await worlds.start();
  const laptop = await world.device('laptop', 'en');
  const { passphrase } = await found(laptop, world.server.foundingLink, {
    organisation: 'Haven',
    name: 'Alice',
  });
  await laptop.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const acknowledged: string[] = [];
  const pressed: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const alias = `Case-${round}-of-the-kill`;
    await fillCase(laptop, alias);
    const saved = save(laptop);
    pressed.push(alias);
    await wait((LATEST * round) / (ROUNDS - 1));
    const [wasSaid] = await Promise.all([saved.said(), laptop.kill()]);
    if (wasSaid) acknowledged.push(alias);
    await laptop.open();
    await laptop.goto('/cases');
    await unlock(laptop, passphrase);
    for (const each of pressed) {
      const there = (await searchCases(laptop, each)).length;
      if (acknowledged.includes(each)) expect(there, each).toBe(1);
      else expect(there, each).toBeLessThanOrEqual(1);
    }
  }
  // Kills that came too early or too late would prove nothing.
  expect(acknowledged.length).toBeGreaterThan(0);
});

async function fillCase(device: Device, alias: string): Promise<void> {
  const telling: Telling = {
    client: { alias },
    types: [],
    words: `Told by ${alias}.`,
    act: {},
    perpetrators: [],
    consents: {},
  };
  await startIntake(device);
  await tellWho(device, telling);
  for (const step of ['about', 'what', 'story'] as const) await next(device, step);
  await tellStory(device, telling);
}

/** Presses "save now"; `said` answers whether the page has said that it is kept, as far as it lived to say it. */
function save({ page, words }: Device): { said(): Promise<boolean> } {
  let said = false;
  const done = page
    .getByRole('button', { name: words.t('intake.saveNow'), exact: true })
    .click({ noWaitAfter: true })
    .then(() =>
      page.getByRole('heading', { name: words.t('intake.done.title'), exact: true, level: 2 }).waitFor(),
    )
    .then(
      () => (said = true),
      () => undefined,
    );
  return {
    async said() {
      await done;
      return said;
    },
  };
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
