import {
  type CostProblem,
  type CostState,
  isCode,
  isFuzzyDate,
  type Money,
  type PlainRecord,
  spenderOf,
} from '@dayaq/domain';
import { formatMoney, type Translator } from '@dayaq/locale';
import type { Failure } from '@dayaq/vault/client';
import { codeLabel } from '../fields/labels.ts';
import { sayDate } from '../fields/say-date.ts';
import { t } from '../locale/index.ts';
import type { Tone } from '../look/Tag.tsx';
import { say } from '../vault/session.ts';
import { textOf } from '@dayaq/acts/cost/cost-records';

export const sayMoney = (translator: Translator, { minor, currency }: Money): string =>
  formatMoney(translator.language, minor, currency);

/** What a cost is for; "other" in the words that were given for it. */
export function purposeWords(translator: Translator, record: Pick<PlainRecord, 'fields'>): string {
  const purpose = textOf(record, 'purpose');
  const other = textOf(record, 'purposeOther').trim();
  if (purpose === 'other' && other !== '') return other;
  return isCode('cost-purposes', purpose) ? codeLabel(translator, 'cost-purposes', purpose) : purpose;
}

/** A cost in one line, as its row says it: what for, how much, and what else the place knows. */
export function costLineWords(
  translator: Translator,
  record: Pick<PlainRecord, 'fields'>,
  amount: Money | null,
  ...more: readonly string[]
): string {
  const sum = amount === null ? '' : sayMoney(translator, amount);
  return [purposeWords(translator, record), sum, ...more].filter((word) => word !== '').join(' · ');
}

export const TONES: Readonly<Record<CostState, Tone | undefined>> = {
  draft: undefined,
  asked: 'w',
  approved: 'a',
  refused: 'w',
  paid: 'w',
  receipted: 'o',
  refunded: undefined,
  given: 'o',
};

/** Who spent it before anybody decided, when and of whose money; empty where nobody has. */
export function spentWords(
  { translator, nameOf }: { translator: Translator; nameOf: (account: string) => string },
  record: Pick<PlainRecord, 'fields'>,
): string {
  const spender = spenderOf(record);
  if (spender === null) return '';
  const { spentOn, spentFrom } = record.fields;
  const how = spentFrom === 'advance' ? 'costs.life.spentAdvance' : 'costs.life.spentOwn';
  const said = t(how, { name: nameOf(spender) });
  return isFuzzyDate(spentOn) ? `${said}, ${sayDate(translator, spentOn)}` : said;
}

export const problemWords = (problem: CostProblem): string => t(`costs.problem.${problem}`);

/** Why nothing was done: a rule of money, or what a vault says. */
export const refusalWords = (refusal: { problem: CostProblem } | { failure: Failure }): string =>
  'problem' in refusal ? problemWords(refusal.problem) : say(refusal.failure);

/** "Nigar – approved; Leyla – refused". */
export function apartWords(
  translator: Translator,
  apart: readonly { by: string; decision: string }[],
  nameOf: (account: string) => string,
): string {
  return apart
    .map(
      ({ by, decision }) =>
        `${nameOf(by)} – ${codeLabel(translator, 'cost-decisions', decision).toLowerCase()}`,
    )
    .join('; ');
}
