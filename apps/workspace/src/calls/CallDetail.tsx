import { textIn } from '@dayaq/acts/record-values';
import { SCORERS } from '@dayaq/acts/application/seen';
import { isCall, askedCount, readSurvey } from '@dayaq/domain/survey';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { QuestionList } from '../surveys/QuestionList.tsx';
import { SurveyDoor } from '../surveys/SurveyDoor.tsx';
import { OneRoot } from '../dossier/OneRoot.tsx';
import { ApplicationList } from './ApplicationList.tsx';
import { CallForm } from './CallForm.tsx';
import { CallTerms } from './CallTerms.tsx';
import { useDoorLanguages } from './use-door-languages.ts';

/** One call, whole: what it says and asks, whether it is asked, and who applied. */
export function CallDetail({ room, id }: { room: Room; id: Id }) {
  return (
    <OneRoot id={id} kinds={['call']}>
      {(root) => <Shown room={room} record={root} />}
    </OneRoot>
  );
}

function Shown({ room, record }: { room: Room; record: RecordView }) {
  const [changing, setChanging] = useState(false);
  const languages = useDoorLanguages();
  const made = textIn(record, 'made');
  const call = useMemo(() => {
    const read = readSurvey(made);
    return read !== null && isCall(read) ? read : null;
  }, [made]);
  if (call === null) return <p role="alert">{t('surveys.notRead')}</p>;
  const published = textIn(record, 'published');
  // Two score it, and one of those who can open it has to be able to destroy it.
  const lacks = (readers: readonly Id[]): string | null => {
    if (readers.length < SCORERS) return t('calls.door.twoReaders');
    const isKept = room.members.some(({ account, keyholder }) => keyholder && readers.includes(account));
    return isKept ? null : t('calls.door.noKeyholder');
  };
  return (
    <article class="stack stack-loose" aria-labelledby="call-name">
      <header class="stack stack-tight">
        <h2 id="call-name">{textIn(record, 'name')}</h2>
        <CallTerms call={call} />
        <details>
          <summary>{t('surveys.questions', { count: askedCount(call) })}</summary>
          <QuestionList survey={call} />
        </details>
      </header>
      {room.role !== 'viewer' && languages !== null && (
        <div class="buttons">
          <Button kind="plain" onClick={() => setChanging(true)}>
            {t('calls.change')}
          </Button>
        </div>
      )}
      <SurveyDoor
        room={room}
        id={record.id}
        survey={call}
        published={published}
        of="calls"
        formerly={textIn(record, 'formerly')}
        lacks={lacks}
      />
      <ApplicationList call={record.id} hashes={hashesOf(record)} />
      {changing && languages !== null && (
        <Dialog open title={t('calls.form.title')} onClose={() => setChanging(false)}>
          <CallForm
            room={room}
            id={record.id}
            call={call}
            languages={languages}
            onClose={() => setChanging(false)}
            onKept={() => setChanging(false)}
          />
        </Dialog>
      )}
    </article>
  );
}

/** Under which a call was ever published: applications name theirs. */
export const hashesOf = (record: RecordView): string[] =>
  [...textIn(record, 'formerly').split(' '), textIn(record, 'published')].filter((hash) => hash !== '');
