import az from '@dayaq/locale/passphrase-words/az.txt?url';
import en from '@dayaq/locale/passphrase-words/en.txt?url';
import ru from '@dayaq/locale/passphrase-words/ru.txt?url';
import tg from '@dayaq/locale/passphrase-words/tg.txt?url';

const LISTS = { az, ru, en, tg } as const;
export type Listed = keyof typeof LISTS;
export const LISTED = Object.keys(LISTS) as Listed[];

const kept = new Map<Listed, readonly string[]>();

/**
 * The words of a language, from which a receipt is drawn. Null where the network does not bring them: asked again it is tried
 * again, which a module that once failed to load is not.
 */
export async function wordList(language: Listed): Promise<readonly string[] | null> {
  const known = kept.get(language);
  if (known !== undefined) return known;
  try {
    const answer = await fetch(LISTS[language], { cache: 'no-store', credentials: 'omit' });
    if (!answer.ok) return null;
    const words = (await answer.text()).split('\n').filter(Boolean);
    kept.set(language, words);
    return words;
  } catch {
    return null;
  }
}
