import type { CountryCode } from '@dayaq/domain';
import type { Change, Value } from '@dayaq/vault/client';
import { must, type SeedingMember, syncAll } from './circle.ts';
import { DAY, dayThere } from './days.ts';
import type { DemoOrganisation } from './people.ts';
import { record } from './record.ts';

type Said = Readonly<Record<string, Value | undefined>>;

/** What is invented about who was asked, what a body waits for and how far a law came. Days count from now. */
interface Invented {
  /** Key of the framework that it is about. */
  pack: string;
  consultation: Said;
  consulted: readonly Said[];
  proposals: readonly (Said & { answerIn?: number })[];
  session: Said & { submitIn: number; embargoIn: number };
  signings: readonly Said[];
  laws: readonly { law: Said; steps: readonly (Said & { ago: number })[]; penalties: readonly Said[] }[];
}

const NOT_THERE = { told: 'no', invited: 'no', tookPart: 'no', absence: 'left-out', heard: 'no' } as const;
const UYDURMA = 'Nümunə üçün uydurulub.';
const BOFTA = 'Барои намуна бофта шудааст.';

/** Only that the Istanbul Convention is not ratified was said in public (the coalition's statement before the UPR); the rest is invented. */
const INVENTED: Readonly<Record<CountryCode, Invented>> = {
  az: {
    pack: 'az-action-plan-2025',
    consultation: {
      name: 'Planın layihəsinin müzakirəsi (uydurma)',
      type: 'draft-discussed',
      by: 'Uydurma idarə',
      state: 'held',
      announced: 'no',
      source: UYDURMA,
    },
    consulted: [
      { name: 'Söyüd (uydurma təşkilat)', side: 'partner', ...NOT_THERE },
      { name: 'Fənər (uydurma təşkilat)', side: 'partner', ...NOT_THERE },
      { name: 'Liman (uydurma icma qrupu)', side: 'community', ...NOT_THERE, reason: 'Yer yoxdur, dedilər.' },
      { name: 'Uydurma nazirlik', side: 'state', told: 'yes', invited: 'yes', tookPart: 'yes', heard: 'yes' },
      {
        name: 'Uydurma partiya',
        side: 'party',
        told: 'yes',
        invited: 'yes',
        tookPart: 'no',
        absence: 'silent',
        heard: 'no',
      },
    ],
    proposals: [
      { words: 'Hər rayonda hamını qəbul edən sığınacaq olsun.', to: 'Uydurma idarə', answerIn: -20 },
      {
        words: 'Səyyar klinikaların gedəcəyi kəndlər əvvəlcədən elan olunsun.',
        to: 'Uydurma idarə',
        fate: 'in-part',
        draft: 'İkinci layihə, 1.1',
        reason: 'Yalnız rayonlar elan olunacaq, dedilər.',
      },
    ],
    session: {
      name: 'İcmalın növbəti sessiyası (uydurma)',
      submitIn: 5,
      embargoIn: 40,
      submitHour: 18,
      zone: 'geneva',
      words: 2815,
      minutes: 3,
      source: UYDURMA,
    },
    signings: [
      { name: 'Söyüd (uydurma təşkilat)', signs: 'yes' },
      { name: 'Fənər (uydurma təşkilat)', signs: 'yes', nameHidden: true },
      { name: 'Liman (uydurma icma qrupu)', signs: 'unknown' },
    ],
    laws: [
      {
        law: {
          name: 'İstanbul Konvensiyası',
          nameRu: 'Стамбульская конвенция',
          nameEn: 'Istanbul Convention',
          nameTg: 'Конвенсияи Истанбул',
          type: 'convention',
          wanted: 'ratify',
          silentAfter: 6,
          source: 'Koalisiyanın bəyanatı: “hələ ratifikasiya olunmayıb”.',
        },
        steps: [],
        penalties: [],
      },
      {
        law: { name: 'Dəyişiklik layihəsi (uydurma)', type: 'amendment', wanted: 'adopt', silentAfter: 6 },
        steps: [
          { stage: 'idea', ago: 500, voice: 'state', who: 'uydurma səs', source: UYDURMA },
          { stage: 'drafted', ago: 260, voice: 'ours', source: UYDURMA },
        ],
        penalties: [
          {
            article: 'Uydurma maddə 1',
            words: 'Küçədə dayanmağa görə cərimə (uydurma).',
            wanted: 'abolish',
            source: UYDURMA,
          },
        ],
      },
    ],
  },
  tj: {
    pack: 'tj-2014',
    consultation: {
      name: 'Муҳокимаи лоиҳаи нақшаи нав (бофта)',
      type: 'draft-discussed',
      by: 'Идораи бофта',
      state: 'held',
      announced: 'no',
      source: BOFTA,
    },
    consulted: [
      { name: 'Чароғи Роҳ (ташкилоти бофта)', side: 'partner', ...NOT_THERE },
      {
        name: 'Бед (гурӯҳи бофтаи ҷомеа)',
        side: 'community',
        told: 'yes',
        invited: 'no',
        tookPart: 'no',
        heard: 'no',
      },
      { name: 'Вазорати бофта', side: 'state', told: 'yes', invited: 'yes', tookPart: 'yes', heard: 'yes' },
    ],
    proposals: [
      { words: 'Натиҷаҳои гуфтугӯ дар матбуот нашр шаванд.', to: 'Идораи бофта', answerIn: -12 },
      { words: 'Ҷомеа дар гурӯҳи корӣ ду ҷой дошта бошад.', to: 'Идораи бофта', answerIn: 25 },
    ],
    session: {
      name: 'Ҷаласаи навбатии кумита (бофта)',
      submitIn: 20,
      embargoIn: 60,
      submitHour: 18,
      zone: 'geneva',
      words: 3300,
      minutes: 2,
      source: BOFTA,
    },
    signings: [
      { name: 'Чароғи Роҳ (ташкилоти бофта)', signs: 'yes' },
      { name: 'Бед (гурӯҳи бофтаи ҷомеа)', signs: 'unknown' },
    ],
    laws: [
      {
        law: { name: 'Лоиҳаи тағйирот (бофта)', type: 'amendment', wanted: 'adopt', silentAfter: 6 },
        steps: [{ stage: 'idea', ago: 300, voice: 'state', who: 'овози бофта', source: BOFTA }],
        penalties: [
          {
            article: 'Моддаи бофтаи 1',
            words: 'Ҷарима барои истодан дар кӯча (бофта).',
            wanted: 'abolish',
            source: BOFTA,
          },
        ],
      },
    ],
  },
};

/** Writes down what was invented about the organisation's country. The plan that it is about has been brought in before. */
export async function writeAccounts(
  { country }: DemoOrganisation,
  members: readonly SeedingMember[],
  now: number,
): Promise<void> {
  const [writer] = members;
  const invented = INVENTED[country];
  if (writer === undefined) return;
  const { vault, clock, name } = writer;
  clock.set(now - 30 * DAY);
  const dayIn = (days: number) => ({ day: dayThere(now + days * DAY, country) });
  const [plan = ''] = await vault.idsFor([`framework/${invented.pack}`]);
  const fresh = () => vault.newId();
  const all = async (kind: string, said: readonly Said[], more: Said = {}): Promise<Change[]> =>
    Promise.all(said.map(async (each) => record(kind, await fresh(), { ...each, ...more })));

  const consultation = await fresh();
  const changes = [
    record('consultation', consultation, { ...invented.consultation, date: dayIn(-90), about: [plan] }),
    ...(await all('consulted', invented.consulted)),
    ...(await all(
      'proposal',
      invented.proposals.map(({ answerIn, ...said }) => ({
        ...said,
        ...(answerIn === undefined ? {} : { answerBy: dayIn(answerIn) }),
      })),
    )),
  ];
  must(await vault.save({ dossier: consultation, changes }), `${name} writes a consultation down`);

  const session = await fresh();
  const { submitIn, embargoIn, ...sits } = invented.session;
  const dates = { submitBy: dayIn(submitIn), embargo: dayIn(embargoIn) };
  const sitting = [
    record('session', session, { ...sits, ...dates }),
    ...(await all('signing', invented.signings, { session })),
  ];
  must(await vault.save({ dossier: plan, changes: sitting }), `${name} takes a session on`);

  for (const { law, steps, penalties } of invented.laws) {
    const root = await fresh();
    const own = [
      record('law', root, law),
      ...(await all(
        'law-step',
        steps.map(({ ago, ...said }) => ({ ...said, date: dayIn(-ago) })),
      )),
      ...(await all('penalty', penalties)),
    ];
    must(await vault.save({ dossier: root, changes: own }), `${name} watches a law`);
  }
  await syncAll(members.filter((member) => member.role !== 'viewer'));
}
