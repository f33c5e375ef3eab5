export { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from './language.ts';
export { loadMessages, type Messages } from './messages.ts';
export { formatNumber } from './number.ts';
export {
  createTranslator,
  type LabelNamespace,
  type MessageKey,
  type MessageParameters,
  type Translator,
} from './translator.ts';
export { foldForIndex, foldForQuery } from './fold.ts';
