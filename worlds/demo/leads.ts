import type { CountryCode } from '@dayaq/domain';
import { DAY, dayThere } from './days.ts';
import type { GeneratingMember } from './generated.ts';
import { Chance } from './random.ts';
import { record } from './record.ts';
import type { SideAct } from './side-act.ts';

/** What was heard and nobody has settled yet, or was laid aside. Invented, like everybody in the demo. */
interface Heard {
  who?: string;
  heard: string;
  connection: string;
  area: string;
  danger: string;
  reach?: string;
  /** Days ago. */
  ago: number;
  end?: string;
}

const HEARD: Readonly<Record<CountryCode, readonly Heard[]>> = {
  az: [
    {
      who: 'Binəqədidəki qonşu qız',
      heard: 'Qızlar deyir ki, ərindən qaçıb, üç gündür tanışlarında qalır. Əri onu axtarır.',
      connection: 'peer',
      area: 'az-baku',
      danger: 'high',
      reach: 'Aptekin yanındakı qızlardan soruşmaq olar.',
      ago: 1,
    },
    {
      heard: 'Vağzalın yanında sənədsiz bir gənc yatır, həbsdən yeni çıxıb.',
      connection: 'our-worker',
      area: 'az-ganja',
      danger: 'some',
      ago: 4,
    },
    {
      who: 'kirayədən çıxarılan qadın',
      heard: 'Ev sahibi peşəsini bilib və çıxarıb.',
      connection: 'peer',
      area: 'az-baku',
      danger: 'unknown',
      ago: 20,
      end: 'not-found',
    },
  ],
  tj: [
    {
      who: 'ҷавоне аз бозор',
      heard: 'Мегӯянд, ки милиса ӯро дар бозор дошт ва пул талаб кард.',
      connection: 'peer',
      area: 'tj-dushanbe',
      danger: 'some',
      ago: 2,
    },
  ],
};

/** What the team heard about people whom nobody has spoken to yet. */
export function inventLeads(of: {
  seed: number;
  country: CountryCode;
  members: readonly GeneratingMember[];
  now: number;
}): SideAct[] {
  const { seed, country, members, now } = of;
  const chance = new Chance(seed, 4711);
  const writers = members.filter(({ role }) => role !== 'viewer');
  return HEARD[country].map(({ ago, end, area, ...told }): SideAct => {
    const lead = chance.id();
    const at = now - ago * DAY;
    const state =
      end === undefined
        ? { state: 'open' }
        : { state: 'laid-aside', end, ended: { day: dayThere(at, country) } };
    const fields = { ...told, ...state, area: { area }, date: { day: dayThere(at, country) } };
    return {
      round: 0,
      author: chance.one(writers).account,
      at,
      dossier: lead,
      changes: [record('lead', lead, fields)],
    };
  });
}
