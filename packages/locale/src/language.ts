/** The languages of the product: Azerbaijani (Latin), Russian, English, Tajik (Cyrillic). */
export type Language = 'az' | 'ru' | 'en' | 'tg';
export const LANGUAGES: readonly Language[] = ['az', 'ru', 'en', 'tg'];

/** Each language in its own words, for the switch. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  az: 'Azərbaycanca',
  ru: 'Русский',
  en: 'English',
  tg: 'Тоҷикӣ',
};

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
