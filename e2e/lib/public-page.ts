import type { Device } from './device.ts';
import { go } from './navigate.ts';
import { photograph } from './photograph.ts';

/** Two open the public page of their organisation: Nigar sets it up, somebody else signs it too. */
export async function openPublicPage(laptop: Device, phone: Device): Promise<void> {
  const [ours, theirs] = [laptop.words, phone.words];
  const on = ({ page }: Device, name: string) => page.getByRole('button', { name, exact: true });
  await go(laptop, 'people');
  await on(laptop, ours.t('letters.door.make')).click();
  const form = laptop.page.getByRole('dialog');
  const field = (name: string) => form.getByLabel(name, { exact: true });
  await field(ours.t('letters.door.name')).fill('Ulduz');
  await field(ours.t('letters.door.phone')).fill('+994 12 555 01 23');
  await field(ours.t('letters.door.days')).fill('3');
  await field(ours.t('letters.door.about', { language: 'Azərbaycanca' })).fill('Hüquqi kömək edirik.');
  await field(ours.t('letters.door.hours', { language: 'Azərbaycanca' })).fill('9–18');
  await form.getByRole('checkbox', { name: 'Nigar', exact: true }).check();
  await photograph(laptop, 'letters-door-form');
  await form.getByRole('button', { name: ours.t('letters.door.propose'), exact: true }).click();
  await laptop.page.getByText(ours.t('letters.door.waits', { name: 'Nigar' })).waitFor();

  await go(phone, 'people');
  await on(phone, theirs.t('letters.door.sign')).click();
  await phone.page.getByText(theirs.t('letters.door.isOpen'), { exact: true }).waitFor();
}
