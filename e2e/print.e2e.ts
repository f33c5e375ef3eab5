import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { found, unlock } from './lib/account.ts';
import { add, openCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

async function looksWell(device: Device, name: string): Promise<void> {
  await photograph(device, name);
  await isStill(device.page);
  expect(await inspect(device.page, name, device.options.language)).toEqual([]);
}

/** As the printer gets it, to look at afterwards. Answers its bytes. */
async function onPaper({ page }: Device, name: string): Promise<Buffer> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await writeFile(join(process.env['E2E_SHOTS'] ?? join(tmpdir(), 'dayaq-e2e-pictures'), `${name}.pdf`), pdf);
  return pdf;
}

test.each(['az', 'ru'] as const)(
  'no name that was left off goes out in a note unasked (%s)',
  async (language) => {
    const world = await worlds.start();
    const device = await world.device('laptop', language);
    const { page, words } = device;
    const who = { organisation: 'Dayaq sınağı', name: 'Nigar' };
    const { passphrase } = await found(device, world.server.foundingLink, who);
    await quickCase(device, 'Lalə', 'Лале позвонили с угрозами.');
    await openCase(device, 'Lalə');
    await add(device, 'perpetrator', { type: 'police', name: 'Həsən' });
    await add(device, 'note', { text: 'Lalənin evinə Həsən gəlib. Telefon: 050 123 45 67' });
    const address = new URL(page.url()).pathname;
    await device.goto(`${address}/print`);
    await unlock(device, passphrase);

    const sheet = page.getByRole('article', { name: words.t('cases.print.title') });
    const noteToo = page.getByRole('checkbox', { name: words.t('cases.print.notes') });
    await noteToo.check();
    await page.getByText(words.t('cases.print.names.title')).waitFor();
    await page.locator('mark').filter({ hasText: 'Lalənin' }).waitFor();
    await page.locator('mark').filter({ hasText: 'Həsən' }).waitFor();
    await page.locator('mark').filter({ hasText: 'Лале' }).waitFor();

    // Pressed without an answer, nothing is printed, and by the browser’s own key neither.
    const print = page.getByRole('button', { name: words.t('cases.print.print'), exact: true });
    await print.click();
    await page.getByText(words.t('cases.print.names.choose')).first().waitFor();
    await looksWell(device, `print-names-${language}`);
    await page.emulateMedia({ media: 'print' });
    await sheet.waitFor({ state: 'hidden' });
    await page.emulateMedia({ media: null });

    await page.getByRole('radio', { name: words.t('cases.print.names.replace') }).check();
    await page.emulateMedia({ media: 'print' });
    await sheet.waitFor();
    const printed = await sheet.innerText();
    for (const name of ['Lalə', 'Лале', 'Həsən']) expect(printed).not.toContain(name);
    expect(printed).toContain(`[${words.label('codes', 'person-roles', 'client')}]`);
    await photograph(device, `print-sheet-${language}`);
    expect((await onPaper(device, `print-sheet-${language}`)).length).toBeGreaterThan(1000);
    await page.emulateMedia({ media: null });

    // With names asked for there is nothing to ask.
    await page.getByRole('checkbox', { name: words.t('cases.print.identifying') }).check();
    await page.getByText(words.t('cases.print.names.title')).waitFor({ state: 'detached' });
    expect(await sheet.innerText()).toContain('Lalənin');
  },
);
