import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { kindLabel } from '../../fields/index.ts';
import { ActBar } from '../parts/ActBar.tsx';
import { AddFileDialog } from './AddFileDialog.tsx';
import { clientOf, type OpenCase, useOpenCase } from './open-case.ts';
import type { RecordRequest } from '../../dossier/record-request.ts';

/** What is asked about a thing done, the telling part first. */
const RESPONSE_FIELDS = [
  'type',
  'note',
  'done',
  'with',
  'result',
  'forWhom',
  'owner',
  'byWhom',
  'minutes',
  'planned',
] as const;

/** The form of something that we did, of today and by us. */
export function responseRequest({ live, me, today, translator }: OpenCase): RecordRequest {
  const client = clientOf(live);
  return {
    title: translator.t('cases.add.response'),
    kind: 'response',
    record: null,
    only: RESPONSE_FIELDS,
    preset: {
      owner: me,
      done: { day: today },
      forWhom: client === undefined ? [] : [client.id],
      byWhom: 'us',
    },
  };
}

/** The form of something to do. */
export function taskRequest({ me, translator }: OpenCase): RecordRequest {
  return {
    title: translator.t('cases.add.task'),
    kind: 'task',
    record: null,
    preset: { owner: me, rule: 'by-hand' },
  };
}

/** What is added to a story most; the rest of what belongs in one behind "Other". */
export function StoryActs() {
  const open = useOpenCase();
  const { live, edit, today, translator, dossier } = open;
  const { t } = translator;
  const { route } = useLocation();
  const [addingFile, setAddingFile] = useState(false);
  const client = clientOf(live);
  const hasClient = live.some((record) => record.fields.role?.value === 'client');
  const date = { day: today };
  const adding = (kind: string, text: string, preset: RecordRequest['preset'] = {}, title = text) => ({
    text,
    onChoose: () => edit({ title, kind, record: null, preset }),
  });
  return (
    <>
      <ActBar
        first={{ text: t('cases.add.response'), icon: 'edit', onChoose: () => edit(responseRequest(open)) }}
        second={{
          text: t('referrals.refer'),
          icon: 'share',
          onChoose: () => route(`/cases/${dossier.id}/referrals?need=`),
        }}
        others={[
          { text: t('cases.add.task'), onChoose: () => edit(taskRequest(open)) },
          adding('violation', t('cases.add.violation'), { victims: client === undefined ? [] : [client.id] }),
          adding('note', t('cases.add.note'), { date }),
          adding('person', t('cases.add.person'), { role: hasClient ? 'dependant' : 'client' }),
          adding('perpetrator', t('cases.add.perpetrator'), {}, kindLabel(translator, 'perpetrator')),
          adding('source', t('cases.add.source'), { date }),
          { text: t('cases.add.file'), onChoose: () => setAddingFile(true) },
        ]}
      />
      {addingFile && <AddFileDialog onClose={() => setAddingFile(false)} />}
    </>
  );
}
