import { LANGUAGE_NAMES, LANGUAGES } from '@dayaq/locale';
import { language, setLanguage, t } from '../locale/index.ts';

/** Each language in its own letters, so that nobody must read another one to find theirs. */
export function LanguagePicker() {
  return (
    <div class="language-picker" role="group" aria-label={t('settings.language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={language.value === one}
          onClick={() => void setLanguage(one)}
        >
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </div>
  );
}
