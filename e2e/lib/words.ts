import { createTranslator, type Language, loadMessages, type Translator } from '@dayaq/locale';

/** The pages' words in one language. A key that has none fails the journey instead of showing its last part. */
export async function wordsIn(language: Language): Promise<Translator> {
  return createTranslator(language, await loadMessages(language), (key) => {
    throw new Error(`no message "${key}" in ${language}`);
  });
}
