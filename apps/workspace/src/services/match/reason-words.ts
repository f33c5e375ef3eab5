import { formatMinute, type Reason, type ReasonArgs, type ReasonCode } from '@dayaq/domain';
import { formatDate, formatNumber, relativeDay, type Translator } from '@dayaq/locale';
import { areaLabel, codeLabel } from '../../fields/labels.ts';

type Say<Code extends ReasonCode> = (args: ReasonArgs[Code], words: Words) => string;

/** Names and days in the reader's language, for the sentences below. */
interface Words {
  t: Translator['t'];
  /** A day of this year without the year. */
  day(day: string): string;
  /** "today", "tomorrow", or the day. */
  when(day: string, days: number): string;
  number(value: number): string;
  code(list: string, code: string): string;
  area(area: string): string;
}

const range = ({ from, to }: { from: number | null; to: number | null }, { t }: Words): string => {
  if (from === null) return t('services.admission.ageTo', { to: to ?? 0 });
  return to === null ? t('services.admission.ageFrom', { from }) : t('services.admission.ages', { from, to });
};
const group = (args: { group: string }, { code }: Words): { group: string } => ({
  group: code('admission-groups', args.group),
});
const often = (args: { times: number; last: string }, { day }: Words): { times: number; last: string } => ({
  times: args.times,
  last: args.last === '' ? '?' : day(args.last),
});

/** The sentence of every reason. A reason without one does not compile. */
const SENTENCES: { readonly [Code in ReasonCode]: Say<Code> } = {
  'lacks-need': ({ need }, { t, code }) => t('services.reason.lacks-need', { need: code('services', need) }),
  admits: (args, words) => words.t('services.reason.admits', group(args, words)),
  depends: (args, words) => words.t('services.reason.depends', group(args, words)),
  'admission-unknown': (args, words) => words.t('services.reason.admission-unknown', group(args, words)),
  refuses: (args, words) => words.t('services.reason.refuses', group(args, words)),
  'age-refused': (args, words) => words.t('services.reason.age-refused', { ages: range(args, words) }),
  'age-unsure': (args, words) => words.t('services.reason.age-unsure', { ages: range(args, words) }),
  'son-too-old': ({ upTo, age }, { t }) => t('services.reason.son-too-old', { upTo, age }),
  'son-age-unsure': ({ upTo }, { t }) => t('services.reason.son-age-unsure', { upTo }),
  'sons-not-known': (_, { t }) => t('services.reason.sons-not-known'),
  'not-working': (_, { t }) => t('services.reason.not-working'),
  'turned-away': (args, words) =>
    words.t('services.reason.turned-away', { ...group(args, words), ...often(args, words) }),
  'made-to-leave': (args, words) =>
    words.t('services.reason.made-to-leave', { ...group(args, words), ...often(args, words) }),
  'turned-others-away': (args, words) => words.t('services.reason.turned-others-away', often(args, words)),
  'told-others': (args, words) => words.t('services.reason.told-others', often(args, words)),
  complaints: ({ times }, { t }) => t('services.reason.complaints', { times }),
  'reports-to': ({ to }, { t, code }) => t('services.reason.reports-to', { to: code('reporting', to) }),
  'reports-to-nobody': (_, { t }) => t('services.reason.reports-to-nobody'),
  'reporting-not-known': (_, { t }) => t('services.reason.reporting-not-known'),
  trust: ({ level }, { code }) => code('trust-levels', level),
  'demands-paper': ({ document }, { t, code }) =>
    t('services.reason.demands-paper', { document: code('documents', document) }),
  'papers-not-asked': ({ document }, { t, code }) =>
    t('services.reason.papers-not-asked', { document: code('documents', document) }),
  'papers-unknown': (_, { t }) => t('services.reason.papers-unknown'),
  'no-papers-needed': (_, { t }) => t('services.reason.no-papers-needed'),
  'has-papers': (_, { t }) => t('services.reason.has-papers'),
  'open-now': (_, { t }) => t('services.reason.open-now'),
  opens: ({ day, minute, days }, { t, when }) =>
    t('services.open.opens', { day: when(day, days), time: formatMinute(minute) }),
  'closed-until': ({ day, minute, days, why }, { t, when, code }) =>
    why === ''
      ? t('services.reason.closed-until', { day: when(day, days), time: formatMinute(minute) })
      : t('services.open.until', {
          day: when(day, days),
          time: formatMinute(minute),
          why: code('closure-reasons', why),
        }),
  'closed-no-date': ({ why }, { t, code }) =>
    why === ''
      ? t('services.open.noDate')
      : t('services.open.noDateWhy', { why: code('closure-reasons', why) }),
  'hours-not-known': (_, { t }) => t('services.hours.unknown'),
  free: ({ number, unit, day }, words) =>
    words.t('services.reason.free', {
      number: words.number(number),
      unit: words.code('capacity-units', unit),
      day: words.day(day),
    }),
  full: ({ day }, words) => words.t('services.reason.full', { day: words.day(day) }),
  speaks: ({ language }, { t, code }) =>
    t('services.reason.speaks', { language: code('languages', language) }),
  'no-shared-language': (_, { t }) => t('services.reason.no-shared-language'),
  'languages-not-known': (_, { t }) => t('services.reason.languages-not-known'),
  'costs-nothing': (_, { t }) => t('services.reason.costs-nothing'),
  costs: ({ cost }, { t, code }) => t('services.reason.costs', { cost: code('service-costs', cost) }),
  remote: (_, { code }) => code('service-reach', 'remote'),
  'goes-out': (_, { code }) => code('service-reach', 'goes-out'),
  'same-district': ({ area }, words) => words.t('services.reason.same-district', { area: words.area(area) }),
  'same-region': ({ area }, words) => words.t('services.reason.same-region', { area: words.area(area) }),
  distance: ({ area, km }, words) =>
    words.t('services.reason.distance', { area: words.area(area), km: words.number(km) }),
  'no-road': ({ area, km }, words) =>
    words.t('services.reason.no-road', { area: words.area(area), km: words.number(km) }),
  'other-country': ({ country }, { t, code }) =>
    t('services.reason.other-country', { country: code('countries', country) }),
  'distance-not-known': (_, { t }) => t('services.reason.distance-not-known'),
  verified: ({ day }, words) => words.t('services.reason.verified', { day: words.day(day) }),
  'verified-long-ago': ({ day, months }, words) =>
    words.t('services.reason.verified-long-ago', { day: words.day(day), months }),
  'never-verified': (_, { t }) => t('services.reason.never-verified'),
};

/** Why a service stands where it does, as a sentence. @param today the day of the question, YYYY-MM-DD */
export function reasonText(translator: Translator, reason: Reason, today: string): string {
  const { language } = translator;
  const day = (iso: string): string =>
    formatDate(language, iso, iso.slice(0, 4) === today.slice(0, 4) ? 'day' : 'long');
  const words: Words = {
    t: translator.t,
    day,
    when: (iso, days) => (days < 2 ? relativeDay(language, iso, today) : day(iso)),
    number: (value) => formatNumber(language, value),
    code: (list, code) => codeLabel(translator, list, code),
    area: (area) => areaLabel(translator, area),
  };
  // Code and arguments belong together by their type, which TypeScript cannot follow through the union.
  const say = SENTENCES[reason.code] as Say<ReasonCode>;
  return say(reason.args, words);
}
