import { broughtIn, namesOf } from '@dayaq/acts/framework/bring';
import type { CountryCode } from '@dayaq/domain';
import { PACK_FRAMEWORKS } from '@dayaq/domain/frameworks';
import type { Change } from '@dayaq/vault/client';
import { must, type SeedingMember, syncAll } from './circle.ts';
import { DAY, dayThere } from './days.ts';
import type { DemoOrganisation } from './people.ts';
import { record } from './record.ts';

/** What the demo's organisation and an invented office say of a commitment. */
interface Invented {
  pack: string;
  /** Key of the commitment in its pack. */
  of: string;
  voice: 'state' | 'ours' | 'organisation';
  rating: 'not-begun' | 'begun' | 'partly' | 'done' | 'cannot-say';
  /** Days ago. */
  ago: number;
  words: string;
}

/** The plans are what states published. What is said of them here is invented, and every line of it says so by its `who`. */
const INVENTED: Readonly<Record<CountryCode, { who: string; source: string; said: readonly Invented[] }>> = {
  az: {
    who: 'uydurma səs',
    source: 'Nümunə üçün uydurulub: heç kim belə deməyib.',
    said: [
      {
        pack: 'az-action-plan-2025',
        of: '1.1',
        voice: 'state',
        rating: 'done',
        ago: 140,
        words: 'Səyyar klinikalar bütün rayonlarda işləyir.',
      },
      {
        pack: 'az-action-plan-2025',
        of: '1.1',
        voice: 'ours',
        rating: 'partly',
        ago: 60,
        words: 'İki rayonda bir dəfə gəliblər; asılılığın müalicəsi təklif olunmayıb.',
      },
      {
        pack: 'az-action-plan-2025',
        of: '1.2',
        voice: 'state',
        rating: 'begun',
        ago: 150,
        words: 'Təlim proqramı hazırlanır.',
      },
      {
        pack: 'az-action-plan-2025',
        of: '1.2',
        voice: 'ours',
        rating: 'cannot-say',
        ago: 60,
        words: 'Proqramı görməmişik, soruşmuşuq.',
      },
      {
        pack: 'az-action-plan-2025',
        of: '2.2',
        voice: 'ours',
        rating: 'not-begun',
        ago: 58,
        words: 'Pulsuz hüquq klinikası tapmamışıq.',
      },
      {
        pack: 'az-action-plan-2025',
        of: '2.2',
        voice: 'organisation',
        rating: 'begun',
        ago: 40,
        words: 'Bir vəkil ayda iki gün qəbul edir.',
      },
      {
        pack: 'az-action-plan-2025',
        of: '5.1',
        voice: 'state',
        rating: 'done',
        ago: 200,
        words: 'İşçi qrup yaradılıb.',
      },
      {
        pack: 'az-action-plan-2025',
        of: '5.1',
        voice: 'ours',
        rating: 'partly',
        ago: 57,
        words: 'İcma nümayəndələrinin yeri hələ boşdur.',
      },
    ],
  },
  tj: {
    who: 'овози бофта',
    source: 'Барои намуна бофта шудааст: касе чунин нагуфтааст.',
    said: [
      {
        pack: 'tj-2014',
        of: 'strategy',
        voice: 'ours',
        rating: 'cannot-say',
        ago: 90,
        words: 'Матни пурраи нақшаро надидаем.',
      },
    ],
  },
};

/** An invented number of one commitment, by two definitions, with the day that each is of. */
const NUMBERS = {
  pack: 'az-action-plan-2025',
  of: '1.1',
  name: 'Səyyar klinikaların kəndlərə gəlişi (uydurma)',
  sheets: [
    {
      since: { day: '2024' },
      definition: 'Rayona gələn səyyar klinikalar (uydurma)',
      baseline: { baselineLeast: 2, baselineDate: { day: '2024-12' }, baselineSource: 'Uydurma' },
      found: [
        { date: { day: '2025-06' }, least: 4 },
        { date: { day: '2025-12' }, least: 5, most: 8 },
        { date: { day: '2026-05' }, least: 9 },
      ],
    },
    {
      since: { day: '2026-06' },
      definition: 'Kəndə gələn səyyar klinikalar (uydurma)',
      baseline: {},
      found: [
        { date: { day: '2026-07' }, least: 3 },
        { date: { day: '2026-10' }, least: 4 },
      ],
    },
  ],
} as const;

/** The records of the invented number. @param idOf an id for each name */
function inventedNumbers(commitment: string, source: string, idOf: (name: string) => string): Change[] {
  const indicator = idOf('indicator');
  return [
    record('indicator', indicator, { commitment, aspect: 'process', name: NUMBERS.name }),
    ...NUMBERS.sheets.flatMap(({ since, definition, baseline, found }, at) => {
      const sheet = idOf(`sheet/${at}`);
      return [
        record('indicator-sheet', sheet, {
          indicator,
          since,
          definition,
          unit: 'sessions',
          aim: 'more',
          ...baseline,
        }),
        ...found.map((each, number) =>
          record('measurement', idOf(`measurement/${at}/${number}`), { sheet, source, ...each }),
        ),
      ];
    }),
  ];
}

/** Names of the ids that `inventedNumbers` asks for. */
const NUMBER_NAMES = [
  'indicator',
  ...NUMBERS.sheets.flatMap(({ found }, at) => [
    `sheet/${at}`,
    ...found.map((_, number) => `measurement/${at}/${number}`),
  ]),
];

/** Brings in what the packs know of the organisation's country, and writes down what was invented about it. */
export async function writePlans(
  { country }: DemoOrganisation,
  members: readonly SeedingMember[],
  now: number,
): Promise<void> {
  const [writer] = members;
  if (writer === undefined) return;
  const { vault, clock, name } = writer;
  const { who, source, said } = INVENTED[country];
  for (const pack of PACK_FRAMEWORKS.filter((each) => each.country === country)) {
    const names = namesOf(pack);
    const about = said.filter((each) => each.pack === pack.key);
    const invented = [...about.map((_, at) => `demo/said/${pack.key}/${at}`), ...NUMBER_NAMES];
    const ids = await vault.idsFor([...names, ...invented]);
    const all = [...names, ...invented];
    const idOf = (wanted: string): string => ids[all.indexOf(wanted)] ?? '';
    const commitmentOf = (key: string): string => {
      const theme = pack.themes.find(({ commitments }) => commitments.some((each) => each.key === key));
      return idOf(`framework/${pack.key}/${theme?.key ?? ''}/${key}`);
    };
    const dossier = ids[0] ?? '';
    clock.set(now - 210 * DAY);
    must(await vault.save({ dossier, changes: broughtIn(pack, idOf) }), `${name} brings in ${pack.name.en}`);
    for (const [at, { of, voice, rating, ago, words }] of about.entries()) {
      const moment = now - ago * DAY;
      clock.set(moment);
      const change = record('update', idOf(`demo/said/${pack.key}/${at}`), {
        commitment: commitmentOf(of),
        voice,
        who,
        rating,
        date: { day: dayThere(moment, country) },
        words,
        source,
      });
      must(await vault.save({ dossier, changes: [change] }), `${name} writes what is said of ${of}`);
    }
    if (pack.key !== NUMBERS.pack) continue;
    const numbers = inventedNumbers(commitmentOf(NUMBERS.of), source, idOf);
    must(await vault.save({ dossier, changes: numbers }), `${name} writes down invented numbers`);
  }
  await syncAll(members.filter((member) => member.role !== 'viewer'));
}
