import { type Question, type Survey, SURVEY_LIMITS, wordsIn } from '@dayaq/domain/survey';
import { useRef } from 'preact/hooks';
import { language, t } from '../../locale/index.ts';
import { Field, TextField } from '../../look/Field.tsx';

interface Props {
  label: string;
  hint: string;
  survey: Survey;
  /** Questions whose answers are there by then. */
  before: readonly Question[];
  text: string;
  onText: (text: string) => void;
}

/** An expression as XLSForm writes it. By which names the answers before it go stands beside, and one that is picked is written where the cursor was. */
export function ExpressionField({ label, hint, survey, before, text, onText }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const put = (name: string): void => {
    const field = place.current?.querySelector<HTMLInputElement>('input');
    const at = field?.selectionStart ?? text.length;
    onText(`${text.slice(0, at)}\${${name}}${text.slice(field?.selectionEnd ?? at)}`);
    field?.focus();
  };
  return (
    <div class="condition" ref={place}>
      <TextField
        label={label}
        hint={hint}
        exact
        max={SURVEY_LIMITS.expression}
        value={text}
        onValue={onText}
      />
      {before.length > 0 && (
        <Field label={t('building.putIn')}>
          {(control) => (
            <select
              {...control}
              value=""
              onChange={({ currentTarget }) => {
                if (currentTarget.value !== '') put(currentTarget.value);
                currentTarget.value = '';
              }}
            >
              <option value="">{t('building.putInNone')}</option>
              {before.map((each) => (
                <option key={each.name} value={each.name}>
                  {[`\${${each.name}}`, wordsIn(each.label, language.value, survey)]
                    .filter(Boolean)
                    .join(' — ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
}
