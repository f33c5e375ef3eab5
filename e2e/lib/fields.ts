import { fieldOf, type FuzzyDate, type Place } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import type { Locator } from 'playwright-core';

/** What somebody enters into a field: a text or number, a code, several codes, a date, a place, or ids of records. */
export type Entered = string | number | readonly string[] | FuzzyDate | Place;

const isPlace = (value: Entered): value is Place => typeof value === 'object' && 'area' in value;
const isDate = (value: Entered): value is FuzzyDate => typeof value === 'object' && 'day' in value;

/**
 * Fills one field of a kind, found by the name that the page gives it, in whichever form the page asks for it.
 * @param asked the page's own question, where it does not use the field's name
 */
export async function fillField(
  scope: Locator,
  words: Translator,
  [kind, name]: readonly [kind: string, field: string],
  value: Entered,
  asked = words.label('kinds', kind, 'fields', name),
): Promise<void> {
  const type = fieldOf(kind, name)?.type;
  if (type === undefined) throw new Error(`${kind} has no field ${name}`);
  const group = scope.getByRole('group', { name: asked, exact: true });
  const control = group.or(scope.getByLabel(asked, { exact: true })).first();
  switch (type.is) {
    case 'text':
    case 'number':
      return control.fill(String(value));
    case 'date':
      if (!isDate(value)) throw new Error(`${kind}.${name} is a date`);
      return fillDate(control, words, asked, value);
    case 'place':
      if (!isPlace(value)) throw new Error(`${kind}.${name} is a place`);
      await pick(control.getByRole('button').first(), control, value.area);
      if (value.detail !== undefined)
        await control.getByLabel(words.t('fields.place.detail'), { exact: true }).fill(value.detail);
      return;
    case 'code':
    case 'answer':
    case 'reference':
    case 'member':
      return choose(control, scope, String(value));
    case 'codes':
    case 'references':
      for (const code of value as readonly string[]) await tick(control, code);
      return;
    default:
      throw new Error(`nobody types a ${type.is}`);
  }
}

/** One of several, in rows, in a native list, or in a list that opens. */
async function choose(control: Locator, scope: Locator, code: string): Promise<void> {
  const form = await control.evaluate((element) => element.tagName);
  if (form === 'SELECT') await control.selectOption(code);
  else if (form === 'BUTTON') await pick(control, scope, code);
  else await tick(control, code);
}

async function pick(button: Locator, scope: Locator, code: string): Promise<void> {
  await button.click();
  const row = scope.locator('.picker-panel').locator(`input[value="${code}"]`);
  // Choosing the chosen one would take it back. The list goes away with a choice, so it cannot be looked at afterwards.
  if (await row.isChecked()) await button.click();
  else await row.click();
  await scope.locator('.picker-panel').waitFor({ state: 'detached' });
}

/** Ticks the row of a code, after opening the part of a long list in which it stands. */
export async function tick(group: Locator, code: string): Promise<void> {
  const box = group.locator(`input[value="${code}"]`);
  await box.waitFor({ state: 'attached' });
  if (!(await box.isVisible())) await box.locator('xpath=ancestor::details[not(@open)][1]/summary').click();
  await box.check();
}

/** As people write dates: 2023, 06.2023 or 14.03.2023. */
export function typedDate(day: string): string {
  return day.split('-').toReversed().join('.');
}

async function fillDate(
  group: Locator,
  words: Translator,
  asked: string,
  { day, about }: FuzzyDate,
): Promise<void> {
  await group.getByRole('textbox', { name: asked, exact: true }).fill(typedDate(day));
  if (about) await group.getByRole('checkbox', { name: words.t('fields.date.about'), exact: true }).check();
}
