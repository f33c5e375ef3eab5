import { plainRecord } from '@dayaq/acts/record-values';
import { Button } from '../../look/Button.tsx';
import { directoryOf } from '@dayaq/domain';
import type { Change, DossierView, Failure, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ConflictDialog } from '../../cases/detail/ConflictDialog.tsx';
import { conflictsOf } from '../../cases/detail/conflicts.ts';
import { HistoryDialog } from '../../cases/detail/HistoryDialog.tsx';
import { type OpenCase, OpenCaseContext } from '../../cases/detail/open-case.ts';
import { RestrictDialog } from '../../cases/detail/RestrictDialog.tsx';
import { placeOf } from '../../cases/detail/case-place.ts';
import type { Room } from '../../cases/room.ts';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import type { RecordRequest } from '../../dossier/record-request.ts';
import { kindLabel, recordTitle } from '../../fields/index.ts';
import { linkedIds, useLinkNames } from '../../links/link-names.ts';
import { t } from '../../locale/index.ts';
import { Toast } from '../../look/Toast.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say, useQuery } from '../../vault/session.ts';
import type { ClockTime } from '../clock.ts';
import { EventDialog } from '../edit/EventDialog.tsx';
import { providerForm } from '../edit/provider-form.tsx';
import { Dealings } from './Dealings.tsx';
import { Happened } from './Happened.tsx';
import { type OpenProvider, OpenProviderContext } from './open-provider.ts';
import { ProviderFacts } from './ProviderFacts.tsx';
import { ProviderHead } from './ProviderHead.tsx';
import { ServiceSection } from './ServiceSection.tsx';

interface Props {
  room: Room;
  id: Id;
  /** The service that was chosen in the list: it comes into sight. */
  service: Id | null;
  now: ClockTime;
  takeFocus: { current: boolean };
}

/** The provider of that id, once it is here. */
export function OneProvider({ id, ...rest }: Props) {
  const { data, failed, again } = useQuery<Outcome<DossierView>>((vault) => vault.dossier(id), [id]);
  if (failed) {
    return (
      <p role="alert">
        {t('services.notRead')}{' '}
        <Button kind="link" onClick={again}>
          {t('services.again')}
        </Button>
      </p>
    );
  }
  if (data === undefined) return <p class="muted">{t('services.loading')}</p>;
  if (!data.ok) return <p role="alert">{say(data.failure)}</p>;
  const root = data.value.records.find((record) => record.id === id && record.kind === 'provider');
  if (root === undefined) return <p class="muted">{t('services.notThere')}</p>;
  return <Shown {...rest} dossier={data.value} root={root} takeFocus={rest.takeFocus.current} />;
}

type Beside = { dialog: 'conflicts' | 'restrict' } | { dialog: 'history'; record: Id | null };

interface Undo {
  text: string;
  changes: Change[];
}

function Shown({
  room,
  dossier,
  root,
  service,
  now,
  takeFocus,
}: {
  room: Room;
  dossier: DossierView;
  root: RecordView;
  service: Id | null;
  now: ClockTime;
  takeFocus: boolean;
}) {
  const { vault, translator, members, country, role } = room;
  const [editing, setEditing] = useState<{ request: RecordRequest; turn: number } | null>(null);
  const [happened, setHappened] = useState<{ service: Id | null } | null>(null);
  const [beside, setBeside] = useState<Beside | null>(null);
  const turns = useRef(0);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (takeFocus) heading.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    if (service === null) return;
    // The first service stands in sight anyway, under who offers it.
    const section = document.getElementById(`service-${service}`);
    if (section?.previousElementSibling?.classList.contains('service-section') === true)
      section.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [service]);

  const live = useMemo(() => dossier.records.filter((record) => !record.deleted), [dossier]);
  const links = useLinkNames(linkedIds(dossier.records), room);
  const around = useMemo(
    () => ({ translator, records: live, members, country, links }),
    [translator, live, members, country, links],
  );
  const entries = useMemo(
    () => directoryOf(live.map((record) => ({ ...plainRecord(record), dossier: dossier.id }))),
    [live],
  );

  async function save(changes: Change[], said: string, back?: Change[]): Promise<boolean> {
    const outcome = await vault.save({ dossier: dossier.id, changes });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) kept(said, back);
    return outcome.ok;
  }

  function kept(said: string, back?: Change[]): void {
    setFailure(null);
    if (back === undefined) announce(said);
    setUndo(back === undefined ? null : { text: said, changes: back });
  }

  const conflicts = useMemo(() => conflictsOf(dossier.records), [dossier]);
  // History, two versions and who may open it are the same for every dossier: the case's own dialogs show them.
  const asCase: OpenCase = {
    ...room,
    dossier,
    root,
    live,
    around,
    mayWrite: role !== 'viewer' && !root.deleted,
    mayQualify: false,
    onPaper: false,
    edit: (request) => open.edit(request),
    save,
    kept,
    remove(record) {
      const about = { kind: record.kind, record: record.id, fields: {} };
      void save([{ ...about, deleted: true }], t('services.deleted', { what: recordTitle(record, around) }), [
        { ...about, deleted: false },
      ]);
    },
    showHistory: (record) => setBeside({ dialog: 'history', record }),
    showConflicts: () => setBeside({ dialog: 'conflicts' }),
  };
  const open: OpenProvider = {
    ...asCase,
    now,
    edit: (request) => setEditing({ request, turn: turns.current++ }),
    recordEvent: (of) => setHappened({ service: of }),
    restrict: () => setBeside({ dialog: 'restrict' }),
  };

  return (
    <OpenProviderContext.Provider value={open}>
      <article class="service-page" aria-label={kindLabel(translator, 'provider')}>
        <ProviderHead heading={heading} />
        {failure !== null && (
          <Notice tone="w" role="alert">
            <p>{say(failure)}</p>
          </Notice>
        )}
        {root.deleted && (
          <Notice tone="w">
            <p>{t('services.isDeleted')}</p>
            {role !== 'viewer' && (
              <Button
                kind="plain"
                onClick={() =>
                  void save(
                    [{ kind: 'provider', record: root.id, fields: {}, deleted: false }],
                    t('services.broughtBack'),
                  )
                }
              >
                {t('services.bringBack')}
              </Button>
            )}
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
        <ProviderFacts />
        {entries.map((entry) => (
          <ServiceSection key={entry.id} entry={entry} />
        ))}
        {entries.length === 0 && !root.deleted && <p class="muted">{t('services.list.noService')}</p>}
        <Happened />
        <Dealings />
        {undo !== null && (
          <Toast
            key={undo.text}
            text={undo.text}
            onUndo={() => void save(undo.changes, t('services.broughtBack'))}
            onClose={() => setUndo(null)}
          />
        )}
      </article>
      {editing !== null && (
        <RecordDialog
          key={editing.turn}
          place={placeOf(open)}
          request={providerForm(editing.request)}
          onClose={() => setEditing(null)}
        />
      )}
      <OpenCaseContext.Provider value={asCase}>
        {beside?.dialog === 'history' && (
          <HistoryDialog record={beside.record} onClose={() => setBeside(null)} />
        )}
        {beside?.dialog === 'conflicts' && <ConflictDialog onClose={() => setBeside(null)} />}
        {beside?.dialog === 'restrict' && (
          <RestrictDialog onClose={() => setBeside(null)} onFailure={setFailure} />
        )}
      </OpenCaseContext.Provider>
      {happened !== null && <EventDialog service={happened.service} onClose={() => setHappened(null)} />}
    </OpenProviderContext.Provider>
  );
}
