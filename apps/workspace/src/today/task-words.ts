import { daysBetween, fieldOf, fuzzyRange, hoursLeft, isFuzzyDate, kindOf, nextToClose } from '@dayaq/domain';
import { formatDate, formatMoney, relativeDay, type Translator } from '@dayaq/locale';
import type { Id, MemberView, TaskRow } from '@dayaq/vault/client';
import { taskTitle } from '@dayaq/acts/task';
import { windowWords } from '../cases/safety/window-words.ts';
import { doseWords } from '../cases/safety/dose-words.ts';
import { clockIn, offsetIn } from '../services/clock.ts';
import { purposeWords } from '../costs/cost-words.ts';
import { valueText } from '../fields/value-text.ts';
import { readMoney } from '../fields/read-value.ts';
import { iconOf } from '../kind-places.ts';
import type { IconName } from '../look/Icon.tsx';

/** Who reads it, and when. */
export interface Reader {
  translator: Translator;
  /** YYYY-MM-DD */
  today: string;
  members: readonly MemberView[];
  nameOf: (account: Id) => string;
  /** Code of the country whose clocks count. */
  country: string;
}

const RULE_ICONS: Readonly<Record<string, IconName>> = {
  'cost-receipt': 'file',
  're-contact': 'people',
  're-contact-urgent': 'people',
};

export function taskIcon({ kind, rule }: TaskRow): IconName {
  return RULE_ICONS[rule] ?? iconOf(kind) ?? 'today';
}

type CostRule = 'cost-decide' | 'cost-pay' | 'cost-receipt';
const isCostRule = (rule: string): rule is CostRule =>
  rule === 'cost-decide' || rule === 'cost-pay' || rule === 'cost-receipt';

/** The deed. Of money with how much and what for, which no task's own words know. */
export function deedOf(task: TaskRow, { translator }: Reader): { words: string; amount: string } {
  const { language, t } = translator;
  const money = task.kind === 'cost' ? readMoney(task.told['amount'] ?? null) : null;
  if (money !== null && isCostRule(task.rule)) {
    const amount = formatMoney(language, money.minor, money.currency);
    const named = purposeWords(translator, { fields: task.told });
    const purpose = language === 'az' ? named : within(named);
    return { words: t(`today.deed.${task.rule}`, { amount, purpose }), amount };
  }
  return { words: taskTitle(translator, task) || t('today.untitled'), amount: '' };
}

/** A name in the middle of a sentence: small at its beginning, where it is no abbreviation. */
export function within(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** What the deed is about, and by whom it was asked: what stands below it. */
export function aboutWords(task: TaskRow, reader: Reader): string[] {
  return task.kind === 'cost' ? costWords(task, reader) : objectOf(task, reader);
}

function costWords({ rule, told }: TaskRow, { translator, today, nameOf, country }: Reader): string[] {
  const { language, t } = translator;
  const text = (field: string): string => (typeof told[field] === 'string' ? told[field] : '');
  const day = (field: string): string => {
    const at = told[field];
    if (isFuzzyDate(at)) return nearDay(language, fuzzyRange(at).to, today);
    return typeof at === 'number' ? nearDay(language, clockIn(country, at).day, today) : '';
  };
  const by =
    rule === 'cost-pay'
      ? text('decidedBy') && t('today.about.approved', { name: nameOf(text('decidedBy')) })
      : rule === 'cost-receipt'
        ? (day('spentOn') || day('paidAt')) && t('today.about.paid', { day: day('spentOn') || day('paidAt') })
        : text('askedBy') && t('today.about.asked', { name: nameOf(text('askedBy')), day: day('askedAt') });
  return [by, text('words')].filter(Boolean);
}

/** The words and codes that name the record, the most telling first; days and people say little without their sentence. */
export function objectOf({ kind, told }: TaskRow, { translator, members }: Reader): string[] {
  const around = { translator, members, records: [], country: '' };
  const names = [...(kindOf(kind)?.title ?? []), ...(kindOf(kind)?.due ?? [])];
  return names
    .filter((name) => {
      const is = fieldOf(kind, name)?.type.is;
      return !name.endsWith('Other') && (is === 'text' || is === 'code' || is === 'codes');
    })
    .map((field) => valueText({ kind, field, value: told[field], values: told, ...around }))
    .filter(Boolean);
}

/** A day in words while it is near, else its date. */
export function nearDay(language: Translator['language'], day: string, today: string): string {
  const away = Math.abs(daysBetween(today, day));
  return away <= 13 ? relativeDay(language, day, today) : formatDate(language, day, 'short');
}

/** By when something must be had that is counted in hours, else when it is due. */
export function hoursOrDay(
  task: TaskRow,
  reader: Reader,
  now = Date.now(),
): { words: string; late: boolean } {
  switch (task.rule) {
    case 'treatment-bring':
      return doseWords(task.told, reader.country, now);
    case 'rape-hours':
      return windowWords(task.told['date'], reader.country, reader.translator, now);
    default:
      return whenWords(task.due, reader);
  }
}

const HOUR_MS = 3_600_000;

/** Hours that are left, to order by; what is not known comes before all, and what is over behind. */
export function urgencyOf({ kind, rule, told }: TaskRow, { country }: Reader, now = Date.now()): number {
  if (rule === 'rape-hours') {
    const next = nextToClose(told['date'], clockIn(country, now));
    if (next === null) return Number.POSITIVE_INFINITY;
    const closes = Date.parse(next.day) + (next.minute - offsetIn(country, now)) * 60_000;
    return Math.floor((closes - now) / HOUR_MS);
  }
  const hours = kind === 'detention' ? hoursLeft(told, offsetIn(country, now), now) : null;
  return hours ?? Number.NEGATIVE_INFINITY;
}

/** So many days late is a number that one can feel; later it is said since when. */
const COUNTED = 60;

/** When it is due, or how late it is. */
export function whenWords(due: string, { translator, today }: Reader): { words: string; late: boolean } {
  const { language, t } = translator;
  if (due === '') return { words: '', late: false };
  const days = daysBetween(due, today);
  if (!(days > 0)) return { words: nearDay(language, due, today), late: false };
  const words =
    days <= COUNTED
      ? t('today.late.days', { days })
      : t('today.late.since', { day: formatDate(language, due, 'short') });
  return { words, late: true };
}
