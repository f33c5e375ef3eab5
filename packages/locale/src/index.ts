export { compareText, sortKey } from './collation.ts';
export {
  type DateStyle,
  FIRST_DAY_OF_WEEK,
  type MomentStyle,
  dayOf,
  formatDate,
  formatMoment,
  monthNames,
  weekdayNames,
} from './date.ts';
export { foldForIndex, foldForQuery } from './fold.ts';
export { LANGUAGE_NAMES, LANGUAGES, type Language, isLanguage } from './language.ts';
export { type Messages, loadInnerWords, loadMessages, loadVisitorWords, loadWords } from './messages.ts';
export { formatAmount, formatBytes, formatList, formatMoney, formatNumber, formatPercent } from './number.ts';
export { relativeDay, relativeMoment } from './relative-time.ts';
export {
  type LabelNamespace,
  type MessageKey,
  type PlainKey,
  type MessageParameters,
  type Translator,
  createTranslator,
} from './translator.ts';
