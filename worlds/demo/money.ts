import { actOnCost, type CostAct, type CountryCode, type Language, type Money } from '@dayaq/domain';
import type { Id, Value } from '@dayaq/vault/client';
import { DAY, momentOf } from './days.ts';
import type { GeneratedCase, GeneratingMember } from './generated.ts';
import { Chance } from './random.ts';
import { record } from './record.ts';
import type { SideAct } from './side-act.ts';

/** A fund that was given to an organisation of the demo. Donors are invented. */
interface DemoFund {
  name: string;
  donor: string;
  amount: Money;
  reportCurrency?: string;
  /** What one unit of our currency is in the fund's or the report's; only for inventing second amounts. */
  rate?: number;
}

const FUNDS: Readonly<Record<CountryCode, readonly [DemoFund, ...DemoFund[]]>> = {
  az: [
    {
      name: 'Təcili yardım',
      donor: 'Şəfəq Fondu',
      amount: { minor: 120_000, currency: 'AZN' },
      reportCurrency: 'EUR',
      rate: 0.5,
    },
    {
      name: 'Sənədlər və məhkəmə',
      donor: 'Quiet Water Fund',
      amount: { minor: 90_000, currency: 'EUR' },
      rate: 0.5,
    },
    { name: 'Sığınacaq gecələri', donor: 'Şəfəq Fondu', amount: { minor: 50_000, currency: 'AZN' } },
  ],
  tj: [
    {
      name: 'Кӯмаки фаврӣ',
      donor: 'Quiet Water Fund',
      amount: { minor: 800_000, currency: 'TJS' },
      reportCurrency: 'USD',
      rate: 0.1,
    },
    { name: 'Роҳ ва ҳуҷҷатҳо', donor: 'Санги рост', amount: { minor: 400_000, currency: 'TJS' } },
  ],
};

/** What things cost, in whole units of the Azerbaijani currency. */
const PRICES: Readonly<Record<string, readonly [number, number]>> = {
  transport: [4, 35],
  'document-fees': [10, 60],
  'notary-translation': [20, 90],
  photographs: [5, 9],
  food: [15, 60],
  'shelter-rent': [40, 180],
  medicine: [8, 70],
  registration: [20, 50],
};
const SCALE: Readonly<Record<CountryCode, number>> = { az: 1, tj: 6 };

const NO_RECEIPT: Readonly<Record<Language, string>> = {
  az: 'Taksi qəbz vermir.',
  ru: 'Таксист чека не даёт.',
  en: 'The taxi gives no receipt.',
  tg: 'Ронанда чек намедиҳад.',
};
const REFUSED: Readonly<Record<Language, string>> = {
  az: 'Bunu bələdiyyə pulsuz edir, əvvəlcə ora müraciət edək.',
  ru: 'Это бесплатно делают в муниципалитете, сначала попробуем там.',
  en: 'The municipality does this for free; let us try there first.',
  tg: 'Инро дар ҷамоат ройгон мекунанд, аввал он ҷо муроҷиат кунем.',
};

export interface MoneyOptions {
  seed: number;
  country: CountryCode;
  members: readonly GeneratingMember[];
  cases: readonly GeneratedCase[];
  /** Nothing is written after it (ms). */
  now: number;
}

/** The first cases stay as they are; of the others, about every second of those that lasted into this year costs money. */
const UNTOUCHED = 3;
const OFTEN = 0.5;

/** Funds and costs of an organisation: most long settled, some of the last days still waiting for somebody. */
export function inventMoney({ seed, country, members, cases, now }: MoneyOptions): SideAct[] {
  const chance = new Chance(seed, 5);
  const coordinator = members.find((member) => member.role === 'coordinator');
  if (coordinator === undefined) return [];
  const year = new Date(now).getUTCFullYear();
  const start = momentOf(`${year}-01-09`, 11, 0, country);
  const funds = FUNDS[country].map((fund) => ({ fund, id: chance.id() }));
  const acts: SideAct[] = funds.map(({ fund, id }, i) => ({
    round: 0,
    author: coordinator.account,
    at: Math.min(now, start + i * 600_000),
    dossier: id,
    changes: [
      record('fund', id, {
        name: fund.name,
        donor: fund.donor,
        amount: { ...fund.amount },
        reportCurrency: fund.reportCurrency,
        period: { day: `${year}-01-01`, until: `${year}-12-31` },
      }),
    ],
  }));
  const open = cases.slice(UNTOUCHED).filter(({ restrictedTo }) => restrictedTo === null);
  for (const of of open) {
    if (!chance.maybe(OFTEN)) continue;
    // While somebody worked on it, and these funds were there: older cases cost their money before.
    const from = Math.max(of.acts[0].at + DAY, start + DAY);
    const until = Math.min(now - DAY, (of.acts.at(-1)?.at ?? 0) + 2 * DAY);
    const asked = Math.round(from + chance.share() * (until - from));
    if (from < until)
      acts.push(...courseOf(chance, of, asked, { country, members, now, coordinator, funds }));
  }
  return acts;
}

/** An act of money, before it is said who did it and when. */
type Doing = CostAct extends infer A ? (A extends CostAct ? Omit<A, 'by' | 'at'> : never) : never;

interface Around {
  country: CountryCode;
  members: readonly GeneratingMember[];
  now: number;
  coordinator: GeneratingMember;
  funds: readonly { fund: DemoFund; id: Id }[];
}

/** One cost from its asking to where it stands now. */
function courseOf(chance: Chance, of: GeneratedCase, asked: number, around: Around): SideAct[] {
  const { members, now, coordinator, country } = around;
  const author = of.acts[0].author;
  const asker = members.find((member) => member.account === author && member.role !== 'viewer');
  if (asker === undefined) return [];
  const id = chance.id();
  const language = of.acts[0].language;
  let fields: Record<string, unknown> = invented(chance, around);
  const first = record('cost', id, fields as Record<string, Value>);
  const acts: SideAct[] = [];
  let at = asked;
  /** Answers whether it could have been done by now. */
  const act = (by: GeneratingMember, what: Doing, days: number, receiptOf?: Id): boolean => {
    at += days * DAY + chance.whole(10, 200) * 60_000;
    if (at > now) return false;
    const outcome = actOnCost({ fields }, { ...what, by: by.account, at } as CostAct);
    if (!outcome.ok) return false;
    fields = { ...fields, ...outcome.changes };
    const change = record('cost', id, outcome.changes as Record<string, Value>);
    if (acts.length === 0) Object.assign(change.fields, first.fields);
    const more = receiptOf === undefined ? {} : { receiptOf };
    acts.push({
      round: acts.length,
      author: by.account,
      at,
      dossier: of.dossier,
      changes: [change],
      ...more,
    });
    return true;
  };
  if (!act(asker, { act: 'ask' }, 0)) return acts;
  // Who coordinates alone cannot approve their own; it waits, and the page says why.
  if (asker === coordinator) return acts;
  if (now - at < 12 * DAY && chance.maybe(0.5)) return acts;
  const why = REFUSED[(coordinator.languages[0] ?? country === 'az') ? 'az' : 'tg'];
  if (chance.maybe(0.08)) {
    act(coordinator, { act: 'refuse', why }, chance.whole(0, 3));
    return acts;
  }
  if (!act(coordinator, { act: 'approve' }, chance.whole(0, 3)) || (now - at < 25 * DAY && chance.maybe(0.5)))
    return acts;
  if (!act(asker, { act: 'pay' }, chance.whole(0, 4)) || chance.maybe(0.12)) return acts;
  const noReceipt: Doing = { act: 'no-receipt', why: NO_RECEIPT[language] };
  const receipt: Doing = { act: 'receipt', file: chance.id() };
  const isKept = fields['purpose'] !== 'transport';
  if (!act(asker, isKept ? receipt : noReceipt, chance.whole(0, 5), isKept ? id : undefined)) return acts;
  if (chance.maybe(0.06)) {
    const { minor, currency } = fields['amount'] as Money;
    const amount = { minor: Math.ceil(minor / 2), currency };
    act(asker, { act: 'refund', amount }, chance.whole(1, 6));
  }
  return acts;
}

function invented(chance: Chance, { country, funds }: Around): Record<string, unknown> {
  const purpose = chance.one(Object.keys(PRICES));
  const [least, most] = PRICES[purpose] ?? [5, 20];
  const currency = FUNDS[country][0].amount.currency;
  const minor = chance.whole(least, most) * SCALE[country] * 100 + chance.one([0, 0, 0, 50]);
  const [general] = funds;
  const nights = purpose === 'shelter-rent' ? funds[2] : undefined;
  const papers = /fees|notary|registration/.test(purpose) ? funds[1] : undefined;
  const from = chance.maybe(0.07) ? undefined : (nights ?? papers ?? general);
  const { rate } = from?.fund ?? {};
  const second = from?.fund.reportCurrency ?? from?.fund.amount.currency;
  const fields: Record<string, unknown> = { purpose, amount: { minor, currency } };
  if (from !== undefined) fields['fund'] = from.id;
  // Somebody forgets it now and then.
  if (rate !== undefined && second !== undefined && chance.maybe(0.85))
    fields['secondAmount'] = { minor: Math.round(minor * rate), currency: second };
  return fields;
}
