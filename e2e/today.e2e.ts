import { addDays } from '@dayaq/domain';
import { formatMoney } from '@dayaq/locale';
import type { Change, Value } from '@dayaq/vault/client';
import { beforeAll, expect, test } from 'vitest';
import { dayThere } from './lib/clock.ts';
import { found } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { press, tabTo } from './lib/keyboard.ts';
import { go } from './lib/navigate.ts';
import { Office } from './lib/office.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
const TODAY = dayThere();
const HOUR = 3_600_000;
const CASES = 250;
const WORDS = 'Tək qayıtsan, bu işi bitirəcəyəm.';

let office: Office;
/** A coordinator, and a caseworker. */
let laptop: Device;
let phone: Device;

const record = (kind: string, id: string, values: Record<string, Value>): Change => ({
  kind,
  record: id,
  fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { set: value }])),
});

/** A thousand things to do in 250 cases: one's own, a colleague's, nobody's, late, far, and long forgotten. */
beforeAll(async () => {
  const world = await worlds.start();
  office = await Office.open(world, 'Dayaq sınağı');
  laptop = await office.colleague('laptop', 'az', 'Leyla', 'coordinator');
  phone = await office.colleague('phone', 'ru', 'Эльчин');
  const members = await office.vault.members();
  const owners = ['Leyla', 'Эльчин', 'Sara', ''].map(
    (wanted) => members.find(({ name }) => name === wanted)?.account ?? '',
  );
  for (let n = 0; n < CASES; n++) {
    const dossier = office.id();
    const owner = owners[n % 4] ?? '';
    await office.vault.save({
      dossier,
      changes: [
        record('case', dossier, {
          reference: `T${String(n).padStart(3, '0')}-AZ`,
          alias: n % 3 === 0 ? '' : `Ad ${n}`,
          opened: { day: '2026-09-01' },
          status: 'in-progress',
          owner,
          summary: 'Ev sahibi sənəd vermədən çıxarıb.',
        }),
        record('violation', office.id(), { type: n % 2 === 0 ? 'evicted' : 'threat' }),
        ...[0, 1, 2, 3].map((k) =>
          record('task', office.id(), {
            what: `Addım ${k}`,
            owner,
            due: { day: addDays(TODAY, ((n * 7 + k * 11) % 90) - 45) },
          }),
        ),
      ],
    });
  }
  await grave('Lalə', { words: WORDS, credible: 'likely', type: ['kill'], channel: 'message' });
  // Eighty letters and four thousand without a blank: both wrap.
  await grave('Ə'.repeat(80), { credible: 'likely', type: ['evict'], words: 'x'.repeat(4000) });
  await grave('Təranə', { credible: 'likely', type: ['harm-family'], byWhom: 'landlord' });
  await office.vault.syncNow();
  await go(laptop, 'cases');
  await go(laptop, 'today');
});

/** A case in which somebody is in danger, and food is asked for. */
async function grave(alias: string, threat: Record<string, Value>): Promise<void> {
  const dossier = office.id();
  const now = Date.now();
  const { account } = await office.vault.status();
  await office.vault.save({
    dossier,
    changes: [
      record('case', dossier, {
        reference: `X${alias.length % 10}X-9XX`,
        alias,
        opened: { day: TODAY },
        status: 'new',
      }),
      record('threat', office.id(), { date: { day: TODAY }, byWhom: 'partner', ...threat }),
      record('violation', office.id(), { type: 'threat' }),
      record('cost', office.id(), {
        purpose: 'food',
        amount: { minor: 2100, currency: 'AZN' },
        askedAt: now - 70 * HOUR,
        askedBy: account,
      }),
      record('referral', office.id(), {
        to: 'Təmiz Ev',
        target: 'service',
        need: 'legal-aid',
        sent: now - 48 * HOUR,
      }),
    ],
  });
}

const main = ({ page }: Device) => page.getByRole('main');
const region = (device: Device, name: string) => device.page.getByRole('region', { name });
const dangers = (device: Device) => region(device, device.words.t('today.danger.title'));
const taken = (device: Device) => region(device, device.words.t('today.danger.takenTitle'));
const rowsIn = (device: Device) => main(device).getByRole('listitem');

async function looksWell(device: Device, name: string): Promise<void> {
  await isStill(device.page);
  await photograph(device, name);
  expect(await inspect(device.page, name, device.options.language)).toEqual([]);
}

async function show(device: Device, whose: 'mine' | 'nobody' | 'all'): Promise<void> {
  const choice = main(device).getByRole('button', { name: device.words.t(`today.whose.${whose}`) });
  await choice.first().click();
  await region(device, device.words.t(`today.list.${whose}`)).waitFor();
}

test('a thousand tasks are one screen’s reading: a danger in its own words, one’s own twenty, and more on demand', async () => {
  const { t, language } = laptop.words;
  const grave = dangers(laptop).getByRole('listitem').filter({ hasText: 'Lalə' });
  await grave.getByRole('link', { name: WORDS }).waitFor();
  await grave.getByText(t('safety.level.critical'), { exact: true }).waitFor();
  const mine = region(laptop, t('today.list.mine'));
  await mine.getByRole('heading', { level: 2 }).filter({ hasText: '252' }).waitFor();
  expect(await mine.getByRole('listitem').count()).toBe(20);
  expect(await rowsIn(laptop).count()).toBeLessThan(40);
  await looksWell(laptop, 'today-thousand-laptop');
  await mine.getByRole('button', { name: t('today.more', { count: 20 }), exact: true }).click();
  await expect.poll(() => mine.getByRole('listitem').count()).toBe(40);

  // Said, and taken back: the danger is nobody's again.
  await grave.getByRole('button', { name: t('today.danger.take') }).click();
  await taken(laptop).getByRole('link', { name: WORDS }).waitFor();
  await looksWell(laptop, 'today-taken-laptop');
  await laptop.page.getByRole('button', { name: t('cases.undo.undo'), exact: true }).click();
  await grave.waitFor();

  // What protected them is written where it belongs.
  await grave.getByRole('button', { name: t('today.danger.take') }).click();
  await taken(laptop)
    .getByRole('link', { name: t('safety.escalation.protected') })
    .click();
  const deed = laptop.page.getByRole('dialog', { name: t('safety.escalation.protected') });
  await deed.waitFor();
  await laptop.page.keyboard.press('Escape');
  await go(laptop, 'today');

  // The deed says how much; there is no ticking it off here, it is decided where it stands.
  await show(laptop, 'nobody');
  const words = t('today.deed.cost-decide', {
    amount: formatMoney(language, 2100, 'AZN'),
    purpose: laptop.words.label('codes', 'cost-purposes', 'food'),
  });
  const cost = main(laptop).getByRole('listitem').filter({ hasText: words }).first();
  await cost.hover();
  await cost.getByRole('button', { name: words }).click();
  await cost.getByRole('button', { name: t('today.give.act'), exact: true }).waitFor();
  expect(await cost.getByRole('button', { name: t('today.done'), exact: true }).count()).toBe(0);
  await laptop.page.keyboard.press('Escape');
  await cost.getByRole('link', { name: words, exact: true }).click();
  const approve = laptop.page.getByRole('article').getByRole('button', { name: t('costs.act.approve') });
  await approve.waitFor();
  await expect.poll(() => approve.evaluate(isInSight)).toBe(true);
  await approve.click();
  await go(laptop, 'today');
  await region(laptop, t('today.list.nobody')).waitFor();
  await expect.poll(() => main(laptop).getByRole('link', { name: words, exact: true }).count()).toBe(2);
});

test('a task in one’s own words is done here, and taken back; a person’s tasks are looked at by their name', async () => {
  const { t } = laptop.words;
  await show(laptop, 'mine');
  const mine = region(laptop, t('today.list.mine'));
  const heading = mine.getByRole('heading', { level: 2 });
  const before = Number(/\d+/.exec(await heading.innerText())?.[0]);
  const first = mine.getByRole('listitem').filter({ hasText: /Addım/ }).first();
  const deed = await first.getByRole('link').innerText();
  await first.hover();
  await first.getByRole('button', { name: deed }).click();
  await first.getByRole('button', { name: t('today.done'), exact: true }).click();
  await heading.filter({ hasText: String(before - 1) }).waitFor();
  await laptop.page.getByRole('button', { name: t('cases.undo.undo'), exact: true }).click();
  await heading.filter({ hasText: String(before) }).waitFor();

  const load = region(laptop, t('today.load.title'));
  await load.getByRole('button', { name: 'Эльчин', exact: true }).click();
  await region(laptop, 'Эльчин').getByRole('listitem').first().waitFor();
  await main(laptop)
    .getByRole('button', { name: t('today.whose.only', { name: 'Эльчин' }), exact: true })
    .click();
  await mine.waitFor();

  // What is long late is one press away, and not drawn before.
  await mine.getByText(/bir aydan çox/).click();
  await expect.poll(() => mine.getByRole('listitem').count()).toBeGreaterThan(30);
});

test('by keyboard alone one comes from the choice of whose to a row, and into the thing itself', async () => {
  const { page, words } = laptop;
  await page.getByRole('heading', { level: 1 }).focus();
  await press(page, main(laptop).getByRole('button', { name: words.t('today.whose.all'), exact: true }));
  const all = region(laptop, words.t('today.list.all'));
  const row = all.getByRole('listitem').filter({ hasText: /Addım/ }).first().getByRole('link');
  await tabTo(page, row);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cases\/[\w-]+#record-/);
});

test('a phone shows the same in one column, in Russian', async () => {
  const { t } = phone.words;
  await go(phone, 'cases');
  await go(phone, 'today');
  await dangers(phone).getByRole('listitem').filter({ hasText: 'Təranə' }).waitFor();
  const mine = region(phone, t('today.list.mine'));
  await mine.getByRole('listitem').first().waitFor();
  expect(await mine.getByRole('listitem').count()).toBe(20);
  await region(phone, t('today.owed.title')).getByText('Təmiz Ev').first().waitFor();
  await looksWell(phone, 'today-thousand-phone');
});

test('the first week says what to begin with, ticks what is so, and goes', async () => {
  const world = await worlds.start();
  const founder = await world.device('phone', 'az');
  await found(founder, world.server.foundingLink, { organisation: 'Opora', name: 'Nigar' });
  const { t } = founder.words;
  const list = region(founder, t('today.first.title'));
  const step = (title: string) => list.getByRole('listitem').filter({ hasText: title });
  await step(t('today.first.kit')).getByText(t('today.first.isDone'), { exact: true }).waitFor();
  await step(t('today.first.keyholder')).getByRole('link').waitFor();
  expect(await main(founder).getByText(t('today.none')).count()).toBe(0);
  await looksWell(founder, 'today-first-day-phone');
  await invite(founder);
  await go(founder, 'today');
  await step(t('today.first.colleague')).getByText(t('today.first.isDone'), { exact: true }).waitFor();
  await list.getByRole('button', { name: t('today.first.tried'), exact: true }).click();
  await step(t('today.first.leave')).getByText(t('today.first.isDone'), { exact: true }).waitFor();
  await list.getByRole('button', { name: t('today.first.away'), exact: true }).click();
  await main(founder).getByText(t('today.none')).waitFor();

  const other = await world.device('laptop', 'tg');
  await found(other, await world.server.anotherLink(), { organisation: 'Такягоҳ', name: 'Зарина' });
  await region(other, other.words.t('today.first.title')).waitFor();
  await looksWell(other, 'today-first-day-laptop');
});

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
