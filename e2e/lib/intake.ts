import { codeOf } from '@dayaq/domain';
import type { Device } from './device.ts';
import { type Entered, fillField, tick } from './fields.ts';
import { go } from './navigate.ts';

type Fields = Readonly<Record<string, Entered>>;
type Step = 'about' | 'what' | 'story' | 'by' | 'now' | 'contact' | 'consent' | 'review';
type Consent = 'service' | 'sharing' | 'statistics';

/** What a worker is told and writes down while the person is there. */
export interface Telling {
  /** The person's alias, age band, populations, gender and safe contact. */
  client: Fields;
  /** Where it is known from, when not from the person. */
  source?: Fields;
  channel?: string;
  /** Age bands of the children in their care. */
  children?: readonly string[];
  /** Second-level codes of what happened. */
  types: readonly string[];
  words: string;
  /** When and why (of the first act), where, and at what kind of place. */
  act: Fields;
  perpetrators: readonly { type: string; unit?: string }[];
  danger?: string;
  wants?: readonly string[];
  doneToday?: readonly string[];
  task?: { what: string; due: string };
  consents: Partial<Record<Consent, 'yes' | 'no'>>;
  /** How consent was given, and what may be shared with whom. */
  consent?: Fields;
  /** Names of the only colleagues who may open the case. */
  readers?: readonly string[];
}

/** Begins an intake: from the navigation, past unfinished ones. */
export async function startIntake(device: Device): Promise<void> {
  const { page, words } = device;
  await go(device, 'newCase');
  const begun = page.getByRole('heading', { name: words.t('intake.who.title') });
  const unfinished = page.getByRole('button', { name: words.t('intake.drafts.fresh'), exact: true });
  await begun.or(unfinished).waitFor();
  if (await unfinished.isVisible()) await unfinished.click();
  await begun.waitFor();
}

/** Goes on to the next step, which must be this one. */
export async function next(device: Device, step: Step): Promise<void> {
  const { page, words } = device;
  await nextButton(device, step).click();
  await page.getByRole('heading', { name: words.t(`intake.${step}.title`), exact: true, level: 2 }).waitFor();
}

const nextButton = ({ page, words }: Device, step: Step) =>
  page.getByRole('button', {
    name: words.t('intake.next', { step: words.t(`intake.${step}.short`) }),
    exact: true,
  });

/** Whether this step comes next. */
const offers = (device: Device, step: Step): Promise<boolean> => nextButton(device, step).isVisible();

const group = ({ page }: Device, name: string) => page.getByRole('group', { name, exact: true });

export async function tellWho(device: Device, { client, source, channel }: Telling): Promise<void> {
  const { page, words } = device;
  const { t } = words;
  const form = page.getByRole('main');
  if (source !== undefined) {
    await group(device, t('intake.who.teller'))
      .getByRole('radio', { name: t('intake.who.somebodyElse') })
      .check();
    const asked: Record<string, string> = {
      connection: t('intake.who.connection'),
      words: t('intake.who.sourceWords'),
    };
    for (const [name, value] of Object.entries(source))
      await fillField(form, words, ['source', name], value, asked[name]);
  }
  if (client['alias'] !== undefined)
    await fillField(form, words, ['person', 'alias'], client['alias'], t('intake.who.alias'));
  if (client['ageBand'] !== undefined)
    await tick(group(device, t('intake.who.age')), String(client['ageBand']));
  if (channel !== undefined)
    await fillField(form, words, ['case', 'channel'], channel, t('intake.who.channel'));
}

export async function tellAbout(device: Device, { client, children = [] }: Telling): Promise<void> {
  const { page, words } = device;
  const { t } = words;
  const populations = (client['populations'] ?? []) as readonly string[];
  for (const code of populations) await tick(group(device, t('intake.about.populations')), code);
  if (populations.length > 1 && client['countedAs'] !== undefined) {
    await tick(group(device, t('intake.about.countedAs')), String(client['countedAs']));
  }
  if (client['genderIdentity'] !== undefined) {
    const gender = words.label('kinds', 'person', 'fields', 'genderIdentity');
    await page.getByText(t('intake.about.ifWanted', { what: gender }), { exact: true }).click();
    await fillField(page.getByRole('main'), words, ['person', 'genderIdentity'], client['genderIdentity']);
  }
  for (const [index, ageBand] of children.entries()) {
    await page.getByRole('button', { name: t('intake.about.addChild'), exact: true }).click();
    await page.getByLabel(t('intake.who.age'), { exact: true }).nth(index).selectOption(ageBand);
  }
}

/** What happened, and of the first act who did it and when, where it was chosen. */
export async function tellWhat(device: Device, { types, act, perpetrators }: Telling): Promise<void> {
  const { page, words } = device;
  const all = group(device, words.t('intake.what.title'));
  const choose = (code: string) => all.locator(`input[name^="intake-type"][value="${code}"]`).check();
  for (const type of types) {
    const branch = codeOf('violation-types', type)?.parent;
    if (branch !== undefined) await choose(branch);
    await choose(type);
  }
  const [first] = types;
  if (first === undefined) return;
  await tellDoers(device, first, perpetrators);
  const { date } = act;
  if (typeof date !== 'object' || !('day' in date)) return;
  const when = page.locator(`fieldset:has(> .choices > .choice > input[name="intake-when-${first}"])`);
  await tick(when, 'other');
  await fillField(when, words, ['violation', 'date'], date, words.t('intake.what.whichDay'));
}

/** Who did an act, where it is asked. */
async function tellDoers(device: Device, act: string, perpetrators: Telling['perpetrators']): Promise<void> {
  const asked = device.page.locator(`fieldset:has(> .choices > .choice > input[name="intake-by-${act}"])`);
  for (const { type, unit } of perpetrators) {
    await tick(asked, type);
    await nameUnit(device, type, unit);
  }
}

/** Only institutions have units; of a landlord the question is not asked. */
async function nameUnit({ page, words }: Device, type: string, unit: string | undefined): Promise<void> {
  if (unit === undefined) return;
  const who = words.label('codes', 'perpetrator-types', type);
  const question = page.getByLabel(words.t('intake.by.unit', { who }), { exact: true });
  if (await question.isVisible()) await question.fill(unit);
}

export async function tellStory({ page, words }: Device, telling: Telling): Promise<void> {
  const { t } = words;
  const form = page.getByRole('main');
  await page.getByLabel(t('intake.story.words'), { exact: true }).fill(telling.words);
  const { date: _inItsAct, ...act } = telling.act;
  // Each act has its own reason; with several, the question names the act.
  const asks = (key: 'reason' | 'barrier') =>
    telling.types.length > 1
      ? t(`intake.story.${key}For`, {
          act: words.label('codes', 'violation-types', telling.types[0] ?? ''),
        })
      : t(`intake.story.${key}`);
  const asked: Record<string, string> = {
    area: t('intake.story.where'),
    placeType: t('intake.story.placeType'),
    statedReason: asks('reason'),
    barrierTo: asks('barrier'),
  };
  for (const [name, value] of Object.entries(act))
    await fillField(form, words, ['violation', name], value, asked[name]);
}

/** Without an act, who did it is asked here. */
export async function tellBy(device: Device, { types, perpetrators }: Telling): Promise<void> {
  if (types.length > 0) return;
  for (const { type, unit } of perpetrators) {
    await tick(group(device, device.words.t('intake.by.types')), type);
    await nameUnit(device, type, unit);
  }
}

export async function tellNow(
  device: Device,
  { danger, wants, doneToday = [], task }: Telling,
): Promise<void> {
  const { page, words } = device;
  const { t } = words;
  const form = page.getByRole('main');
  if (danger !== undefined) await tick(group(device, t('intake.now.danger')), danger);
  if (wants !== undefined) await fillField(form, words, ['case', 'wants'], wants, t('intake.now.wants'));
  if (doneToday.length > 0) await page.getByText(t('intake.now.done'), { exact: true }).click();
  for (const code of doneToday) await tick(group(device, t('intake.now.doneToday')), code);
  if (task === undefined) return;
  await fillField(form, words, ['task', 'what'], task.what, t('intake.now.task'));
  await fillField(form, words, ['task', 'due'], { day: task.due }, t('intake.now.due'));
}

export async function tellContact({ page, words }: Device, { client, readers }: Telling): Promise<void> {
  const { t } = words;
  const asked: Record<string, string> = {
    safeChannel: t('intake.contact.how'),
    safeContact: t('intake.contact.where'),
    safeHours: t('intake.contact.hours'),
    codeWord: t('intake.contact.codeWord'),
    neverContact: t('intake.contact.never'),
  };
  for (const [name, question] of Object.entries(asked)) {
    const value = client[name];
    if (value !== undefined)
      await fillField(page.getByRole('main'), words, ['person', name], value, question);
  }
  if (readers === undefined) return;
  await page.getByRole('checkbox', { name: t('intake.contact.restrict') }).check();
  const named = page.getByRole('group', { name: t('intake.contact.readers'), exact: true });
  for (const reader of readers) await named.getByRole('checkbox', { name: reader, exact: true }).check();
}

export async function tellConsent(device: Device, { consents, consent = {} }: Telling): Promise<void> {
  const { page, words } = device;
  const { t } = words;
  const asked: Record<string, string> = {
    recipient: t('intake.consent.recipient'),
    how: t('intake.consent.how'),
    givenBy: t('intake.consent.givenBy'),
  };
  for (const [to, answer] of Object.entries(consents))
    await tick(group(device, t(`intake.consent.${to as Consent}`)), answer);
  for (const [field, value] of Object.entries(consent)) {
    if (field === 'parts') {
      // Opening a part says yes to what needs no yes of its own.
      const name = t('referrals.consent.parts', { name: String(consent['recipient']) });
      for (const part of value as string[])
        await page
          .getByRole('group', { name })
          .getByRole('checkbox', { name: words.label('codes', 'shared-parts', part) })
          .check();
      continue;
    }
    await fillField(page.getByRole('main'), words, ['consent', field], value, asked[field]);
  }
}

/** The steps in their order, each with what is told in it. */
const STEPS = [
  ['who', tellWho],
  ['about', tellAbout],
  ['what', tellWhat],
  ['story', tellStory],
  ['by', tellBy],
  ['now', tellNow],
  ['contact', tellContact],
  ['consent', tellConsent],
] as const;

/**
 * The whole intake, step by step, up to the last look at it.
 * @param look called when a step is filled in, before going on
 */
export async function tellAll(
  device: Device,
  telling: Telling,
  look: (step: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const [step, tell] of STEPS) {
    // Where every act said who did it, nobody is asked again.
    if (step === 'by' && !(await offers(device, step))) continue;
    if (step !== 'who') await next(device, step);
    await tell(device, telling);
    await look(step);
  }
  await next(device, 'review');
  await look('review');
}

/** Saves the case and answers its reference. */
export async function saveIntake({ page, words }: Device): Promise<string> {
  await page.getByRole('button', { name: words.t('intake.save'), exact: true }).click();
  await page.getByRole('heading', { name: words.t('intake.done.title'), exact: true, level: 2 }).waitFor();
  return page.locator('.intake-reference dd').first().innerText();
}

export async function openSavedCase({ page, words }: Device): Promise<void> {
  await page.getByRole('link', { name: words.t('intake.done.open'), exact: true }).click();
  await page.getByRole('article').getByRole('heading', { level: 2 }).waitFor();
}

/** A short case with an alias and an account: for journeys that are about something else. */
export async function quickCase(device: Device, alias: string, words: string): Promise<string> {
  const telling: Telling = { client: { alias }, types: [], words, act: {}, perpetrators: [], consents: {} };
  await startIntake(device);
  await tellWho(device, telling);
  await next(device, 'about');
  await next(device, 'what');
  await next(device, 'story');
  await tellStory(device, telling);
  await device.page.getByRole('button', { name: device.words.t('intake.saveNow'), exact: true }).click();
  await device.page
    .getByRole('heading', { name: device.words.t('intake.done.title'), exact: true, level: 2 })
    .waitFor();
  return device.page.locator('.intake-reference dd').first().innerText();
}
