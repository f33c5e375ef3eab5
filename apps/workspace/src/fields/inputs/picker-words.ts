import type { Translator } from '@dayaq/locale';

export function pickerWords({ t }: Translator) {
  return { choose: t('fields.choose'), search: t('fields.search'), none: t('fields.nothingFound') };
}
