import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Device } from './device.ts';
import { type Entered, fillField } from './fields.ts';
import { go } from './navigate.ts';

export type Fields = Readonly<Record<string, Entered>>;

/** What can be added to a case, and the words of the button that does it. */
const ADDS = {
  response: 'cases.add.response',
  task: 'cases.add.task',
  violation: 'cases.add.violation',
  note: 'cases.add.note',
  person: 'cases.add.person',
  perpetrator: 'cases.add.perpetrator',
  source: 'cases.add.source',
} as const;
export type Addable = keyof typeof ADDS;

/** The open case. */
export function theCase({ page, words }: Device): Locator {
  return page.getByRole('article', { name: words.label('kinds', 'case', 'one'), exact: true });
}

/** Looks for a case in the list and opens it. */
export async function openCase(device: Device, search: string): Promise<void> {
  const { page, words } = device;
  await go(device, 'cases');
  const field = page.getByLabel(words.t('cases.list.search'), { exact: true });
  // The list comes back with what was last looked for, and a fast hand may have typed before that.
  await expect
    .poll(async () => {
      if ((await field.inputValue()) !== search) await field.fill(search);
      return page.locator(`[data-answers=${JSON.stringify(search)}]`).count();
    })
    .toBe(1);
  const row = page
    .getByRole('list', { name: words.t('cases.list.label') })
    .getByRole('link')
    .filter({ hasText: search });
  await row.first().click();
  await theCase(device).getByRole('heading', { level: 2 }).waitFor();
}

/** The titles of the cases that the list shows for a search. */
export async function searchCases(device: Device, search: string): Promise<string[]> {
  const { page, words } = device;
  await go(device, 'cases');
  const field = page.getByLabel(words.t('cases.list.search'), { exact: true });
  await field.fill(search);
  await answersTo(page, search);
  const rows = page.getByRole('list', { name: words.t('cases.list.label') }).getByRole('link');
  return rows.locator('.case-row-title').allInnerTexts();
}

/** Waits until what a list shows is the answer to this search: an older answer still standing would be read too early. */
export async function answersTo(page: Page, search: string): Promise<void> {
  await page.locator(`[data-answers=${JSON.stringify(search)}]`).waitFor();
}

export const recordIn = (device: Device, id: string): Locator =>
  theCase(device).locator(`[id="record-${id}"]`);

/** Ids of the records that stand on the page, in its order. */
export async function recordIds(device: Device): Promise<string[]> {
  return theCase(device)
    .locator('[id^="record-"]')
    .evaluateAll((all) => all.map(({ id }) => id.slice('record-'.length)));
}

/** Fills the open dialog and saves it; when it has gone, the page has said that it is kept. */
export async function fillDialog(
  { page, words }: Device,
  kind: string,
  fields: Fields,
  save = words.t('cases.edit.save'),
): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [name, value] of Object.entries(fields)) await fillField(dialog, words, [kind, name], value);
  await dialog.getByRole('button', { name: save, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Opens the dialog for a new record. */
export async function startAdding(device: Device, kind: Addable): Promise<void> {
  const { words } = device;
  const article = theCase(device);
  const act = words.t(ADDS[kind]);
  if (kind !== 'response')
    await article.getByRole('button', { name: words.t('cases.add.more'), exact: true }).click();
  await article.getByRole('button', { name: act, exact: true }).click();
}

/** Adds a record and answers its id. */
export async function add(device: Device, kind: Addable, fields: Fields): Promise<string> {
  const before = await recordIds(device);
  await startAdding(device, kind);
  await fillDialog(device, kind, fields);
  const fresh = theCase(device).locator('[id^="record-"]');
  await fresh.nth(before.length).waitFor();
  const added = (await recordIds(device)).find((id) => !before.includes(id));
  if (added === undefined) throw new Error(`the ${kind} was not added`);
  return added;
}

/** Opens a record's dialog by its "edit" button. */
export async function startEditing(device: Device, id: string): Promise<void> {
  const button = recordIn(device, id)
    .getByRole('button')
    .filter({ hasText: device.words.t('cases.edit.edit') });
  await button.first().click();
}

export async function edit(device: Device, id: string, kind: string, fields: Fields): Promise<void> {
  if (Object.keys(fields).length === 0) return;
  await startEditing(device, id);
  await fillDialog(device, kind, fields);
}

/** The parts of the case itself that one dialog each changes, with the words on their "edit" button. */
export type CasePart = 'head' | 'status' | 'wishes' | 'keywords' | 'causes';

/** Opens the dialog of a part of the case itself. */
export async function startEditingCase(device: Device, part: CasePart): Promise<void> {
  const { words } = device;
  const article = theCase(device);
  if (part === 'head') {
    await article.getByRole('button', { name: words.t('cases.head.more'), exact: true }).click();
    await article.getByRole('button', { name: words.t('cases.head.edit'), exact: true }).click();
    return;
  }
  const name = {
    status: words.label('kinds', 'case', 'fields', 'status'),
    wishes: words.label('kinds', 'case', 'fields', 'wants'),
    keywords: words.label('kinds', 'case', 'fields', 'keywords'),
    causes: words.label('kinds', 'case', 'fields', 'causes'),
  }[part];
  await article
    .getByRole('button', { name: words.t('cases.edit.what', { what: name }), exact: true })
    .click();
}

export async function editCase(device: Device, part: CasePart, fields: Fields): Promise<void> {
  await startEditingCase(device, part);
  await fillDialog(device, 'case', fields);
}

/** Opens the judgement of the first act of the open case that nobody judged yet. */
export async function startJudging(device: Device): Promise<void> {
  await theCase(device)
    .getByRole('button', { name: device.words.t('cases.judge.act'), exact: true })
    .first()
    .click();
}

/** Writes down a decision of the client; the line of its kind stands among the consents. */
export async function decide(device: Device, to: string, fields: Fields): Promise<void> {
  const { words } = device;
  const line = theCase(device).getByRole('button', { name: words.label('codes', 'consent-kinds', to) });
  await line.first().click();
  await fillDialog(device, 'consent', fields);
}
