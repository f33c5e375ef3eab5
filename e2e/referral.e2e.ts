import { expect, test } from 'vitest';
import { editCase, openCase, searchCases, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { addProvider } from './lib/directory.ts';
import { fillField } from './lib/fields.ts';
import { fileItems, saveOpened, sealFile, startAddingFile } from './lib/files.ts';
import { inspect } from './lib/inspect.ts';
import { openSavedCase, quickCase, saveIntake, startIntake, tellAll } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { anOrganisation, introduce } from './lib/organisations.ts';
import { photoWithPlace } from './lib/photo.ts';
import { photograph } from './lib/photograph.ts';
import {
  agree,
  answerReferral,
  askAnew,
  choosePeer,
  closeReferral,
  preview,
  referralRows,
  sendTo,
  startReferring,
  waitingRows,
} from './lib/referrals.ts';
import { actOnTab, openSide } from './lib/sides.ts';
import { aColleague, aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
const OURS = 'Səs Mərkəzi';
const THEIRS = 'Тихий дом';
const ACCOUNT = 'Ev sahibi gecə qapını sındırdı.';

const main = ({ page }: Device) => page.getByRole('main');
const button = (device: Device, name: string) => main(device).getByRole('button', { name, exact: true });

/** A page as a critical reader sees it, and as a picture. */
async function look(device: Device, name: string): Promise<void> {
  await photograph(device, `referral-${name}`);
  expect(await inspect(device.page, name, device.options.language)).toEqual([]);
}

test('a referral is declined and another accepted; a withdrawn consent reaches the recipient and is confirmed; an excluded organisation cannot be chosen', async () => {
  const world = await worlds.start();
  const phone = await anOrganisation(world, {
    size: 'phone',
    language: 'az',
    organisation: OURS,
    name: 'Nigar',
  });
  const laptop = await anOrganisation(
    world,
    { size: 'laptop', language: 'ru', organisation: THEIRS, name: 'Марьям' },
    await world.server.anotherLink(),
  );
  await introduce(phone, laptop, { one: OURS, other: THEIRS });
  const az = phone.words;
  const ru = laptop.words;

  await startIntake(phone);
  await tellAll(phone, {
    client: { alias: 'Sevda', ageBand: '25-34', safeChannel: ['call'], safeContact: '050 000 00 00' },
    types: ['evicted'],
    words: ACCOUNT,
    act: {},
    perpetrators: [{ type: 'landlord' }],
    wants: ['safe-place'],
    consents: { service: 'yes' },
    consent: { how: 'spoken' },
  });
  await saveIntake(phone);
  await openSavedCase(phone);
  const picture = await photoWithPlace(phone.page);
  expect(picture.includes('Exif')).toBe(true);
  await (await startAddingFile(phone)).setInputFiles({
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: picture,
  });
  await sealFile(phone);
  await openSide(phone, 'referrals');
  await look(phone, 'none');

  // What for, to whom, what the person agreed to, and exactly what goes.
  await actOnTab(phone, az.t('referrals.refer'));
  await look(phone, 'need');
  await main(phone)
    .getByRole('radio', { name: az.label('codes', 'services', 'shelter'), exact: true })
    .check();
  await button(phone, az.t('referrals.next')).click();
  await phone.page.getByText(THEIRS).first().waitFor();
  await look(phone, 'recipient');
  await choosePeer(phone, THEIRS);
  await look(phone, 'consent');
  await agree(
    phone,
    THEIRS,
    ['alias-age', 'contact', 'needs'],
    [
      ['person', 'alias'],
      ['person', 'safeContact'],
    ],
  );
  const sheetThatGoes = preview(phone);
  expect(await sheetThatGoes.innerText()).toContain('Sevda');
  expect(await sheetThatGoes.innerText()).toContain('050 000 00 00');
  expect(await sheetThatGoes.innerText()).not.toContain(ACCOUNT);
  await look(phone, 'preview');
  await sendTo(phone, THEIRS);
  await theCase(phone).getByText(az.t('referrals.step.sent'), { exact: true }).first().waitFor();
  await look(phone, 'sent');

  // The other organisation reads exactly that, and has no place.
  await go(laptop, 'inbox');
  const rows = referralRows(laptop);
  await rows.first().waitFor({ timeout: 90_000 });
  await rows.first().click();
  const article = laptop.page.getByRole('article');
  await article.getByText('050 000 00 00').waitFor();
  expect(await article.innerText()).toContain('Sevda');
  expect(await laptop.page.getByRole('main').innerText()).not.toContain(ACCOUNT);
  await look(laptop, 'received');
  await closeReferral(laptop, { decline: 'no-place' });

  // Declined: another is asked for, with a consent of its own, while there is no network.
  await theCase(phone)
    .getByText(az.label('codes', 'decline-reasons', 'no-place'))
    .waitFor({ timeout: 90_000 });
  await look(phone, 'declined');
  await phone.context.setOffline(true);
  await button(phone, az.t('referrals.another')).click();
  await choosePeer(phone, THEIRS);
  await askAnew(phone);
  await agree(phone, THEIRS, ['alias-age', 'what-happened', 'files']);
  // A file goes only when it is chosen, and as the copy that tells no place.
  const files = phone.page.getByRole('group', { name: az.t('referrals.preview.files') });
  await files.getByRole('checkbox').first().check();
  expect(await files.innerText()).toContain(az.t('referrals.preview.cleanCopy'));
  expect(await sheetThatGoes.innerText()).toContain(ACCOUNT);
  expect(await sheetThatGoes.innerText()).not.toContain('050 000 00 00');
  await sendTo(phone, THEIRS);
  await theCase(phone).getByText(az.t('referrals.waits')).waitFor();
  await look(phone, 'waits');
  await phone.context.setOffline(false);

  await waitingRows(laptop).first().click({ timeout: 90_000 });
  await article.getByText(ACCOUNT).first().waitFor();
  const file = article
    .getByRole('listitem')
    .filter({ has: laptop.page.getByRole('button', { name: ru.t('files.item.open') }) });
  expect((await saveOpened(laptop, file.first())).includes('Exif')).toBe(false);
  await look(laptop, 'received-more');
  await answerReferral(laptop, 'accept');
  await button(laptop, ru.t('referrals.inbox.makeCase')).click();
  await theCase(laptop).getByText(ACCOUNT).first().waitFor();
  expect(await fileItems(laptop).count()).toBe(1);
  await openSide(laptop, 'referrals');
  await laptop.page.getByText(ru.t('referrals.came.from', { name: OURS })).waitFor();
  // The case and what it came from lead to each other, and a second case cannot be made of it.
  await laptop.page.getByRole('link', { name: ru.t('referrals.came.open'), exact: true }).click();
  const ours = main(laptop).getByRole('link', { name: ru.t('referrals.inbox.ourCase'), exact: true });
  await ours.waitFor();
  expect(await button(laptop, ru.t('referrals.inbox.makeCase')).count()).toBe(0);
  await ours.click();
  await openSide(laptop, 'referrals');

  // The person changes her mind; the recipient is away and confirms later.
  await theCase(phone)
    .getByText(az.t('referrals.step.accepted'), { exact: true })
    .first()
    .waitFor({ timeout: 90_000 });
  await go(phone, 'inbox');
  await referralRows(phone).first().click();
  await look(phone, 'given');
  await main(phone)
    .getByRole('link', { name: az.t('referrals.inbox.theCase'), exact: true })
    .click();
  await laptop.context.setOffline(true);
  const newest = theCase(phone).locator('.referral').first();
  await newest.getByRole('button', { name: az.t('referrals.withdraw.open'), exact: true }).click();
  const withdrawing = phone.page.getByRole('dialog');
  await look(phone, 'withdraw');
  await withdrawing.getByRole('button', { name: az.t('referrals.withdraw.act'), exact: true }).click();
  await newest.getByText(az.t('referrals.withdraw.waiting', { name: THEIRS })).waitFor();
  await laptop.context.setOffline(false);
  await newest.getByText(az.t('referrals.withdraw.confirmed', { name: THEIRS })).waitFor({ timeout: 90_000 });
  await look(phone, 'confirmed');
  await laptop.page.getByText(ru.t('referrals.came.ended', { name: OURS })).waitFor();
  await look(laptop, 'ended-case');
  await go(laptop, 'inbox');
  await rows
    .filter({ hasText: ru.t('referrals.inbox.over') })
    .first()
    .click();
  await laptop.page.getByText(ru.t('referrals.inbox.ended', { name: OURS })).waitFor();
  await look(laptop, 'ended');

  // She does not want that organisation near it any more: it cannot be chosen, by its button or by its name.
  await openSide(phone, 'story');
  await theCase(phone)
    .getByRole('button', { name: az.t('referrals.exclude.open'), exact: true })
    .click();
  const excluding = phone.page.getByRole('dialog', { name: az.t('referrals.exclude.title') });
  await look(phone, 'exclude');
  await excluding.getByRole('checkbox', { name: THEIRS, exact: true }).check();
  await excluding.getByRole('button', { name: az.t('cases.edit.save'), exact: true }).click();
  await excluding.waitFor({ state: 'detached' });
  await openSide(phone, 'referrals');
  await startReferring(phone, 'shelter');
  await main(phone).getByText(az.t('referrals.recipient.excluded'), { exact: true }).waitFor();
  expect(await button(phone, az.t('referrals.recipient.chooseWhom', { name: THEIRS })).count()).toBe(0);
  await phone.page.getByText(az.t('referrals.recipient.byHand'), { exact: true }).click();
  await phone.page.getByLabel(az.t('referrals.recipient.name'), { exact: true }).fill(THEIRS.toUpperCase());
  await button(phone, az.t('referrals.recipient.take')).click();
  await phone.page.getByText(az.t('referrals.refused.excluded', { name: THEIRS.toUpperCase() })).waitFor();
  await look(phone, 'excluded');

  // The person's own summary, short and in another language than the worker's.
  await button(phone, az.t('drafts.later')).click();
  await phone.page.getByRole('link', { name: az.t('summary.open') }).click();
  const sheet = phone.page.getByRole('article', { name: ru.t('summary.sheet') });
  await main(phone).getByRole('radio', { name: 'Русский' }).check();
  await sheet.waitFor();
  expect(await sheet.innerText()).not.toContain('Sevda');
  expect(await sheet.innerText()).not.toContain(THEIRS);
  await look(phone, 'summary-short');
  await main(phone)
    .getByRole('radio', { name: az.t('summary.full') })
    .check();
  await sheet.getByText(ru.t('summary.paper.confirmed')).first().waitFor();
  expect(await sheet.innerText()).toContain(THEIRS);
  await look(phone, 'summary-full');
});

test('a colleague whom the client excluded reads nothing more; what goes on paper is only what was agreed, and its answer is written down by us', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['ru', 'az']);
  const { t } = laptop.words;
  await addProvider(laptop, { name: 'Каждый день', serves: ['shelter'], area: 'az-baku' });
  await addProvider(laptop, { name: 'Старый двор', serves: ['shelter'], area: 'az-baku' });
  await quickCase(laptop, 'Ивушка', 'Хозяин выгнал ночью.');
  await openCase(phone, 'Ивушка');
  await openCase(laptop, 'Ивушка');
  const article = theCase(laptop);

  await article.getByRole('button', { name: t('referrals.exclude.open'), exact: true }).click();
  const excluding = laptop.page.getByRole('dialog', { name: t('referrals.exclude.title') });
  await excluding.getByRole('checkbox', { name: 'Nigar', exact: true }).check();
  await excluding.getByLabel(t('referrals.exclude.find'), { exact: true }).fill('старый');
  await excluding.getByRole('checkbox', { name: 'Старый двор', exact: true }).check();
  await look(laptop, 'exclude-colleague');
  await excluding.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await excluding.waitFor({ state: 'detached' });
  await article.getByText(t('cases.head.restricted', { count: 1 }), { exact: true }).waitFor();
  await article.getByText(t('referrals.exclude.ours', { names: 'Nigar' })).waitFor();
  await editCase(laptop, 'head', { summary: 'Живёт теперь у подруги.' });

  // She cannot be named a reader again, one by one or with everybody.
  await article.getByRole('button', { name: t('cases.head.more'), exact: true }).click();
  await article.getByRole('button', { name: t('cases.restrict.title'), exact: true }).click();
  const readers = laptop.page.getByRole('dialog', { name: t('cases.restrict.title') });
  expect(await readers.getByRole('radio', { name: t('cases.restrict.everyone') }).isDisabled()).toBe(true);
  expect(await readers.getByRole('checkbox', { name: 'Nigar' }).isDisabled()).toBe(true);
  await look(laptop, 'readers');
  await readers.getByRole('button', { name: t('cases.edit.cancel'), exact: true }).click();

  await openSide(laptop, 'referrals');
  await startReferring(laptop, 'shelter');
  // Whom the client excluded is not even offered.
  const offered = laptop.page.getByRole('region', { name: t('referrals.recipient.services') });
  await offered.getByText('Каждый день').first().waitFor();
  expect(await offered.getByText('Старый двор').count()).toBe(0);
  await look(laptop, 'match');
  await offered.getByRole('button', { name: t('services.match.chooseWhat', { what: 'Приют' }) }).click();
  await button(laptop, t('referrals.next')).click();
  await laptop.page.getByText(t('referrals.consent.partsNeeded')).waitFor();
  await agree(laptop, 'Каждый день: Приют', ['alias-age'], [['person', 'alias']]);
  await look(laptop, 'preview');
  await button(laptop, t('referrals.handOver')).click();
  const sheet = laptop.page.getByRole('article', { name: t('referrals.paper.sheet') });
  await sheet.getByRole('img', { name: t('referrals.paper.qr') }).waitFor();
  expect(await sheet.innerText()).toContain('Ивушка');
  expect(await sheet.innerText()).not.toContain('подруги');
  await look(laptop, 'paper');
  await laptop.page.getByRole('link', { name: t('shell.back'), exact: true }).click();
  await button(laptop, `${t('referrals.answer.theyDeclined')}…`).click();
  const dialog = laptop.page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await dialog.getByText(t('referrals.answer.reasonNeeded')).waitFor();
  await fillField(dialog, laptop.words, ['referral', 'declinedWhy'], 'registration-demanded');
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await article.getByText(laptop.words.label('codes', 'decline-reasons', 'registration-demanded')).waitFor();
  await button(laptop, t('referrals.another')).waitFor();

  await quickCase(laptop, 'Рябина', 'Это дело видят все.');
  await openCase(phone, 'Рябина');
  expect(await searchCases(phone, 'подруги')).toEqual([]);
  expect(await searchCases(phone, 'приют')).toEqual([]);
});

test('two colleagues answer at once without a network: one answer counts, and everybody is told', async () => {
  const world = await worlds.start();
  const sender = await anOrganisation(world, {
    size: 'laptop',
    language: 'en',
    organisation: 'Open Door',
    name: 'Alice',
  });
  const first = await anOrganisation(
    world,
    { size: 'laptop', language: 'tg', organisation: 'Хонаи ором', name: 'Зарина' },
    await world.server.anotherLink(),
  );
  const { device: second } = await aColleague(world, first, 'az');
  await introduce(sender, first, { one: 'Open Door', other: 'Хонаи ором' });
  await quickCase(sender, 'Plover', 'Put out at night.');
  await openCase(sender, 'Plover');
  await openSide(sender, 'referrals');
  await startReferring(sender, 'shelter');
  await choosePeer(sender, 'Хонаи ором');
  await agree(sender, 'Хонаи ором', ['alias-age'], [['person', 'alias']]);
  await sendTo(sender, 'Хонаи ором');

  for (const device of [first, second]) {
    await go(device, 'inbox');
    await referralRows(device).first().click();
    await button(device, device.words.t('referrals.answer.accept')).waitFor();
    await device.context.setOffline(true);
  }
  await button(first, first.words.t('referrals.answer.accept')).click();
  await main(first).getByText(first.words.t('referrals.waits')).waitFor();
  await closeReferral(second, { decline: 'no-place' });
  for (const device of [first, second]) await device.context.setOffline(false);

  for (const device of [first, second, sender]) {
    await main(device).getByText(device.words.t('referrals.twice.accepted')).waitFor({ timeout: 90_000 });
  }
  await look(first, 'twice');
  await look(second, 'twice-phone');
});
