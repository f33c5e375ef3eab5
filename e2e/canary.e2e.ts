import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOf } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { found, lock } from './lib/account.ts';
import { startAdding, startEditingCase, startJudging, theCase } from './lib/cases.ts';
import { fillAsk, startAsking } from './lib/costs.ts';
import type { Device } from './lib/device.ts';
import { addProvider } from './lib/directory.ts';
import { fillField } from './lib/fields.ts';
import { openSavedCase, saveIntake, startIntake, tellAll } from './lib/intake.ts';
import { family } from './lib/processes.ts';
import { openSide } from './lib/sides.ts';
import { canary, searchFolder, searchMemory, searchText, sizeOf } from './lib/search.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');

/** What must be chosen before a record of the kind can be kept. */
const REQUIRED: Readonly<Record<string, readonly [field: string, code: string]>> = {
  violation: ['type', 'evicted'],
  perpetrator: ['type', 'landlord'],
  response: ['type', 'shelter'],
  person: ['role', 'witness'],
  source: ['connection', 'witness'],
};

/** Texts that all begin with the canary and say where they were typed. */
class Marks {
  readonly canary = canary(`zq${randomBytes(5).toString('hex')}`);
  count = 0;

  make(where: string): string {
    this.count++;
    return `${this.canary.text} ${where} ${this.count}`;
  }
}

/** Types a mark into each text field of the open dialog and saves it. */
async function fillEverything(
  device: Device,
  kind: string,
  marks: Marks,
  required: readonly [field: string, code: string] | undefined = REQUIRED[kind],
): Promise<void> {
  const { page, words } = device;
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.t('cases.edit.save'), exact: true }).waitFor();
  await dialog.getByRole('textbox').first().waitFor();
  const [field, code] = required ?? [];
  if (field !== undefined && code !== undefined) await fillField(dialog, words, [kind, field], code);
  let filled = 0;
  for (const { name, type } of kindOf(kind)?.fields ?? []) {
    if (type.is !== 'text') continue;
    const box = dialog.getByRole('textbox', {
      name: words.label('kinds', kind, 'fields', name),
      exact: true,
    });
    if ((await box.count()) !== 1 || !(await box.isVisible())) continue;
    await box.fill(marks.make(`${kind}.${name}`));
    filled++;
  }
  expect(filled, kind).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: words.t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('canary: nothing that is typed or attached is found on the server, in its memory, or on the locked device', async () => {
  const world = await worlds.start();
  const device = await world.device('laptop', 'en');
  const { page, words } = device;
  const marks = new Marks();
  await found(device, world.server.foundingLink, {
    organisation: marks.make('organisation'),
    name: marks.make('name'),
  });

  await startIntake(device);
  await tellAll(device, {
    client: {
      alias: marks.make('alias'),
      safeChannel: ['call'],
      safeContact: marks.make('contact'),
      codeWord: marks.make('code word'),
    },
    types: ['evicted'],
    words: marks.make('account'),
    act: {},
    perpetrators: [{ type: 'police', unit: marks.make('unit') }],
    consents: { service: 'yes' },
  });
  await saveIntake(device);
  await openSavedCase(device);
  for (const part of ['head', 'status', 'wishes', 'keywords'] as const) {
    await startEditingCase(device, part);
    await fillEverything(device, 'case', marks);
  }
  for (const kind of ['response', 'task', 'violation', 'note', 'person', 'perpetrator', 'source'] as const) {
    await startAdding(device, kind);
    await fillEverything(device, kind, marks);
  }
  await startJudging(device);
  await fillEverything(device, 'violation', marks, ['qualified', 'yes']);
  for (const [side, act, kind] of [
    ['safety', 'safety.threats.log', 'threat'],
    ['matters', 'matters.start', 'matter'],
    ['matters', 'matters.act.contact', 'contact'],
  ] as const) {
    await openSide(device, side);
    const press = (name: string) => theCase(device).getByRole('button', { name, exact: true }).click();
    await press(words.t(act));
    if (kind === 'matter') await press(words.label('codes', 'matter-types', 'complaint'));
    await fillEverything(device, kind, marks);
  }
  await openSide(device, 'costs');
  await startAsking(device);
  await fillAsk(device, { amount: '45', purpose: 'transport', words: marks.make('cost') });
  await openSide(device, 'story');
  const content = marks.make('file content');
  const name = marks.make('file name');
  await attach(device, {
    name: `${name}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${content}\n`.repeat(400)),
  });
  await addProvider(device, { name: marks.make('provider'), serves: ['shelter'], area: 'az-baku' });
  await page.getByText(words.t('shell.state.allSent'), { exact: true }).first().waitFor();
  // A draft that is never finished leaves nothing readable either.
  await startIntake(device);
  await page.getByLabel(words.t('intake.who.alias'), { exact: true }).fill(marks.make('draft'));
  await page.locator('[data-keeping="kept"]').waitFor();

  const { server } = world;
  expect(marks.count).toBeGreaterThan(40);
  await findsWhatIsThere(server.dataDir, marks);

  expect(sizeOf(server.dataDir)).toBeGreaterThan(5_000_000);
  expect(searchFolder(server.dataDir, marks.canary)).toEqual([]);
  expect(searchText(server.output, marks.canary)).toBeNull();
  const memory = searchMemory(family(server.pid), marks.canary);
  expect(memory.bytes).toBeGreaterThan(50_000_000);
  expect(memory.hits).toEqual([]);

  await lock(device);
  await device.close();
  expect(sizeOf(device.profile)).toBeGreaterThan(1_000_000);
  expect(searchFolder(device.profile, marks.canary)).toEqual([]);
  await server.stop();
  expect(searchFolder(server.dataDir, marks.canary)).toEqual([]);
});

/** A search that finds nothing must be one that would have found something. */
async function findsWhatIsThere(folder: string, marks: Marks): Promise<void> {
  const planted = join(folder, 'planted');
  for (const form of marks.canary.forms) {
    await writeFile(planted, Buffer.concat([randomBytes(1000), form, randomBytes(1000)]));
    expect(searchFolder(folder, marks.canary)).toHaveLength(1);
  }
  await rm(planted);
  const remembered = Buffer.from(marks.canary.text);
  expect(searchMemory([process.pid], marks.canary).hits, remembered.toString()).not.toEqual([]);
}

async function attach(
  device: Device,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const { page, words } = device;
  await theCase(device)
    .getByRole('button', { name: words.t('cases.add.more'), exact: true })
    .click();
  await theCase(device)
    .getByRole('button', { name: words.t('cases.add.file'), exact: true })
    .click();
  await page.locator('input[type="file"]').last().setInputFiles(file);
  await page.getByRole('button', { name: words.t('files.add.save'), exact: true }).click();
  await theCase(device).getByText(file.name).first().waitFor();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
}
