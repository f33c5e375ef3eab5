import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { groupOf } from '@dayaq/domain';
import { THRESHOLD } from '@dayaq/domain/disclosure';
import { fewPeople, prepare, readSurvey, type Survey, wordsIn } from '@dayaq/domain/survey';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { OneRoot } from '../dossier/OneRoot.tsx';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { ImportForm } from './ImportForm.tsx';
import { QuestionList } from './QuestionList.tsx';
import { Results } from './Results.tsx';
import { saveForm } from './save-form.ts';
import { SurveyCodes } from './SurveyCodes.tsx';
import { SurveyDoor } from './SurveyDoor.tsx';

/** One survey, whole: what it asks, whom it could betray, whether it is asked, and what came of it. */
export function SurveyDetail({ room, id }: { room: Room; id: Id }) {
  return (
    <OneRoot id={id} kinds={['survey']}>
      {(root) => <Shown room={room} record={root} />}
    </OneRoot>
  );
}

function Shown({ room, record }: { room: Room; record: RecordView }) {
  const [changing, setChanging] = useState(false);
  const made = textIn(record, 'made');
  const survey = useMemo(() => readSurvey(made), [made]);
  const values = valuesOf(record);
  const mayWrite = room.role !== 'viewer';
  const published = textIn(record, 'published');
  return (
    <article class="stack stack-loose" aria-labelledby="survey-name">
      <header class="stack stack-tight">
        <h2 id="survey-name">{textIn(record, 'name')}</h2>
        {survey === null ? (
          <p role="alert">{t('surveys.notRead')}</p>
        ) : (
          <details>
            <summary>{t('surveys.questions', { count: prepare(survey).placed.length })}</summary>
            <QuestionList survey={survey} />
          </details>
        )}
      </header>
      {survey !== null && <FewPeople survey={survey} expected={values['expected']} />}
      {mayWrite && (
        <div class="buttons">
          <Button kind="plain" onClick={() => setChanging(true)}>
            {t('surveys.change')}
          </Button>
          {survey !== null && (
            <Button kind="plain" onClick={() => saveForm(survey)}>
              {t('surveys.exportForm')}
            </Button>
          )}
        </div>
      )}
      {mayWrite && <ImportForm room={room} survey={record.id} codes={survey?.codes} />}
      {survey !== null && <SurveyCodes room={room} id={record.id} survey={survey} />}
      {survey !== null && <SurveyDoor room={room} id={record.id} survey={survey} published={published} />}
      {published !== '' && (
        <Results room={room} hash={published} invited={values['invited']} refused={values['refused']} />
      )}
      {changing && (
        <DistantRecordDialog
          dossier={record.id}
          record={record.id}
          around={{ translator: room.translator, members: room.members, country: room.country, records: [] }}
          request={{
            title: t('surveys.change'),
            kind: 'survey',
            only: groupOf('survey', 'told'),
            said: t('surveys.saved'),
          }}
          onClose={() => setChanging(false)}
        />
      )}
    </article>
  );
}

/** Which answers together could tell who somebody is, as far as the survey's makers can know before it is asked. */
function FewPeople({ survey, expected }: { survey: Survey; expected: unknown }) {
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
