import type { Device } from './device.ts';
import { go } from './navigate.ts';
import { photograph } from './photograph.ts';

interface Page {
  /** By their own names. */
  languages: readonly string[];
  /** Who opens what comes, each called on the page as they are called inside. */
  readers: readonly string[];
}

/** Nigar fills the form of the public page, under Team, and signs it. */
export async function proposePublicPage(device: Device, { languages, readers }: Page): Promise<void> {
  const { t } = device.words;
  await device.page.getByRole('button', { name: t('letters.door.make'), exact: true }).click();
  const form = device.page.getByRole('dialog');
  const field = (name: string) => form.getByLabel(name, { exact: true });
  await field(t('letters.door.name')).fill('Ulduz');
  await field(t('letters.door.phone')).fill('+994 12 555 01 23');
  await field(t('letters.door.days')).fill('3');
  for (const language of languages) {
    await field(t('letters.door.about', { language })).fill('Hüquqi kömək edirik.');
    await field(t('letters.door.hours', { language })).fill('9–18');
  }
  for (const name of readers) {
    await form.getByRole('checkbox', { name, exact: true }).check();
    await field(t('letters.door.as', { name })).fill(name);
  }
  await photograph(device, 'letters-door-form');
  await form.getByRole('button', { name: t('letters.door.propose'), exact: true }).click();
  await device.page.getByText(t('letters.door.waits', { name: 'Nigar' })).waitFor();
}

/** Two open the public page of their organisation: Nigar sets it up, somebody else signs it too. */
export async function openPublicPage(laptop: Device, phone: Device): Promise<void> {
  await go(laptop, 'people');
  await proposePublicPage(laptop, { languages: ['Azərbaycanca'], readers: ['Nigar'] });
  const { t } = phone.words;
  await go(phone, 'people');
  await phone.page.getByRole('button', { name: t('letters.door.sign'), exact: true }).click();
  await phone.page.getByText(t('letters.door.isOpen'), { exact: true }).waitFor();
}
