import { THRESHOLD } from '@dayaq/domain/disclosure';
import { fewPeople, prepare, type Survey, wordsIn } from '@dayaq/domain/survey';
import { useMemo } from 'preact/hooks';
import { language, t } from '../locale/index.ts';

/** Which answers together could tell who somebody is, as far as the survey's makers can know before it is asked. */
export function FewPeople({ survey, expected }: { survey: Survey; expected: unknown }) {
  const prepared = useMemo(() => prepare(survey), [survey]);
  if (!prepared.placed.some(({ question }) => question.tells !== undefined)) return null;
  const few = typeof expected === 'number' ? fewPeople(prepared, expected, THRESHOLD) : null;
  const called = (name: string): string => {
    const label = prepared.byName.get(name)?.question.label ?? {};
    return wordsIn(label, language.value, survey) || name;
  };
  return (
    <section class="stack stack-tight" aria-labelledby="survey-few">
      <h3 id="survey-few">{t('surveys.few.title')}</h3>
      {few === null ? (
        <p>{t('surveys.few.unknown')}</p>
      ) : few.length === 0 ? (
        <p>{t('surveys.few.none', { threshold: THRESHOLD })}</p>
      ) : (
        <>
          <ul>
            {few.map(({ names, combinations, people }) => (
              <li key={names.join(' ')}>
                {t('surveys.few.one', {
                  names: names.map(called).join(' × '),
                  combinations,
                  people: Math.round(people * 10) / 10,
                })}
              </li>
            ))}
          </ul>
          <p class="muted">{t('surveys.few.hint')}</p>
        </>
      )}
    </section>
  );
}
