import { type Fields, fillDialog, theCase } from './cases.ts';
import type { Device } from './device.ts';
import { actOnTab, openSide, partOf } from './sides.ts';

/** Writes down a talk with an institution, in the open case. */
export async function talkWith(device: Device, institution: string, fields: Fields): Promise<void> {
  const { t } = device.words;
  await openSide(device, 'matters');
  const contacts = partOf(device, t('matters.contacts.title'));
  await actOnTab(device, t('matters.act.contact'));
  await fillDialog(device, 'contact', { institution, ...fields });
  await contacts.getByText(institution).first().waitFor();
}

/** Whether an institution kept what it promised, in one press. */
export async function promiseKept(device: Device, institution: string, kept: string): Promise<void> {
  const { t, label } = device.words;
  await openSide(device, 'matters');
  const group = theCase(device).getByRole('group', { name: `${t('matters.contacts.kept')} ${institution}` });
  await group.getByRole('button', { name: label('codes', 'promises', kept), exact: true }).click();
  await group.waitFor({ state: 'detached' });
}
