import { createTranslator, LANGUAGES, loadMessages } from '@dayaq/locale';
import { Words } from '../values.ts';

/** The names of fields, codes and places in all four languages, as the pages load them. */
export async function allWords(country = 'az'): Promise<Words> {
  const messages = await Promise.all(LANGUAGES.map(loadMessages));
  return new Words(
    LANGUAGES.map((language, i) => createTranslator(language, messages[i] ?? {})),
    country,
  );
}
