import type { Change, DossierView, Failure, Id, RecordView } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { placeOf } from '../cases/detail/case-place.ts';
import { ConflictDialog } from '../cases/detail/ConflictDialog.tsx';
import { conflictsOf } from '../cases/detail/conflicts.ts';
import { HistoryDialog } from '../cases/detail/HistoryDialog.tsx';
import { type OpenCase, OpenCaseContext } from '../cases/detail/open-case.ts';
import { RestrictDialog } from '../cases/detail/RestrictDialog.tsx';
import type { Room } from '../cases/room.ts';
import { recordTitle } from '../fields/index.ts';
import { linkedIds, useLinkNames } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { Menu } from '../look/Menu.tsx';
import { Notice } from '../look/Notice.tsx';
import { Toast } from '../look/Toast.tsx';
import { Asking } from '../shell/Asking.tsx';
import { say, useQuery } from '../vault/session.ts';
import { RecordDialog } from './RecordDialog.tsx';
import type { RecordRequest } from './record-request.ts';

interface Props {
  room: Room;
  id: Id;
  /** Of the records that are shown. */
  kinds: readonly string[];
  /** Draws it; `menu` holds what can be done with the whole of it. */
  children: (open: OpenCase, menu: ComponentChildren) => ComponentChildren;
}

type Beside = { dialog: 'conflicts' | 'restrict' } | { dialog: 'history'; record: Id | null };

/** A dossier that is no case on its page: its dialogs, its history, two versions of a field, and who may open it, as cases have them. */
export function OpenDossier({ room, id, kinds, children }: Props) {
  const query = useQuery((vault) => vault.dossier(id), [id], kinds);
  const { data } = query;
  if (data === undefined) return <Asking query={query} />;
  if (!data.ok) return <p role="alert">{say(data.failure)}</p>;
  const root = data.value.records.find((record) => record.id === id);
  if (root === undefined) return <p role="alert">{t('consultations.gone')}</p>;
  return (
    <Open room={room} root={root} dossier={data.value}>
      {children}
    </Open>
  );
}

function Open({
  room,
  root,
  dossier,
  children,
}: Pick<Props, 'room' | 'children'> & { root: RecordView; dossier: DossierView }) {
  const { vault, translator, members, country, role } = room;
  const [editing, setEditing] = useState<{ request: RecordRequest; turn: number } | null>(null);
  const [beside, setBeside] = useState<Beside | null>(null);
  const [undo, setUndo] = useState<{ text: string; changes: Change[] } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const turns = useRef(0);
  const live = useMemo(() => dossier.records.filter((record) => !record.deleted), [dossier]);
  const links = useLinkNames(linkedIds(dossier.records), room);
  const around = useMemo(
    () => ({ translator, records: live, members, country, links }),
    [translator, live, members, country, links],
  );
  const conflicts = useMemo(() => conflictsOf(dossier.records), [dossier]);
  const kept = (said: string, back?: Change[]): void => {
    setFailure(null);
    if (back === undefined) announce(said);
    setUndo(back === undefined ? null : { text: said, changes: back });
  };
  const open: OpenCase = {
    ...room,
    dossier,
    root,
    live,
    around,
    mayWrite: role !== 'viewer' && !root.deleted,
    askFirst: (go) => go(),
    mayQualify: false,
    onPaper: false,
    edit: (request) => setEditing({ request, turn: turns.current++ }),
    async save(changes, said, back) {
      const outcome = await vault.save({ dossier: dossier.id, changes });
      setFailure(outcome.ok ? null : outcome.failure);
      if (outcome.ok) kept(said, back);
      return outcome.ok;
    },
    kept,
    remove(record) {
      const about = { kind: record.kind, record: record.id, fields: {} };
      const said = t('cases.undo.deleted', { what: recordTitle(record, around) });
      void open.save([{ ...about, deleted: true }], said, [{ ...about, deleted: false }]);
    },
    showHistory: (record) => setBeside({ dialog: 'history', record }),
    showConflicts: () => setBeside({ dialog: 'conflicts' }),
  };
  const menu = (
    <Menu
      label={t('services.more')}
      as="dots"
      items={[
        { text: t('cases.history.title'), onChoose: () => open.showHistory(null) },
        ...(open.mayWrite
          ? [
              { text: t('cases.restrict.title'), onChoose: () => setBeside({ dialog: 'restrict' as const }) },
              { text: t('services.delete'), danger: true, onChoose: () => open.remove(root) },
            ]
          : []),
      ]}
    />
  );
  return (
    <OpenCaseContext.Provider value={open}>
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      {conflicts.length > 0 && (
        <Notice tone="w">
          <p>{t('cases.conflict.banner', { count: conflicts.length })}</p>
          <Button kind="plain" onClick={open.showConflicts}>
            {t('cases.conflict.choose')}
          </Button>
        </Notice>
      )}
      {root.deleted ? (
        <Notice tone="w">
          <p>{t('consultations.deleted')}</p>
          {role !== 'viewer' && (
            <Button
              kind="plain"
              onClick={() =>
                void open.save(
                  [{ kind: root.kind, record: root.id, fields: {}, deleted: false }],
                  t('cases.undo.broughtBack'),
                )
              }
            >
              {t('cases.undo.bringBack')}
            </Button>
          )}
        </Notice>
      ) : (
        children(open, menu)
      )}
      {undo !== null && (
        <Toast
          key={undo.text}
          text={undo.text}
          onUndo={() => {
            setUndo(null);
            void open.save(undo.changes, t('cases.undo.broughtBack'));
          }}
          onClose={() => setUndo(null)}
        />
      )}
      {editing !== null && (
        <RecordDialog
          key={editing.turn}
          place={placeOf(open)}
          request={editing.request}
          onClose={() => setEditing(null)}
        />
      )}
      {beside?.dialog === 'history' && (
        <HistoryDialog record={beside.record} onClose={() => setBeside(null)} />
      )}
      {beside?.dialog === 'conflicts' && <ConflictDialog onClose={() => setBeside(null)} />}
      {beside?.dialog === 'restrict' && (
        <RestrictDialog onClose={() => setBeside(null)} onFailure={setFailure} />
      )}
    </OpenCaseContext.Provider>
  );
}
