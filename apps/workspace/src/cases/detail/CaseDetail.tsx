import type { Change, DossierView, Failure, Id, RecordView } from '@dayaq/vault/client';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import type { RecordRequest } from '../../dossier/record-request.ts';
import { kindLabel, recordTitle } from '../../fields/index.ts';
import { linkedIds, useLinkNames } from '../../links/link-names.ts';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { memberName, type Room } from '../room.ts';
import { AddBar } from './AddBar.tsx';
import { AddFileDialog } from './AddFileDialog.tsx';
import { CaseHead } from './CaseHead.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { conflictsOf } from './conflicts.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { placeOf } from './case-place.ts';
import { type OpenCase, OpenCaseContext } from './open-case.ts';
import { PartsNav } from '../parts/PartsNav.tsx';
import type { CasePart } from '../parts/parts.ts';
import { RestrictDialog } from './RestrictDialog.tsx';
import { Standing } from './Standing.tsx';
import { UndoBar } from './UndoBar.tsx';

interface Props {
  room: Room;
  dossier: DossierView;
  root: RecordView;
  /** The keyboard opened it: the focus goes to its heading. */
  takeFocus: boolean;
  /** The side of the case that is shown. */
  part: CasePart;
}

interface Undo {
  text: string;
  changes: Change[];
}

type Shown = { dialog: 'conflicts' | 'restrict' | 'file' } | { dialog: 'history'; record: Id | null };

/** A case as a story: who, how to reach them, what happened and what we did, and beside it how things stand. */
export function CaseDetail({ room, dossier, root, takeFocus, part }: Props) {
  const { vault, translator, members, country, role } = room;
  const { t } = translator;
  const heading = useRef<HTMLHeadingElement>(null);
  // Numbered, so that each opening of the form begins anew.
  const [editing, setEditing] = useState<{ request: RecordRequest; turn: number } | null>(null);
  const turns = useRef(0);
  const [shown, setShown] = useState<Shown | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useLayoutEffect(() => {
    if (takeFocus) heading.current?.focus({ preventScroll: true });
  }, []);

  const live = useMemo(() => dossier.records.filter((record) => !record.deleted), [dossier]);
  const conflicts = useMemo(() => conflictsOf(dossier.records), [dossier]);
  const links = useLinkNames(linkedIds(dossier.records), room);
  const around = useMemo(
    () => ({ translator, records: live, members, country, links }),
    [translator, live, members, country, links],
  );

  async function save(changes: Change[], said: string, back?: Change[]): Promise<boolean> {
    const outcome = await vault.save({ dossier: dossier.id, changes });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) kept(said, back);
    return outcome.ok;
  }

  function kept(said: string, back?: Change[]): void {
    setFailure(null);
    // With a way back the words stand beside it; twice would be noise.
    if (back === undefined) announce(said);
    setUndo(back === undefined ? null : { text: said, changes: back });
  }

  const open: OpenCase = {
    ...room,
    dossier,
    root,
    live,
    around,
    mayWrite: role !== 'viewer' && !root.deleted,
    mayQualify: role === 'coordinator' && !root.deleted,
    onPaper: false,
    edit: (request) => setEditing({ request, turn: turns.current++ }),
    save,
    kept,
    remove(record) {
      const what = recordTitle(record, around);
      const about = { kind: record.kind, record: record.id, fields: {} };
      void save([{ ...about, deleted: true }], t('cases.undo.deleted', { what }), [
        { ...about, deleted: false },
      ]);
    },
    showHistory: (record) => setShown({ dialog: 'history', record }),
    showConflicts: () => setShown({ dialog: 'conflicts' }),
  };

  return (
    <OpenCaseContext.Provider value={open}>
      <article
        class={part.part === '' ? 'case' : 'case case-side'}
        aria-label={kindLabel(translator, 'case')}
      >
        <div class="case-main">
          <CaseHead heading={heading} onRestrict={() => setShown({ dialog: 'restrict' })} />
          <div class="case-notices">
            {failure !== null && (
              <Notice tone="d" role="alert">
                <p>{say(failure)}</p>
              </Notice>
            )}
            {root.deleted && (
              <Notice tone="w">
                <p>{t('cases.head.isDeleted', { name: memberName(room, root.updated.by) })}</p>
                {role !== 'viewer' && (
                  <button
                    type="button"
                    class="button button-plain"
                    onClick={() =>
                      save(
                        [{ kind: root.kind, record: root.id, fields: {}, deleted: false }],
                        t('cases.undo.broughtBack'),
                      )
                    }
                  >
                    {t('cases.undo.bringBack')}
                  </button>
                )}
              </Notice>
            )}
            {!dossier.complete && (
              <Notice>
                <p>{t('cases.head.incomplete')}</p>
              </Notice>
            )}
            {conflicts.length > 0 && (
              <Notice tone="w">
                <p>{t('cases.conflict.banner', { count: conflicts.length })}</p>
                <button type="button" class="button button-plain" onClick={open.showConflicts}>
                  {t('cases.conflict.choose')}
                </button>
              </Notice>
            )}
          </div>
          <PartsNav shown={part.part} />
          <part.Content />
        </div>
        <div class="case-aside">
          {open.mayWrite && <AddBar onAddFile={() => setShown({ dialog: 'file' })} />}
          <Standing />
        </div>
        {undo !== null && (
          <UndoBar
            key={undo.text}
            text={undo.text}
            onUndo={() => void save(undo.changes, t('cases.undo.broughtBack'))}
            onClose={() => setUndo(null)}
          />
        )}
      </article>
      {editing !== null && (
        <RecordDialog
          key={editing.turn}
          place={placeOf(open)}
          request={editing.request}
          onClose={() => setEditing(null)}
        />
      )}
      {shown?.dialog === 'history' && <HistoryDialog record={shown.record} onClose={() => setShown(null)} />}
      {shown?.dialog === 'conflicts' && <ConflictDialog onClose={() => setShown(null)} />}
      {shown?.dialog === 'restrict' && (
        <RestrictDialog onClose={() => setShown(null)} onFailure={setFailure} />
      )}
      {shown?.dialog === 'file' && <AddFileDialog onClose={() => setShown(null)} />}
    </OpenCaseContext.Provider>
  );
}
