import { createTranslator, LANGUAGES, loadMessages } from '@dayaq/locale';
import { Words } from '@dayaq/register';

/** Names in all four languages: a register is seldom in one. Rejects where they cannot be fetched. */
export async function allWords(country: string): Promise<Words> {
  const messages = await Promise.all(LANGUAGES.map(loadMessages));
  return new Words(
    LANGUAGES.map((language, i) => createTranslator(language, messages[i] ?? {})),
    country,
  );
}
