import { addDays } from '@dayaq/domain';
import { formatMoney } from '@dayaq/locale';
import { beforeAll, expect, test } from 'vitest';
import { SAMIR, type Story, ZAUR, ZEINAB } from '../worlds/demo/stories.ts';
import {
  add,
  edit,
  editCase,
  type Fields,
  fillDialog,
  openCase,
  searchCases,
  startJudging,
  theCase,
} from './lib/cases.ts';
import { dayThere } from './lib/clock.ts';
import {
  addFund,
  type Asking,
  costAct,
  costState,
  fillAsk,
  goToCosts,
  pay,
  payWithoutReceipt,
  startAsking,
} from './lib/costs.ts';
import type { Device } from './lib/device.ts';
import { fillField } from './lib/fields.ts';
import { promiseKept, talkWith } from './lib/matters.ts';
import { go } from './lib/navigate.ts';
import { anOrganisation, introduce } from './lib/organisations.ts';
import { markPaper } from './lib/papers.ts';
import { photoWithPlace } from './lib/photo.ts';
import { photograph } from './lib/photograph.ts';
import { doToday, finishDue, planFor } from './lib/plan.ts';
import {
  agree,
  answerReferral,
  askAnew,
  choosePeer,
  closeReferral,
  openReceived,
  preview,
  referralStands,
  sendTo,
  startReferring,
  writeAnswerDown,
} from './lib/referrals.ts';
import { isKept } from './lib/offline.ts';
import { openSide, partOf } from './lib/sides.ts';
import { saidIn, takeIn } from './lib/story.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
/** The shelter's organisation; ours is the team's. */
const OURS = 'Dayaq sınağı';
const THEIRS = 'Təmiz Dünya';
const FUND = 'Təcili yardım';
const TODAY = dayThere();
/** The one thing that the stories leave open. */
const OWNERS_ANSWER = saidIn(ZAUR, 'az', 'answer of the owner', 'what');
const HEAD = 'Руководитель наркологического центра';

/** A caseworker in the street, who has no network for half a day. */
let phone: Device;
/** The coordinator, in the office. */
let laptop: Device;
/** Somebody who works in the shelter of another organisation. */
let shelter: Device;
const references = new Map<Story['key'], string>();

beforeAll(async () => {
  const world = await worlds.start();
  ({ laptop, phone } = await aTeam(world, ['ru', 'az']));
  shelter = await anOrganisation(
    world,
    { size: 'laptop', language: 'az', organisation: THEIRS, name: 'Aytən' },
    await world.server.anotherLink(),
  );
  await introduce(laptop, shelter, { one: OURS, other: THEIRS });
  await addFund(laptop, { name: FUND, donor: 'Şəfəq Fondu', amount: '300' });
});

test('without a network, three people are taken in, help is planned, a threat and talks are logged, money is asked for; all of it arrives', async () => {
  const { t } = phone.words;
  await goToCosts(phone);
  await phone.page.getByText(FUND).first().waitFor();
  await isKept(phone);
  await phone.offline();

  references.set('zeinab', await takeIn(phone, ZEINAB, 'az'));
  // Her child, who goes along later where she agrees to it.
  await add(phone, 'person', { ageBand: '0-13' });
  await planFor(phone, 'safe-place', { note: 'Bu gecə üçün ikisinə də yer tapmaq' });
  await planFor(phone, 'legal-advice', {
    type: 'secondary-legal',
    note: 'Mənzil barədə hüquqşünasdan soruşmaq',
  });
  await openSide(phone, 'safety');
  await button(phone, t('safety.threats.log')).click();
  await fillDialog(phone, 'threat', {
    type: ['evict'],
    words: 'Sabaha qədər çıxmasalar, əşyalarını küçəyə atacaq',
    byWhom: 'landlord',
    credible: 'likely',
  });
  await asks({ amount: '60', purpose: 'food', words: 'İlk günlər üçün yemək' });

  references.set('zaur', await takeIn(phone, ZAUR, 'az'));
  await openSide(phone, 'papers');
  await phone.page.getByLabel(t('papers.choose')).selectOption('residence-registration');
  await markPaper(phone, { goal: 'residence-registration', document: 'identity-card', mark: 'has' });
  await talkWith(phone, 'Sosial xidmətlər', {
    about: 'Onun adından danışdıq.',
    promised: 'Sənədlər tam olan kimi işə baxacaqlar',
    promisedBy: { day: addDays(TODAY, 1) },
  });
  await asks({ amount: '45,50', purpose: 'registration', words: 'Qeydiyyat rüsumu' });

  references.set('samir', await takeIn(phone, SAMIR, 'az'));
  await planFor(phone, 'treatment', { type: 'ost', note: 'Məcburi müalicəsiz proqrama qəbul' });
  await talkWith(phone, 'Narkologiya mərkəzinin qəbulu', {
    about: 'Əvvəlcə məcburi müalicə tələb edirlər.',
  });
  await asks({ amount: '12', purpose: 'transport', words: 'Mərkəzə gediş-gəliş' });

  // The danger stands on the phone's own screen; nothing has left it.
  await go(phone, 'today');
  await dangersOf(phone).getByText('Zeynəb').waitFor();
  await photograph(phone, 'stand-by-offline-today');
  expect(await searchCases(laptop, 'Zeynəb')).toEqual([]);
  await phone.online();

  // The coordinator takes the danger, and the caseworker is told.
  await go(laptop, 'today');
  const row = dangersOf(laptop).getByRole('listitem').filter({ hasText: 'Zeynəb' });
  await row.waitFor();
  await row.getByRole('button', { name: laptop.words.t('today.danger.take') }).click();
  await takenOf(laptop).getByText('Zeynəb').waitFor();
  await photograph(laptop, 'stand-by-taken');
  await takenOf(phone).getByText('Марьям').first().waitFor();

  // What was asked for is approved by somebody else than who asked.
  await goToCosts(laptop);
  const decided = laptop.page.locator('.cost-done');
  for (const [n, reference] of [...references.values()].entries()) {
    await button(laptop, costAct(laptop, 'approve', reference)).click();
    await expect.poll(() => decided.count()).toBe(n + 1);
  }
  // What is decided stays in its place until one leaves the page.
  await go(laptop, 'today');
  await goToCosts(laptop);
  for (const reference of references.values())
    await button(laptop, costAct(laptop, 'pay', reference)).waitFor();
});

test('Zeinab and her child get shelter after a first refusal; nothing can be done against the landlord; she learns a trade', async () => {
  const { t, label } = phone.words;
  const ru = laptop.words;
  await qualifies(ZEINAB, {
    rightsConcerned: ['housing', 'equality', 'child'],
    qualificationReason: 'Осталась без дома из-за своего занятия, без предупреждения и с ребёнком.',
  });
  // Who does something about the threat is said, so that it is done.
  await go(laptop, 'today');
  await button(laptop, ru.t('today.acts', { what: 'Zeynəb' })).click();
  await button(laptop, ru.t('today.give.act')).click();
  await laptop.page.getByRole('dialog').getByRole('button', { name: 'Nigar', exact: true }).click();
  await laptop.page.getByText(ru.t('today.said.assign')).first().waitFor({ state: 'attached' });

  await openCase(phone, 'Zeynəb');
  await openSide(phone, 'safety');
  await button(phone, t('safety.threats.actOf', { what: label('codes', 'threat-types', 'evict') })).click();
  await fillDialog(phone, 'threat', { action: 'Ev sahibi ilə danışdıq: iki gün gözləyəcək.' });
  await partOf(phone, t('safety.threats.title')).getByText('iki gün gözləyəcək').waitFor();

  // No place today; a day later there is one.
  const account = saidIn(ZEINAB, 'az', 'eviction', 'account');
  const agreed = ['alias-age', 'contact', 'needs'];
  await openSide(phone, 'referrals');
  await startReferring(phone, 'shelter');
  await choosePeer(phone, THEIRS);
  await agree(phone, THEIRS, agreed, [['person', 'alias']]);
  expect(await preview(phone).innerText()).not.toContain(account);
  await sendTo(phone, THEIRS);
  await seesOnlyWhatWasAgreed(account);
  await closeReferral(shelter, { decline: 'no-place' });
  await theCase(phone)
    .getByText(label('codes', 'decline-reasons', 'no-place'))
    .first()
    .waitFor();
  await writeAnswerDown(phone);
  await button(phone, t('referrals.another')).click();
  await choosePeer(phone, THEIRS);
  await askAnew(phone);
  await agree(phone, THEIRS, agreed, [['person', 'alias']]);
  await sendTo(phone, THEIRS);
  await seesOnlyWhatWasAgreed(account);
  await answerReferral(shelter, 'accept');
  await answerReferral(shelter, 'start');
  await referralStands(phone, 'inService');
  await photograph(phone, 'stand-by-in-service');

  await doToday(phone, 'shelter', 'worked');
  await planFor(phone, 'work-study', { note: 'Sığınacaqda peşə kursu' });
  await doToday(phone, 'training', 'worked');
  await payWithoutReceipt(phone, 'food', 'Bazarda qəbz vermirlər.');
  await closeReferral(shelter, { finish: 'worked' });
  await photograph(shelter, 'stand-by-shelter-done');
  await openSide(phone, 'referrals');
  await referralStands(phone, 'done');
  await writeAnswerDown(phone);

  await openCase(laptop, 'Zeynəb');
  await doToday(laptop, 'secondary-legal', 'not-possible');
  await finishDue(phone);
  await ends(ZEINAB, { status: 'closed', outcome: 'partly-resolved', remedy: ['safe-place-found'] });
});

test('Zaur has his papers, an address and his costs paid; his registration is still being settled, and that is what stands there', async () => {
  const { t, label } = phone.words;
  await qualifies(ZAUR, {
    rightsConcerned: ['legal-identity', 'social-security'],
    qualificationReason: 'Полиция оставила его совсем без прописки, а от неё зависит всё остальное.',
  });
  await keepsAddress();

  await openCase(phone, 'Zaur');
  await openSide(phone, 'papers');
  const addresses = partOf(phone, t('papers.addresses.title'));
  await addresses.getByRole('button').first().click();
  await addresses.getByText(t('papers.addresses.used', { name: 'Zaur' })).waitFor();
  await markPaper(phone, { goal: 'residence-registration', document: 'owner-consent', mark: 'asked' });
  await photograph(phone, 'stand-by-papers');
  await promiseKept(phone, 'Sosial xidmətlər', 'kept-partly');

  await openSide(phone, 'costs');
  await pay(phone, 'registration');
  const fee = label('codes', 'cost-purposes', 'registration');
  await button(phone, costAct(phone, 'receipt', fee)).click();
  const receipt = phone.page.getByRole('dialog');
  await receipt.getByLabel(t('files.add.camera'), { exact: true }).setInputFiles({
    name: 'qebz.jpg',
    mimeType: 'image/jpeg',
    buffer: await photoWithPlace(phone.page),
  });
  await receipt.getByRole('button', { name: t('files.add.save'), exact: true }).click();
  await theCase(phone).getByText(costState(phone, 'receipted'), { exact: true }).waitFor();

  await finishDue(phone);
  await openSide(phone, 'story');
  await add(phone, 'task', { what: OWNERS_ANSWER, due: { day: addDays(TODAY, 14) } });
  await ends(ZAUR, { status: 'waiting' });
});

test('Samir comes onto the programme without the treatment that was demanded first, because the coordinator spoke with the head of the centre', async () => {
  const ru = laptop.words;
  await qualifies(SAMIR, {
    rightsConcerned: ['health', 'equality'],
    qualificationReason:
      'Помощь, которая ему нужна, поставили в зависимость от лечения, которого он не выбирал.',
  });
  await openSide(laptop, 'matters');
  await button(laptop, ru.t('matters.start')).click();
  await button(laptop, ru.label('codes', 'matter-types', 'advocacy')).click();
  await fillDialog(laptop, 'matter', { barrier: 'treatment-demanded-first' });
  await talkWith(laptop, HEAD, {
    about: 'Мы вместе входим в Страновой координационный механизм.',
    promised: 'Примут без обязательного лечения',
    promisedBy: { day: addDays(TODAY, 1) },
  });

  await openCase(phone, 'Samir');
  await openSide(phone, 'matters');
  await theCase(phone).getByText('Примут без обязательного лечения').first().waitFor();
  await photograph(phone, 'stand-by-promise');
  await doToday(phone, 'ost', 'worked');
  await promiseKept(phone, HEAD, 'kept');
  await openSide(phone, 'story');
  const people = partOf(phone, phone.words.t('cases.people.title'));
  const client = (await people.locator('[id^="record-"]').first().getAttribute('id')) ?? '';
  await edit(phone, client.slice('record-'.length), 'person', { artStatus: 'takes', ostStatus: 'takes' });
  await payWithoutReceipt(phone, 'transport', 'Avtobusda qəbz vermirlər.');
  await finishDue(phone);
  await ends(SAMIR, { status: 'closed', outcome: 'resolved', remedy: ['care-given'] });
});

test('what came of each stands word for word on both devices, nothing of them waits, the money is right, and the shelter knows only what was agreed', async () => {
  const endings = [
    [ZEINAB, 'Zeynəb', 'partly-resolved'],
    [ZAUR, 'Zaur', null],
    [SAMIR, 'Samir', 'resolved'],
  ] as const;
  for (const device of [laptop, phone]) {
    const { t, label } = device.words;
    for (const [story, alias, outcome] of endings) {
      await openCase(device, alias);
      const article = theCase(device);
      await article
        .getByText(saidIn(story, 'ru', 'case', 'remedyNote'))
        .first()
        .waitFor();
      const status = outcome === null ? 'waiting' : 'closed';
      await article
        .getByText(label('codes', 'statuses', status), { exact: true })
        .first()
        .waitFor();
      if (outcome !== null) {
        const words = label('codes', 'outcomes', outcome);
        await article.getByText(words, { exact: true }).first().waitFor();
        // Also what the rules had asked for is over.
        expect(await article.locator('.timeline-next').count()).toBe(0);
      }
      await photograph(device, `stand-by-${device.options.size}-${story.key}`);
    }
    // The one thing that the stories leave open: the owner of the room has not decided yet.
    await go(device, 'today');
    const main = device.page.getByRole('main');
    await main.getByRole('button', { name: t('today.whose.all'), exact: true }).click();
    await main.getByText(OWNERS_ANSWER).waitFor();
    for (const story of ['zeinab', 'samir'] as const)
      expect(await main.getByText(references.get(story) ?? '?').count()).toBe(0);
    expect(await main.getByText(references.get('zaur') ?? '?').count()).toBe(1);
    expect(await main.getByRole('heading', { name: t('today.danger.title') }).count()).toBe(0);
    await photograph(device, `stand-by-${device.options.size}-today`);
  }

  await goToCosts(laptop);
  const money = (minor: number): string => formatMoney('ru', minor, 'AZN');
  const left = laptop.words.t('costs.funds.left', { amount: money(18_250), given: money(30_000) });
  await laptop.page.getByText(left).waitFor();
  await laptop.page.getByText(laptop.words.t('costs.page.calm')).waitFor();
  await photograph(laptop, 'stand-by-costs');

  await go(shelter, 'cases');
  expect(await searchCases(shelter, 'Zeynəb')).toEqual([]);
});

const button = (device: Device, name: string) =>
  device.page.getByRole('main').getByRole('button', { name, exact: true });
const dangersOf = (device: Device) =>
  device.page.getByRole('region', { name: device.words.t('today.danger.title') });
const takenOf = (device: Device) =>
  device.page.getByRole('region', { name: device.words.t('today.danger.takenTitle') });
const aliasOf = (story: Story): string => saidIn(story, 'az', 'case', 'alias');

async function asks(asking: Asking): Promise<void> {
  await openSide(phone, 'costs');
  await startAsking(phone);
  await fillAsk(phone, asking);
  await theCase(phone).getByText(costState(phone, 'asked'), { exact: true }).waitFor();
}

/** The coordinator's judgement of what was taken in by somebody else. */
async function qualifies(story: Story, fields: Fields): Promise<void> {
  await openCase(laptop, aliasOf(story));
  await openSide(laptop, 'story');
  await startJudging(laptop);
  await fillDialog(laptop, 'violation', { qualified: 'yes', ...fields });
  const { t, label } = laptop.words;
  const told = theCase(laptop)
    .locator('.timeline-harm')
    .filter({ hasText: label('codes', 'qualification', 'yes') });
  const anew = told.getByRole('button', { name: t('cases.judge.anew'), exact: true }).first();
  await anew.waitFor();
  await anew.scrollIntoViewIfNeeded();
  await photograph(laptop, `stand-by-judged-${story.key}`);
  await editCase(laptop, 'status', { status: 'in-progress' });
}

/** What came of it, in the words of the story. */
async function ends(story: Story, fields: Fields): Promise<void> {
  await openCase(laptop, aliasOf(story));
  await openSide(laptop, 'story');
  const closed: Fields = fields['status'] === 'closed' ? { closed: { day: TODAY } } : {};
  await editCase(laptop, 'status', {
    ...fields,
    remedyNote: saidIn(story, 'ru', 'case', 'remedyNote'),
    ...closed,
  });
}

/** The other organisation reads what was agreed, and nothing of what happened or of who she is. */
async function seesOnlyWhatWasAgreed(account: string): Promise<void> {
  const received = await openReceived(shelter);
  await received.getByText('Zeynəb').first().waitFor();
  const { label } = shelter.words;
  const told = await shelter.page.getByRole('main').innerText();
  expect(told).toContain(label('codes', 'wants', 'safe-place'));
  for (const kept of [
    account,
    label('codes', 'populations', 'sex-work'),
    label('codes', 'violation-types', 'evicted'),
    references.get('zeinab') ?? '?',
    'Nigar',
  ])
    expect(told).not.toContain(kept);
  await photograph(shelter, 'stand-by-received');
}

/** A room whose owner may let him be registered. */
async function keepsAddress(): Promise<void> {
  const { page, words } = laptop;
  const { t } = words;
  await page
    .getByRole('navigation', { name: t('shell.navigation') })
    .getByRole('link', { name: t('shell.addresses'), exact: true })
    .click();
  await button(laptop, t('papers.addresses.add')).click();
  const dialog = page.getByRole('dialog');
  const fields = {
    area: { area: 'az-baku' },
    address: 'комната на окраине, ул. Тополиная, 5',
    willing: 'depends',
    places: 1,
  };
  for (const [name, value] of Object.entries(fields))
    await fillField(dialog, words, ['address', name], value);
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
