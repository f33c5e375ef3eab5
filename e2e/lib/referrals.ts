import type { Locator } from 'playwright-core';
import { theCase } from './cases.ts';
import { actOnTab } from './sides.ts';
import type { Device } from './device.ts';
import { fillField } from './fields.ts';
import { go } from './navigate.ts';

const main = ({ page }: Device): Locator => page.getByRole('main');
const button = (device: Device, name: string): Locator =>
  main(device).getByRole('button', { name, exact: true });

/** What is needed, as the first step of referring somebody. */
export async function startReferring(device: Device, need: string): Promise<void> {
  const { words } = device;
  await actOnTab(device, words.t('referrals.refer'));
  await main(device)
    .getByRole('heading', { name: words.t('referrals.steps.need'), exact: true })
    .waitFor();
  // What the person said they want is offered in rows; everything else by the list.
  const offered = main(device).getByRole('radio', {
    name: words.label('codes', 'services', need),
    exact: true,
  });
  if ((await offered.count()) > 0) await offered.check();
  else await fillField(main(device), words, ['referral', 'need'], need, words.t('referrals.need.what'));
  await button(device, words.t('referrals.next')).click();
}

export async function choosePeer(device: Device, name: string): Promise<void> {
  await button(device, device.words.t('referrals.recipient.chooseWhom', { name })).click();
}

/**
 * The consent of the person, said aloud: these parts, and of what needs a yes of its own these fields. The sheet that would
 * go stands there afterwards.
 */
export async function agree(
  device: Device,
  name: string,
  parts: readonly string[],
  alone: readonly (readonly [kind: string, field: string])[] = [],
): Promise<void> {
  const { page, words } = device;
  const asked = page.getByRole('group', { name: words.t('referrals.consent.parts', { name }) });
  for (const part of parts)
    await asked
      .getByRole('checkbox', { name: words.label('codes', 'shared-parts', part) })
      .first()
      .check();
  for (const [kind, field] of alone)
    await asked
      .getByRole('checkbox', { name: words.label('kinds', kind, 'fields', field) })
      .first()
      .check();
  await fillField(main(device), words, ['consent', 'how'], 'spoken', words.t('intake.consent.how'));
  await fillField(main(device), words, ['consent', 'givenBy'], 'self', words.t('intake.consent.givenBy'));
  await button(device, words.t('referrals.next')).click();
  await preview(device).waitFor();
}

/** Another consent than the one given before. */
export async function askAnew(device: Device): Promise<void> {
  await main(device)
    .getByRole('radio', { name: device.words.t('referrals.consent.askAnew'), exact: true })
    .check();
}

/** Exactly what the other side would see. */
export function preview({ page, words }: Device): Locator {
  return page.getByRole('article', { name: words.t('referrals.preview.sheet') });
}

export async function sendTo(device: Device, name: string): Promise<void> {
  await button(device, device.words.t('referrals.send', { name })).click();
}

/** The lines of the inbox. */
export function referralRows({ page, words }: Device): Locator {
  return page.getByRole('region', { name: words.t('referrals.inbox.label') }).getByRole('link');
}

/** Those that wait for an answer. */
export function waitingRows({ page, words }: Device): Locator {
  return page.getByRole('region', { name: words.t('referrals.inbox.waiting') }).getByRole('link');
}

/** Opens what waits for an answer, once it has come. */
export async function openReceived(device: Device): Promise<Locator> {
  await go(device, 'inbox');
  await waitingRows(device).first().click({ timeout: 90_000 });
  const received = device.page.getByRole('article');
  await button(device, device.words.t('referrals.answer.accept')).waitFor();
  return received;
}

/** An answer that is one press. */
export async function answerReferral(device: Device, answer: 'accept' | 'start'): Promise<void> {
  const act = button(device, device.words.t(`referrals.answer.${answer}`));
  await act.click();
  await act.waitFor({ state: 'detached' });
}

/** A "no" with its reason, or an end with its result. */
export async function closeReferral(
  device: Device,
  answer: { decline: string } | { finish: string },
): Promise<void> {
  const { page, words } = device;
  const act = 'decline' in answer ? 'decline' : 'finish';
  await button(device, `${words.t(`referrals.answer.${act}`)}…`).click();
  const dialog = page.getByRole('dialog');
  if ('decline' in answer) await fillField(dialog, words, ['handover', 'declinedWhy'], answer.decline);
  else await fillField(dialog, words, ['handover', 'result'], answer.finish);
  await dialog.getByRole('button', { name: words.t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Waits until the newest referral of the open case stands there; the steps still to come are named below it. */
export async function referralStands(device: Device, step: 'inService' | 'done'): Promise<void> {
  const head = theCase(device).locator('.referral').first().locator('.referral-head');
  await head
    .getByText(device.words.t(`referrals.step.${step}`), { exact: true })
    .waitFor({ timeout: 90_000 });
}

/** What the other organisation answered becomes a part of the case. */
export async function writeAnswerDown(device: Device): Promise<void> {
  const act = button(device, device.words.t('referrals.writeDown')).first();
  await act.click();
  await act.waitFor({ state: 'detached' });
}
