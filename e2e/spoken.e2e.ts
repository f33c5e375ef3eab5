import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ZEINAB } from '../worlds/demo/stories.ts';
import { found } from './lib/account.ts';
import { theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { next, startIntake } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { heard, type Spoken, spokenOn } from './lib/spoken.ts';
import { takeIn } from './lib/story.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');
/** Where the words are kept to be read, beside the pictures of the journeys. */
const FOLDER = process.env['E2E_SHOTS'] ?? join(tmpdir(), 'dayaq-e2e-pictures');

test.each(['az'] as const)(
  'what a screen reader says of an intake, a case and Today can be followed by ear, in %s',
  { timeout: 600_000 },
  async (language) => {
    const world = await worlds.start();
    const phone = await world.device('phone', language);
    await found(phone, world.server.foundingLink, { organisation: 'Dayaq', name: 'Nigar' });

    await takeIn(phone, ZEINAB, 'az');
    await theCase(phone).waitFor();
    await reads(phone, 'case');
    await go(phone, 'cases');
    await phone.page.locator('.case-row-link').first().waitFor();
    await reads(phone, 'cases');
    await go(phone, 'today');
    await phone.page.locator('#dangers').waitFor();
    await reads(phone, 'today');

    await startIntake(phone);
    await reads(phone, 'intake-who');
    await next(phone, 'about');
    await next(phone, 'what');
    await reads(phone, 'intake-what');
  },
);

/** Keeps the words of a page in a file, and finds in them what an ear would stumble over. */
async function reads({ page, options }: Device, name: string): Promise<void> {
  const all = await spokenOn(page);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `spoken-${name}-${options.language}.txt`), `${all.map(heard).join('\n')}\n`);
  expect(all.some(({ role }) => role === 'main')).toBe(true);
  expect([...nameless(all), ...glued(all), ...twins(all), ...twice(all)]).toEqual([]);
}

const CONTROLS = new Set([
  'button',
  'link',
  'radio',
  'checkbox',
  'textbox',
  'searchbox',
  'combobox',
  'progressbar',
]);

/** A control that does not say what it is for. */
const nameless = (all: readonly Spoken[]): string[] =>
  all
    .filter(({ role, name }) => CONTROLS.has(role) && name === '')
    .map(({ role }) => `a ${role} without a name`);

/** A name that runs into the number of its case: "ZeynəbK7Q-2MX". */
const glued = (all: readonly Spoken[]): string[] =>
  all
    .filter(({ name }) => /[\p{L}\p{N}][A-HJ-NP-Z2-9]{3}-[A-HJ-NP-Z2-9]{3}/u.test(name))
    .map((each) => `runs together: ${heard(each)}`);

/** Two buttons or links that say the same and do different things. */
function twins(all: readonly Spoken[]): string[] {
  const acts = all.filter(({ role }) => role === 'button' || role === 'link').map(heard);
  return acts.filter((act, at) => acts.indexOf(act) !== at).map((act) => `twice: ${act}`);
}

/** The same words one after the other; figures of a table may be alike, and a choice and its label are one to a reader. */
const twice = (all: readonly Spoken[]): string[] =>
  all
    .filter(
      (each, at) =>
        each.role === 'text' &&
        /\p{L}/u.test(each.name) &&
        all[at - 1]?.role === 'text' &&
        all[at - 1]?.name === each.name,
    )
    .map(({ name }) => `said twice in a row: ${name}`);
