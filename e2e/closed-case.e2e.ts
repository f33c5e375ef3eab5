import { expect, test } from 'vitest';
import { add, openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

/** Closes the open case to everybody but oneself. */
async function closeToAll(device: Device): Promise<void> {
  const { page, words } = device;
  const { t } = words;
  const article = theCase(device);
  await article.getByRole('button', { name: t('cases.head.more'), exact: true }).click();
  await article.getByRole('button', { name: t('cases.restrict.title'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t('cases.restrict.title') });
  await dialog.getByRole('radio', { name: t('cases.restrict.named') }).check();
  await dialog.getByText(t('cases.restrict.alone')).waitFor();
  await photograph(device, 'closed-case-says-what-it-does');
  await dialog.getByRole('button', { name: t('cases.restrict.aloneSave'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await article.getByText(t('cases.head.restricted', { count: 1 }), { exact: true }).waitFor();
}

test('what was written in a case that had been closed is said, handed on and taken into the case; all else goes on', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['az', 'ru']);
  await quickCase(laptop, 'Lalə', 'Bunu hamı oxuya bilərdi.');
  await openCase(phone, 'Lalə');
  await openCase(laptop, 'Lalə');
  await closeToAll(laptop);
  // The laptop's request is answered before the phone writes.
  await laptop.page.getByText(laptop.words.t('shell.state.allSent')).first().waitFor();

  const words = 'Она звонила: её снова ждали у подъезда.';
  await add(phone, 'note', { text: words });
  const { t } = phone.words;
  await theCase(phone).getByText(t('cases.head.heldClosed')).waitFor();
  await photograph(phone, 'closed-case-on-the-case');
  // Nothing else waits for it.
  await quickCase(phone, 'Роза', 'Это дело видят все.');
  await openCase(laptop, 'Роза');

  await phone.page
    .getByRole('link', { name: t('shell.state.show'), exact: true })
    .first()
    .click();
  const line = phone.page.getByRole('listitem').filter({ hasText: words });
  await line.getByText(t('shell.waiting.held.reason.closed-to-you')).waitFor();
  await photograph(phone, 'closed-case-waiting');
  await line.getByRole('button', { name: t('shell.waiting.held.give'), exact: true }).click();
  const dialog = phone.page.getByRole('dialog', { name: t('shell.waiting.held.giveTitle') });
  await dialog.getByRole('combobox').selectOption({ label: 'Nigar' });
  await photograph(phone, 'closed-case-hand-on');
  await dialog.getByRole('button', { name: t('shell.waiting.held.giveAct'), exact: true }).click();
  await phone.page.getByText(t('shell.waiting.held.given', { name: 'Nigar' })).waitFor();
  await phone.page.getByText(t('shell.waiting.allSentHint')).waitFor();
  // With nothing left to wait, the case stays closed here, and offers nothing that would not be taken.
  await openCase(phone, 'Lalə');
  await theCase(phone).getByText(t('cases.head.closed')).waitFor();
  await theCase(phone).getByText(t('cases.standing.closed')).waitFor();
  await theCase(phone)
    .getByRole('button', { name: t('cases.add.response'), exact: true })
    .waitFor({ state: 'hidden' });
  await photograph(phone, 'closed-case-afterwards');

  await go(laptop, 'today');
  const handed = laptop.page.getByRole('listitem').filter({ hasText: words });
  await photograph(laptop, 'closed-case-handed-on');
  await handed
    .getByRole('button', { name: laptop.words.t('shell.waiting.handed.take'), exact: true })
    .click();
  await handed.waitFor({ state: 'detached' });
  await openCase(laptop, 'Lalə');
  expect(await theCase(laptop).getByText(words).count()).toBeGreaterThan(0);
});

test('who is about to be removed and alone can open a case is named with that before it is done', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['ru', 'az']);
  await quickCase(phone, 'Nərgiz', 'Bunu yalnız mən oxuyuram.');
  await openCase(phone, 'Nərgiz');
  await closeToAll(phone);
  const { t } = laptop.words;
  await go(laptop, 'people');
  await laptop.page
    .getByRole('button', { name: t('people.changeWho', { name: 'Nigar' }), exact: true })
    .click();
  const dialog = laptop.page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('people.remove.start'), exact: true }).click();
  await dialog.getByText(t('people.remove.left.unreadable', { count: 1 })).waitFor();
  await photograph(laptop, 'closed-case-before-removal');
});
