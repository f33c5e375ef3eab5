import { addDays, PACKS } from '@dayaq/domain';
import { formatDate } from '@dayaq/locale';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { editCase, fillDialog, openCase, theCase } from './lib/cases.ts';
import { dayThere } from './lib/clock.ts';
import type { Device } from './lib/device.ts';
import { fillField } from './lib/fields.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { press, tabTo } from './lib/keyboard.ts';
import { photograph } from './lib/photograph.ts';
import { openSide } from './lib/sides.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

/** The sides on which something was written. */
const SIDES = ['plan', 'safety', 'papers', 'matters'] as const;

test('a caseworker runs the response on a phone, and a coordinator sees it on a laptop', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['ru', 'az']);
  const faults: string[] = [];
  const look = async (device: Device, name: string): Promise<void> => {
    faults.push(...(await inspect(device.page, name, device.options.language)));
    await photograph(device, `response-${device.options.size}-${name}`);
  };
  const reference = await quickCase(phone, 'Durna', 'Ev sahibi onu çıxarıb.');
  const other = await quickCase(phone, 'Qaranquş', 'Qeydiyyat olmadığı üçün qəbul etmədilər.');
  await openCase(phone, 'Durna');
  await editCase(phone, 'wishes', { wants: ['safe-place', 'documents', 'legal-advice'], danger: 'high' });

  await answersNeed(phone);
  await look(phone, 'plan');
  await logsThreat(phone);
  await look(phone, 'safety-open');
  await takesIt(phone);
  await assesses(phone, look);
  await look(phone, 'safety');
  await findsCircle(phone);
  await look(phone, 'papers');
  await complainsAndAppeals(phone, other);
  await look(phone, 'matters');
  await openSide(phone, 'story');
  await look(phone, 'story');

  await openCase(laptop, reference);
  for (const side of SIDES) {
    await openSide(laptop, side);
    await look(laptop, side);
  }
  await seesWhatWasDone(laptop);
  await seesAllMatters(laptop, look);
  await keepsAddress(laptop, look);
  await fillsAddress(laptop, look);
  expect(faults).toEqual([]);
});

const button = (scope: Locator, name: string): Locator => scope.getByRole('button', { name, exact: true });

/** A need that nothing is planned for, one tap to plan, one more and it is done. */
async function answersNeed(device: Device): Promise<void> {
  const { page, words } = device;
  const { t, label } = words;
  await openSide(device, 'plan');
  const needs = theCase(device).getByRole('region', { name: t('plan.needs.title') });
  const need = label('codes', 'wants', 'safe-place');
  const row = needs.getByRole('listitem').filter({ hasText: need });
  await row.getByText(t('plan.needs.nothing'), { exact: true }).waitFor();
  expect(await row.getByRole('link').getAttribute('href')).toMatch(/\/referrals\?need=safe-place$/);
  await button(row, t('plan.needs.planFor', { need })).click();
  await fillDialog(device, 'response', { note: 'Sığınacaqla danışmaq' });
  await row.getByText(t('plan.needs.statesOf.planned'), { exact: true }).waitFor();

  const ahead = theCase(device).getByRole('region', { name: t('plan.ahead.title') });
  const what = label('codes', 'response-types', 'shelter');
  await press(page, button(ahead, t('plan.ahead.doneOf', { what })));
  await press(page, button(ahead, label('codes', 'results', 'worked')));
  await row.getByText(t('plan.needs.statesOf.done'), { exact: true }).waitFor();
  const done = theCase(device).getByRole('region', { name: t('plan.done.title') });
  // Both days stay: when it was done, and when it was planned for.
  const today = dayThere();
  const told = await done.innerText();
  expect(told).toContain(what);
  expect(told).toContain(formatDate(words.language, today, 'long'));
  expect(told).toContain(
    t('plan.done.planned', { day: formatDate(words.language, addDays(today, 3), 'long') }),
  );
}

async function logsThreat(device: Device): Promise<void> {
  const { words } = device;
  await openSide(device, 'safety');
  await button(theCase(device), words.t('safety.threats.log')).click();
  await fillDialog(device, 'threat', {
    type: ['kill'],
    words: 'Evi yandıracağını dedi',
    credible: 'likely',
  });
  const threats = theCase(device).getByRole('region', { name: words.t('safety.threats.title') });
  await threats.getByText('Evi yandıracağını dedi').waitFor();
  await threats.getByText(words.t('safety.threats.notActed'), { exact: true }).waitFor();
}

/** Who must act is told, and one tap takes it. */
async function takesIt(device: Device): Promise<void> {
  const { page, words } = device;
  const box = theCase(device).getByRole('region', { name: words.t('safety.escalation.title') });
  await box.waitFor();
  await press(page, button(box, words.t('safety.escalation.take')));
  await button(box, words.t('safety.escalation.take')).waitFor({ state: 'detached' });
}

/** Question by question; the level with its reasons and limits; the worker's own judgement only with a reason. */
async function assesses(
  device: Device,
  look: (device: Device, name: string) => Promise<void>,
): Promise<void> {
  const { page, words } = device;
  const { t, label } = words;
  await button(theCase(device), label('codes', 'risk-instruments', 'partner-family')).click();
  const dialog = page.getByRole('dialog');
  await look(device, 'assess');
  await button(dialog, t('safety.assess.no')).click();
  await dialog.getByText(label('codes', 'risk-partner', 'threat-to-kill')).waitFor();
  await press(page, button(dialog, t('safety.assess.yes')));
  // Broken off and begun again: the answers are where they were.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await button(theCase(device), label('codes', 'risk-instruments', 'partner-family')).click();
  await dialog.getByText(label('codes', 'risk-partner', 'choked')).waitFor();
  await button(dialog, t('safety.assess.prefersNot')).dblclick();
  await dialog.getByText(label('codes', 'risk-partner', 'weapon')).waitFor();
  await button(dialog, t('safety.assess.result')).click();
  const high = label('codes', 'risk-levels', 'high');
  await dialog.getByText(t('safety.standing.computed', { level: high })).waitFor();
  for (const limit of ['orders-attention', 'own-judgement', 'not-tested', 'silence-is-not-safety'])
    expect(await dialog.getByText(label('codes', 'risk-limits', limit)).count()).toBe(1);
  await dialog.locator('input[value="raised"]').check();
  await button(dialog, t('safety.assess.save')).click();
  await dialog.getByText(t('safety.assess.needsReason')).waitFor();
  await look(device, 'assess-result');
  await dialog
    .getByLabel(label('kinds', 'risk', 'fields', 'overrideWhy'), { exact: true })
    .fill('Artıq başqa şəhərdədir');
  await dialog.getByLabel(label('kinds', 'risk', 'fields', 'plan'), { exact: true }).fill('Hər axşam zəng');
  await button(dialog, t('safety.assess.save')).click();
  await dialog.waitFor({ state: 'detached' });
  const standing = theCase(device).getByRole('region', { name: t('safety.standing.title') });
  await standing.getByText(t('safety.standing.computed', { level: high })).waitFor();
  await standing
    .getByText(t('safety.standing.ours', { level: label('codes', 'risk-levels', 'raised') }))
    .waitFor();
  await standing.getByText('Hər axşam zəng').waitFor();
}

/** The office asks for the registration first, and the registration for the card: a circle, said as such. */
async function findsCircle(device: Device): Promise<void> {
  const { page, words } = device;
  const { t, label } = words;
  await openSide(device, 'papers');
  await page.getByLabel(t('papers.choose')).selectOption('identity-card');
  const card = theCase(device).getByRole('region', {
    name: label('codes', 'document-goals', 'identity-card'),
    exact: true,
  });
  const photographs = label('codes', 'documents', 'photographs');
  await press(
    page,
    button(card, t('papers.demand.mark', { document: photographs, state: t('papers.demand.has') })),
  );
  await card.getByText(t('papers.goal.held', { held: 1, count: 3 })).waitFor();
  await button(card, t('papers.goal.another')).click();
  await fillDialog(device, 'document-need', { document: 'residence-record' });
  await page.getByLabel(t('papers.choose')).selectOption('residence-registration');
  await theCase(device).getByText(t('papers.circle.title')).first().waitFor();
  const registration = theCase(device).getByRole('region', {
    name: label('codes', 'document-goals', 'residence-registration'),
    exact: true,
  });
  const consent = label('codes', 'documents', 'owner-consent');
  await button(
    registration,
    t('papers.demand.mark', { document: consent, state: t('papers.demand.asked') }),
  ).click();
  await registration.getByText(label('codes', 'document-states', 'in-progress'), { exact: true }).waitFor();
}

/** A complaint with its day by the rule, refused, appealed in one tap; and a barrier that gathers another case. */
async function complainsAndAppeals(device: Device, other: string): Promise<void> {
  const { page, words } = device;
  const { t, label } = words;
  await openSide(device, 'matters');
  const start = async (type: string): Promise<void> => {
    await button(theCase(device), t('matters.start')).click();
    await button(theCase(device), label('codes', 'matter-types', type)).click();
  };
  const matters = theCase(device).getByRole('region', { name: t('matters.title'), exact: true });
  await start('complaint');
  await fillDialog(device, 'matter', {
    forum: 'registration-office',
    forumName: 'Qeydiyyat şöbəsi',
    filed: { day: dayThere() },
  });
  const complaint = matters.getByRole('listitem').filter({ hasText: 'Qeydiyyat şöbəsi' }).first();
  await complaint.getByText(t('matters.deadline.lawyer')).waitFor();
  await complaint
    .getByText(t('matters.deadline.rule', { rule: label('codes', 'deadline-rules', 'complaint-answer') }))
    .waitFor();
  const title = `${label('codes', 'matter-types', 'complaint')} · Qeydiyyat şöbəsi`;
  await button(complaint, t('matters.act.of', { act: t('matters.act.answer'), what: title })).click();
  await fillDialog(device, 'matter', { answer: 'refused' });
  await complaint.getByText(t('matters.act.proposed')).waitFor();
  await button(complaint, t('matters.act.of', { act: t('matters.act.appeal'), what: title })).click();
  await fillDialog(device, 'matter', { forumName: 'Yuxarı idarə' });
  await matters
    .getByText(t('matters.facts.appealOf', { what: '' }).trim())
    .first()
    .waitFor();
  await matters.getByText(t('matters.act.appealed'), { exact: true }).waitFor();

  await start('advocacy');
  await fillDialog(device, 'matter', { barrier: 'registration-demanded' });
  await button(matters, t('matters.cases.add')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('matters.cases.search')).fill('Qaran');
  await dialog.getByRole('button', { name: /Qaranquş/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await matters.getByRole('link').filter({ hasText: other }).waitFor();

  await button(theCase(device), t('matters.act.contact')).click();
  await fillDialog(device, 'contact', {
    institution: 'Qeydiyyat şöbəsi',
    promised: 'Sənədi verəcəklər',
    promisedBy: { day: addDays(dayThere(), -2) },
  });
  await theCase(device).getByText(t('matters.contacts.overdue'), { exact: true }).waitFor();
}

/** What a colleague did stands on the coordinator's screen, with who took the danger. */
async function seesWhatWasDone(device: Device): Promise<void> {
  const { words } = device;
  await openSide(device, 'safety');
  // The threat speaks in its own words where one reads who must act.
  const box = theCase(device).getByRole('region', { name: words.t('safety.escalation.title') });
  await box.getByText('Evi yandıracağını dedi').waitFor();
  await openSide(device, 'plan');
  await theCase(device).getByText('Sığınacaqla danışmaq').first().waitFor();
  await openCase(device, 'Qaranquş');
  await openSide(device, 'matters');
  await theCase(device).getByText(words.t('matters.cases.gathered')).waitFor();
}

/** Two names turn out to mean one institution; that is said, and taken back. */
async function joinsNames({ page, words }: Device, name: string, same: string): Promise<void> {
  const { t } = words;
  const institutions = page.getByRole('region', { name: t('matters.page.institutions') });
  await button(institutions, `${t('matters.join.act')} (${name})`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button').filter({ hasText: same }).click();
  // It is in the directory now, and both names stand there as one.
  await institutions.getByRole('link', { name: same, exact: true }).waitFor();
  await institutions.getByText(name, { exact: true }).waitFor({ state: 'detached' });
  await button(page.locator('body'), t('cases.undo.undo')).click();
  await institutions.getByText(name, { exact: true }).waitFor();
  await institutions.getByRole('link', { name: same, exact: true }).waitFor({ state: 'detached' });
}

async function seesAllMatters(
  device: Device,
  look: (device: Device, name: string) => Promise<void>,
): Promise<void> {
  const { page, words } = device;
  await page.getByRole('link', { name: words.t('matters.page.title'), exact: true }).click();
  const institutions = page.getByRole('region', { name: words.t('matters.page.institutions') });
  await institutions.getByText('Qeydiyyat şöbəsi').first().waitFor();
  await look(device, 'all-matters');
  await joinsNames(device, 'Qeydiyyat şöbəsi', 'Yuxarı idarə');
  await page.getByRole('button', { name: words.t('matters.page.overdue'), exact: true }).click();
  await institutions.getByText('Yuxarı idarə').waitFor({ state: 'detached' });
  expect(await institutions.getByText('Qeydiyyat şöbəsi').count()).not.toBe(0);
}

async function keepsAddress(
  device: Device,
  look: (device: Device, name: string) => Promise<void>,
): Promise<void> {
  const { page, words } = device;
  const { t } = words;
  await page
    .getByRole('navigation', { name: t('shell.navigation') })
    .getByRole('link', { name: t('shell.addresses'), exact: true })
    .click();
  const add = page.getByRole('button', { name: t('papers.addresses.add'), exact: true });
  await tabTo(page, add);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const area = PACKS.az.areas[0]?.code ?? '';
  await dialog.getByRole('group', { name: words.label('kinds', 'address', 'fields', 'area') }).waitFor();
  await fillAddress(device, dialog, area);
  await page.getByText('ул. Тополиная, 5').waitFor();
  await look(device, 'addresses');

  await openCase(device, 'Durna');
  await openSide(device, 'papers');
  const register = theCase(device).getByRole('region', { name: t('papers.addresses.title'), exact: true });
  await button(register, t('papers.addresses.use', { name: 'Durna' })).click();
  await register.getByText(t('papers.addresses.used', { name: 'Durna' }), { exact: true }).waitFor();
  await register.getByText(t('papers.addresses.free', { count: 1 })).waitFor();
}

/** The register says by name who uses an address, another case is found and added, and one too many is said. */
async function fillsAddress(
  device: Device,
  look: (device: Device, name: string) => Promise<void>,
): Promise<void> {
  const { page, words } = device;
  const { t, label } = words;
  await page
    .getByRole('navigation', { name: t('shell.navigation') })
    .getByRole('link', { name: t('shell.addresses'), exact: true })
    .click();
  const what = 'ул. Тополиная, 5';
  await page.getByRole('button', { name: t('papers.addresses.editOf', { what }), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('listitem').filter({ hasText: 'Durna' }).waitFor();
  const list = label('kinds', 'address', 'fields', 'usedBy');
  await dialog.getByLabel(t('fields.searchIn', { list })).fill('Qaran');
  await dialog.getByRole('button').filter({ hasText: 'Qaranquş' }).click();
  await fillField(dialog, words, ['address', 'places'], 1);
  await look(device, 'address-users');
  await button(dialog, t('cases.edit.save')).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(t('papers.addresses.over', { used: 2, places: 1 })).waitFor();
  await page.getByText('Qaranquş', { exact: false }).first().waitFor();
  await look(device, 'address-too-full');
}

async function fillAddress({ words }: Device, dialog: Locator, area: string): Promise<void> {
  const fields = { area: { area }, address: 'ул. Тополиная, 5', willing: 'yes', places: 2 };
  for (const [name, value] of Object.entries(fields))
    await fillField(dialog, words, ['address', name], value);
  await button(dialog, words.t('cases.edit.save')).click();
  await dialog.waitFor({ state: 'detached' });
}
