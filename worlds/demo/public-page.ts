import type { CountryCode, DoorNotice } from '@dayaq/domain';
import { must, type SeedingMember, syncAll } from './circle.ts';
import { DAY, dayThere } from './days.ts';
import type { DemoOrganisation } from './people.ts';
import { record } from './record.ts';

/** Numbers that are given to nobody. */
const NOTICES: Readonly<Record<CountryCode, Omit<DoorNotice, 'name'>>> = {
  az: {
    languages: ['az', 'ru', 'en'],
    about: {
      az: 'Uydurma təşkilat. Zorakılıq görənlərin yanındayıq.',
      ru: 'Вымышленная организация. Мы рядом с теми, кто пережил насилие.',
      en: 'An invented organisation. We stand by people who were harmed.',
    },
    phone: '+994 12 555 01 00',
    hours: { az: '10:00–22:00', ru: '10:00–22:00', en: '10:00–22:00' },
    dangerPhone: '102',
    answerDays: 3,
    outside: {
      name: 'Qızılgül hüquq klinikası (uydurma)',
      reach: '+994 12 555 01 99',
      days: 14,
      otherwise: {
        az: 'Cavab gəlməsə, idarə heyətinə yazın.',
        ru: 'Если не ответят, напишите в наше правление.',
        en: 'If no answer comes, write to our board.',
      },
    },
  },
  tj: {
    languages: ['tg', 'ru'],
    about: {
      tg: 'Ташкилоти бофта. Мо дар паҳлуи касоне ҳастем, ки зӯроварӣ дидаанд.',
      ru: 'Вымышленная организация. Мы рядом с теми, кто пережил насилие.',
    },
    phone: '+992 37 255 01 00',
    hours: { tg: '9:00–18:00', ru: '9:00–18:00' },
    dangerPhone: '102',
    answerDays: 5,
    outside: {
      name: 'Клиникаи ҳуқуқии Садбарг (бофта)',
      reach: '+992 37 255 01 99',
      days: 14,
      otherwise: {
        tg: 'Агар ҷавоб наояд, ба раёсати мо нависед.',
        ru: 'Если не ответят, напишите в наше правление.',
      },
    },
  },
};

const HELPING: Readonly<Record<CountryCode, { called: string; doing: string }>> = {
  az: { called: 'Günay', doing: 'Cümə günləri telefona cavab verir və görüşlərə müşayiət edir.' },
  tj: { called: 'Парвина', doing: 'Рӯзҳои ҷумъа ба телефон ҷавоб медиҳад ва ба вохӯриҳо ҳамроҳӣ мекунад.' },
};

/** Two sign the public page, with a body outside for harm that one of us did; and somebody comes to help for a time. */
export async function openPublicPage(
  { name, country }: DemoOrganisation,
  members: readonly SeedingMember[],
  now: number,
): Promise<void> {
  const [first, second] = members.filter(({ keyholder }) => keyholder);
  if (first === undefined || second === undefined) throw new Error(`${name} has no two keyholders`);
  const both = [first, second];
  for (const { clock } of both) clock.set(now);
  await syncAll(both);
  const readers = both.map(({ account, name: called }) => ({ account, name: called }));
  must(
    await first.vault.proposeDoor({ notice: { ...NOTICES[country], name }, readers }),
    `${first.name} proposes the public page`,
  );
  await syncAll(both);
  const proposed = (await second.vault.door())?.proposed;
  must(await second.vault.openDoor(proposed?.seq ?? -1), `${second.name} signs the public page`);
  const roster = must(await first.vault.roster(), 'the roster is read');
  const volunteer = record('volunteer', await first.vault.newId(), {
    ...HELPING[country],
    mentor: second.account,
    until: { day: dayThere(now + 60 * DAY, country) },
  });
  must(await first.vault.save({ dossier: roster.id, changes: [volunteer] }), 'a volunteer comes');
  await syncAll(both);
}
