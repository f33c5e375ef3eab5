import { ADMISSION_FIELDS, ADMISSION_GROUP_NAMES } from '@dayaq/domain';
import { useId, useRef } from 'preact/hooks';
import { codeLabel, type Values } from '../../fields/index.ts';
import { t, translator } from '../../locale/index.ts';
import type { Value } from '@dayaq/vault/client';

const ANSWERS = ['admits', 'depends', 'refuses', 'unknown'] as const;

/** Who is let in, as a table: a group a line, one press each. */
export function AdmissionGrid({
  values,
  onChange,
}: {
  values: Values;
  onChange: (values: Record<string, Value>) => void;
}) {
  const id = useId();
  const words = translator.value;
  // Two presses may come before the page has rendered anew.
  const latest = useRef(values);
  latest.current = values;
  return (
    <table class="service-grid">
      <caption class="visually-hidden">{t('services.admission.title')}</caption>
      <thead>
        <tr>
          <td />
          {ANSWERS.map((answer) => (
            <th key={answer} scope="col" id={`${id}-${answer}`}>
              {t(`services.admission.short.${answer}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ADMISSION_GROUP_NAMES.map((group) => {
          const field = ADMISSION_FIELDS[group];
          const label = codeLabel(words, 'admission-groups', group);
          return (
            <tr key={group}>
              <th scope="row">{label}</th>
              {ANSWERS.map((answer) => (
                <td key={answer}>
                  <label class="service-grid-cell">
                    <input
                      type="radio"
                      name={`${id}-${field}`}
                      value={answer}
                      aria-label={`${label}: ${codeLabel(words, 'admission', answer)}`}
                      checked={(values[field] ?? 'unknown') === answer}
                      onChange={() => {
                        latest.current = { ...latest.current, [field]: answer };
                        onChange({ ...latest.current });
                      }}
                    />
                  </label>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
