import { recordChange } from '@dayaq/acts/changes-between';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { type Question, readQuestion, writeQuestion } from '@dayaq/domain/count';
import type { Failure, Id, RecordView, Value } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Asking } from '../shell/Asking.tsx';
import { say, useQuery } from '../vault/session.ts';
import { Controls } from './Controls.tsx';
import { Figure } from './Figure.tsx';
import { Frozen } from './Frozen.tsx';

/** A question that was kept: asked anew each time, with the months that were frozen of it. */
export function KeptFigure({ room, id }: { room: Room; id: Id }) {
  const query = useQuery((vault) => vault.dossier(id), [id], ['figure', 'frozen']);
  const { data } = query;
  if (data === undefined) return <Asking query={query} />;
  const records = data.ok ? data.value.records.filter(({ deleted }) => !deleted) : [];
  const root = records.find((record) => record.id === id);
  if (root === undefined) return <p role="alert">{data.ok ? t('figures.gone') : say(data.failure)}</p>;
  return <Shown room={room} root={root} frozen={records.filter(({ kind }) => kind === 'frozen')} />;
}

function Shown({ room, root, frozen }: { room: Room; root: RecordView; frozen: readonly RecordView[] }) {
  const text = textIn(root, 'question');
  const { question: kept, lost } = useMemo(() => readQuestion(text), [text]);
  const [tried, setTried] = useState<Question | null>(null);
  const [isNaming, setIsNaming] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const question = tried ?? kept;
  const isPinned = textIn(root, 'pinned') === 'yes';
  const mayWrite = room.role !== 'viewer';
  const put = async (values: Record<string, Value>, said: string): Promise<void> => {
    const before = valuesOf(root);
    const change = recordChange('figure', root.id, { ...before, ...values }, before);
    const saved = await room.vault
      .save({ dossier: root.id, changes: [change] })
      .catch(() => ({ ok: false as const, failure: { code: 'no-answer' as const } }));
    setProblem(saved.ok ? null : saved.failure);
    if (saved.ok) announce(said);
  };
  return (
    <>
      <header class="stack stack-tight">
        <h2>{textIn(root, 'name') || t('figures.unnamed')}</h2>
        {mayWrite && (
          <div class="buttons no-print">
            <Button
              kind="plain"
              small
              onClick={() =>
                void put(
                  { pinned: isPinned ? 'no' : 'yes' },
                  t(isPinned ? 'figures.unpinned' : 'figures.pinned'),
                )
              }
            >
              {t(isPinned ? 'figures.unpin' : 'figures.pin')}
            </Button>
            <Button kind="plain" small onClick={() => setIsNaming(true)}>
              {t('figures.rename')}
            </Button>
          </div>
        )}
      </header>
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{say(problem)}</p>
        </Notice>
      )}
      {lost.length > 0 && tried === null && (
        <Notice tone="w" role="alert">
          <p class="strong">{t('figures.lost', { what: lost.join(', ') })}</p>
          <p>{t('figures.lostHint')}</p>
        </Notice>
      )}
      <details class="no-print" open={lost.length > 0}>
        <summary>{t('figures.change')}</summary>
        <Controls room={room} question={question} onAsk={setTried} />
        {mayWrite && (tried !== null || lost.length > 0) && (
          <div class="buttons">
            <Button
              kind="plain"
              onClick={() =>
                void put({ question: writeQuestion(question) }, t('figures.kept')).then(() => setTried(null))
              }
            >
              {t('figures.keepChange')}
            </Button>
          </div>
        )}
      </details>
      <Figure room={room} question={question} lost={tried === null ? lost : []} />
      {lost.length === 0 && tried === null && (
        <Frozen room={room} dossier={root.id} question={kept} frozen={frozen} />
      )}
      {isNaming && (
        <DistantRecordDialog
          dossier={root.id}
          record={root.id}
          around={{ translator: room.translator, members: room.members, country: room.country, records: [] }}
          request={{ title: t('figures.rename'), kind: 'figure', only: ['name'], said: t('figures.kept') }}
          onClose={() => setIsNaming(false)}
        />
      )}
    </>
  );
}
