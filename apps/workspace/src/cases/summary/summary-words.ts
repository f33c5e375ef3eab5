import { createTranslator, type Language, loadInnerWords, loadWords, type Translator } from '@dayaq/locale';
import { useEffect, useState } from 'preact/hooks';

/** The words of a language that is not the worker's; null while they come, or where they cannot be had now. */
export function useWordsOf(
  language: Language,
  own: Translator,
): { words: Translator | null; failed: boolean } {
  const [held, setHeld] = useState<Translator | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (language === own.language) return;
    let wanted = true;
    setFailed(false);
    void Promise.all([loadWords(language), loadInnerWords(language)]).then(
      ([words, inner]) => {
        if (wanted) setHeld(createTranslator(language, { ...words, ...inner }));
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [language, own]);
  if (language === own.language) return { words: own, failed: false };
  return { words: held?.language === language ? held : null, failed };
}
