import type { Words } from '@dayaq/domain/survey';
import { LANGUAGE_NAMES, type Language } from '@dayaq/locale';
import { t } from '../../locale/index.ts';
import { Field, TextField } from '../../look/Field.tsx';

interface Props {
  /** What the words are, as each field is called beside its language. */
  label: string;
  words: Words;
  languages: readonly Language[];
  /** Characters. */
  max: number;
  long?: boolean;
  onWords: (words: Words) => void;
}

/** One text in each of the survey's languages, side by side where there is room; what is missing is said. */
export function InLanguages({ label, words, languages, max, long = false, onWords }: Props) {
  const isSaid = Object.values(words).some((each) => each.trim() !== '');
  return (
    <div class="in-languages">
      {languages.map((language) => {
        const text = words[language] ?? '';
        const put = (said: string): void => onWords({ ...words, [language]: said });
        const called = t('building.inLanguage', { label, language: LANGUAGE_NAMES[language] });
        const missing = isSaid && text.trim() === '' ? t('building.missing') : undefined;
        return (
          <div key={language} lang={language}>
            {long ? (
              <Field label={called} hint={missing}>
                {(control) => (
                  <textarea
                    {...control}
                    rows={3}
                    value={text}
                    maxLength={max}
                    onInput={(event) => put(event.currentTarget.value)}
                  />
                )}
              </Field>
            ) : (
              <TextField label={called} hint={missing} value={text} max={max} onValue={put} />
            )}
          </div>
        );
      })}
    </div>
  );
}
