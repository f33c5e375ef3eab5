import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { groupOf } from '@dayaq/domain';
import { askedCount, readSurvey } from '@dayaq/domain/survey';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { OneRoot } from '../dossier/OneRoot.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { SurveyBuilder } from './build/SurveyBuilder.tsx';
import { FewPeople } from './FewPeople.tsx';
import { Rounds } from './interview/Rounds.tsx';
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
  const [building, setBuilding] = useState(false);
  const made = textIn(record, 'made');
  const survey = useMemo(() => readSurvey(made), [made]);
  const values = valuesOf(record);
  const mayWrite = room.role !== 'viewer';
  const published = textIn(record, 'published');
  if (building)
    return (
      <SurveyBuilder
        room={room}
        id={record.id}
        made={made}
        expected={values['expected']}
        onClose={() => setBuilding(false)}
      />
    );
  return (
    <article class="stack stack-loose" aria-labelledby="survey-name">
      <header class="stack stack-tight">
        <h2 id="survey-name">{textIn(record, 'name')}</h2>
        {survey === null ? (
          <p role="alert">{t('surveys.notRead')}</p>
        ) : (
          <details>
            <summary>{t('surveys.questions', { count: askedCount(survey) })}</summary>
            <QuestionList survey={survey} />
          </details>
        )}
      </header>
      {survey !== null && <FewPeople survey={survey} expected={values['expected']} />}
      {mayWrite && (
        <div class="buttons">
          {survey !== null && survey.call === undefined && (
            <Button kind="plain" onClick={() => setBuilding(true)}>
              {t('building.change')}
            </Button>
          )}
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
      <Rounds id={record.id} />
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
