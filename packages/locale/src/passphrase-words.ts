import type { Language } from './language.ts';

/** The words of which a passphrase is offered in one language. Loaded only where one is chosen. */
export async function loadPassphraseWords(language: Language): Promise<readonly string[]> {
  return (await wordsOf(language)).words.split(' ');
}

function wordsOf(language: Language): Promise<{ words: string }> {
  switch (language) {
    case 'az':
      return import('./gen/passphrase-words.az.gen.ts');
    case 'ru':
      return import('./gen/passphrase-words.ru.gen.ts');
    case 'en':
      return import('./gen/passphrase-words.en.gen.ts');
    case 'tg':
      return import('./gen/passphrase-words.tg.gen.ts');
  }
}
