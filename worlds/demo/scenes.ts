import { type CountryCode, packOf } from '@dayaq/domain';
import { complaintBegins, readersOf } from '@dayaq/acts/complaint/complaint';
import { known } from './aid/known.ts';
import { DAY, dayThere } from './days.ts';
import type { GeneratedCase, GeneratingMember } from './generated.ts';
import { Chance } from './random.ts';
import { record } from './record.ts';
import type { SideAct } from './side-act.ts';

/** Of each a demo has one: somebody held whose treatment must go on, two cases of one person, a complaint. Invented. */
interface Scenes {
  held: { place: string; medicine: string; dose: string; bringTo: string; note: string };
  telephone: string;
  complaint: { provider: string; words: string; from: string };
}

const SCENES: Readonly<Record<CountryCode, Scenes>> = {
  az: {
    held: {
      place: 'Rayon polis bölməsi',
      medicine: 'metadon',
      dose: '60 mq',
      bringTo: 'Növbətçiyə, həkimin kağızı ilə birlikdə.',
      note: 'Dünən axşam saxlanılıb. Anası zəng etdi.',
    },
    telephone: '+994 50 000 00 17',
    complaint: {
      provider: 'Çinar qəbul mərkəzi',
      words: 'Qapıda gözlətdilər, sonra sənədi olmadığı üçün içəri buraxmadılar.',
      from: 'Aptekin yanındakı görüş yerində demək olar.',
    },
  },
  tj: {
    held: {
      place: 'Шуъбаи милисаи ноҳия',
      medicine: 'метадон',
      dose: '50 мг',
      bringTo: 'Ба навбатдор, бо коғази духтур.',
      note: 'Дирӯз нигоҳ доштанд. Бародараш занг зад.',
    },
    telephone: '+992 90 000 00 17',
    complaint: {
      provider: 'Маркази қабул',
      words: 'Дар назди дар интизор монданд ва баъд даруни хона нагузоштанд.',
      from: 'Тавассути ҳамкори кӯчагӣ гуфтан мумкин.',
    },
  },
};

/** Cases that these are told of: not the first, which tests know by heart. */
const FROM = 5;

/**
 * What a demo shows that few cases have. It is told in cases that are there already.
 * @param of.now milliseconds since 1970: nothing is written later
 */
export function inventScenes(of: {
  seed: number;
  country: CountryCode;
  members: readonly GeneratingMember[];
  cases: readonly GeneratedCase[];
  now: number;
}): SideAct[] {
  const { seed, country, members, cases, now } = of;
  const pack = packOf(country);
  if (pack === undefined) throw new Error(`there is no pack for ${country}`);
  const chance = new Chance(seed, 4712);
  const scenes = SCENES[country];
  const writers = members.filter(({ role }) => role !== 'viewer');
  const open = cases
    .slice(FROM)
    .filter(({ restrictedTo }) => restrictedTo === null)
    .flatMap((each) => known(each, { chance, country, pack, now, members: writers }) ?? [])
    .filter(({ isOpen }) => isOpen);
  const [held, twice, again] = open;
  const acts: SideAct[] = [];
  // Rounds of other sides of the same cases are over by then.
  const act = (author: string, at: number, dossier: string, changes: SideAct['changes']): SideAct => ({
    round: 9,
    author,
    at,
    dossier,
    changes,
  });
  if (held !== undefined) {
    const yesterday = dayThere(now - DAY, country);
    const fields = {
      of: held.client,
      where: 'police',
      since: { day: yesterday },
      treatment: 'ost',
      lastTaken: { day: yesterday },
      lastHour: 9,
      every: 24,
      stock: 0,
      bringer: held.author.account,
      ...scenes.held,
    };
    const changes = [record('detention', chance.id(), fields)];
    acts.push(act(held.author.account, now - DAY / 2, held.of.dossier, changes));
  }
  // The same telephone in two cases: whoever looks at the pairs decides whether it is one person.
  for (const one of [twice, again])
    if (one !== undefined)
      acts.push(
        act(one.author.account, now - DAY, one.of.dossier, [
          record('person', one.client, { safeContact: scenes.telephone }),
        ]),
      );
  const coordinator = writers.find(({ role }) => role === 'coordinator');
  const writer = writers.find(({ role }) => role !== 'coordinator') ?? coordinator;
  if (coordinator !== undefined && writer !== undefined) {
    const complaint = chance.id();
    const fields = {
      ...complaintBegins(dayThere(now - 2 * DAY, country)),
      about: 'provider',
      deeds: ['turned-away'],
      owner: coordinator.account,
      state: 'open',
      ...scenes.complaint,
    };
    acts.push({
      ...act(writer.account, now - 2 * DAY, complaint, [record('complaint', complaint, fields)]),
      restrictedTo: readersOf(fields, writer.account),
    });
  }
  return acts;
}
