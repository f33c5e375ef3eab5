import { expect, test } from 'vitest';
import { unlock } from './lib/account.ts';
import { searchCases } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { next, quickCase, startIntake, type Telling, tellStory, tellWho } from './lib/intake.ts';
import { isKept } from './lib/offline.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');
/** Ten names that no other word begins with: a number would be found in references too. */
const NAMES = [
  'Turac',
  'Kəklik',
  'Qırqovul',
  'Bildirçin',
  'Hophop',
  'Zığzığ',
  'Tərlan',
  'Şahin',
  'Leylək',
  'Vağ',
];
/** Of every so many rounds one lets the saving be acknowledged first. */
const LET_BE = 4;
const SEED = 20_261_121;

test('a browser killed while it saves cases offline: what was acknowledged is there once, the rest once or as a draft, and the colleague gets the same', async () => {
  const { laptop, phone, phoneKeys } = await aTeam(await worlds.start(), ['ru', 'az']);
  await isKept(phone);
  await phone.offline();
  const random = seeded(SEED);
  // How long a saving takes here, so that the kills fall before, into and just after it on any machine.
  await fillCase(phone, 'Ölçü');
  const begun = performance.now();
  await save(phone).done;
  const usual = performance.now() - begun;

  const acknowledged = ['Ölçü'];
  const uncertain: string[] = [];
  for (const [round, alias] of NAMES.entries()) {
    await fillCase(phone, alias);
    const saving = save(phone);
    if (round % LET_BE === LET_BE - 1) await saving.done;
    else await wait(random() * usual * 1.5);
    const said = saving.isSaid();
    await phone.kill();
    (said ? acknowledged : uncertain).push(alias);
    await phone.open({ offline: true });
    await phone.goto('/cases');
    await unlock(phone, phoneKeys.passphrase);
    const there = await foundAtLast(phone, alias);
    if (said) expect(there, `${alias} was acknowledged`).toBe(1);
    else if (there === 0)
      expect(await isDraft(phone, alias), `${alias} is neither a case nor a draft`).toBe(true);
  }
  // Kills that all came too early or too late would prove nothing.
  expect(acknowledged.length).toBeGreaterThan(NAMES.length / LET_BE);
  expect(uncertain.length).toBeGreaterThan(0);

  const here = await countEach(phone, [...acknowledged, ...uncertain]);
  for (const alias of acknowledged) expect(here[alias], alias).toBe(1);
  for (const alias of uncertain) expect(here[alias], alias).toBeLessThanOrEqual(1);
  await phone.online();
  // The last to be sent: when the colleague has it, the others are there.
  await quickCase(phone, 'Sonuncu', 'Hamısından sonra yazılıb.');
  await expect.poll(async () => (await searchCases(laptop, 'Sonuncu')).length).toBe(1);
  expect(await countEach(laptop, Object.keys(here))).toEqual(here);
});

/** How many cases the list finds: right after opening it may still be coming, so "none" is only believed after a while. */
async function foundAtLast(device: Device, alias: string): Promise<number> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const { length } = await searchCases(device, alias);
    if (length > 0) return length;
    await wait(500);
  }
  return 0;
}

async function fillCase(device: Device, alias: string): Promise<void> {
  const telling: Telling = {
    client: { alias },
    types: [],
    words: `${alias} danışıb.`,
    act: {},
    perpetrators: [],
    consents: {},
  };
  await startIntake(device);
  await tellWho(device, telling);
  for (const step of ['about', 'what', 'story'] as const) await next(device, step);
  await tellStory(device, telling);
  // What is promised begins when the page says so; this journey writes and saves faster than that takes.
  await device.page.locator('[data-keeping="kept"]').waitFor();
}

/** Presses "save now"; `isSaid` answers whether the page has said by now that the case is kept. */
function save({ page, words }: Device): { done: Promise<void>; isSaid(): boolean } {
  let said = false;
  const done = page
    .getByRole('button', { name: words.t('intake.saveNow'), exact: true })
    .click({ noWaitAfter: true })
    .then(() =>
      page.getByRole('heading', { name: words.t('intake.done.title'), exact: true, level: 2 }).waitFor(),
    )
    .then(
      () => {
        said = true;
      },
      () => undefined,
    );
  return { done, isSaid: () => said };
}

/** Whether an unfinished intake of this name is offered. */
async function isDraft(device: Device, alias: string): Promise<boolean> {
  const { page, words } = device;
  await page
    .getByRole('navigation', { name: words.t('shell.navigation') })
    .getByRole('link', { name: words.t('shell.newCase'), exact: true })
    .click();
  await page.getByRole('heading', { name: words.t('intake.drafts.title') }).waitFor();
  return (await page.locator('.intake-drafts > li').filter({ hasText: alias }).count()) === 1;
}

async function countEach(device: Device, aliases: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const alias of aliases) counts[alias] = (await searchCases(device, alias)).length;
  return counts;
}

/** The same numbers from 0 to 1 on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A pause that is the thing tested: when the kill comes, and how long "none" is doubted. */
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
