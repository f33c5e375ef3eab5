import { TabActs } from '../acts/TabActs.tsx';
import { Button } from '../../look/Button.tsx';
import type { Change, DossierView, Failure, Id, RecordView } from '@dayaq/vault/client';
import { plainRecord, standingView, textIn } from '@dayaq/acts/record-values';
import { endedHelp } from '@dayaq/domain';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import type { RecordRequest } from '../../dossier/record-request.ts';
import { kindLabel, recordTitle } from '../../fields/index.ts';
import { linkedIds, useLinkNames } from '../../links/link-names.ts';
import { Toast } from '../../look/Toast.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { RapeWindows } from '../safety/RapeWindows.tsx';
import { say } from '../../vault/session.ts';
import { memberName, type Room } from '../room.ts';
import { CaseHead } from './CaseHead.tsx';
import { CaseStrip } from './CaseStrip.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { AskFirst, EndedHelp, OwedWithdrawals } from './EndedHelp.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { JoinedNotice } from '../../alike/JoinedNotice.tsx';
import { LettersOfCase } from '../../inbox/LettersOfCase.tsx';
import { BesideForm } from './BesideForm.tsx';
import { useJoined } from '../../alike/use-joined.ts';
import { placeOf } from './case-place.ts';
import { type OpenCase, OpenCaseContext } from './open-case.ts';
import { PartsNav } from '../parts/PartsNav.tsx';
import type { ShownPart } from '../parts/parts.ts';
import { TabContent } from '../parts/TabContent.tsx';
import { RestrictDialog } from './RestrictDialog.tsx';
import { NextStep } from './NextStep.tsx';

interface Props {
  room: Room;
  dossier: DossierView;
  root: RecordView;
  /** The keyboard opened it: the focus goes to its heading. */
  takeFocus: boolean;
  /** The side of the case that is shown. */
  shownPart: ShownPart;
}

interface Undo {
  text: string;
  changes: Change[];
}

type Shown = { dialog: 'conflicts' | 'restrict' } | { dialog: 'history'; record: Id | null };

/** A case: who in a name and a sentence, what comes next, and on four tabs everything else, each with what can be done. */
export function CaseDetail({ room, dossier, root, takeFocus, shownPart }: Props) {
  const { vault, translator, members, country, role } = room;
  const { t } = translator;
  const heading = useRef<HTMLHeadingElement>(null);
  // Numbered, so that each opening of the form begins anew.
  const [editing, setEditing] = useState<{ request: RecordRequest; turn: number } | null>(null);
  const turns = useRef(0);
  const [shown, setShown] = useState<Shown | null>(null);
  /** What waits for the word that it is wanted after all. */
  const [asked, setAsked] = useState<(() => void) | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useLayoutEffect(() => {
    if (takeFocus) heading.current?.focus({ preventScroll: true });
  }, []);

  const live = useMemo(
    () => dossier.records.filter((record) => !record.deleted).map(standingView),
    [dossier],
  );
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

  const isClosed = dossier.closed;
  const hasEnded = useMemo(() => endedHelp(live.map(plainRecord)).length > 0, [live]);
  const askFirst = (go: () => void): void => (hasEnded ? setAsked(() => go) : go());
  const begin = (request: RecordRequest): void =>
    setEditing({
      request: {
        ...request,
        // A form has what is stale too: there it can be seen, and taken away.
        record: dossier.records.find(({ id }) => id === request.record?.id) ?? request.record,
      },
      turn: turns.current++,
    });
  // What is written where nobody looks any more is lost: it belongs into the case that goes on.
  const into = textIn(root, 'joinedInto');
  const joined = useJoined(dossier.id, into);
  const isEnded = into !== '' && (joined === undefined || joined.on !== undefined);
  const isFree = !root.deleted && !isClosed && !isEnded;
  const open: OpenCase = {
    ...room,
    dossier,
    root: standingView(root),
    live,
    around,
    mayWrite: role !== 'viewer' && isFree,
    mayQualify: role === 'coordinator' && isFree,
    onPaper: false,
    askFirst,
    // Asking anew is how it begins again.
    edit: (request) =>
      request.record === null && request.kind !== 'consent' ? askFirst(() => begin(request)) : begin(request),
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
        class={open.mayWrite ? 'case case-writable' : 'case'}
        aria-label={kindLabel(translator, 'case')}
      >
        <div class="case-main">
          <CaseHead heading={heading} onRestrict={() => setShown({ dialog: 'restrict' })} />
          <div class="case-notices">
            {failure !== null && (
              <Notice tone="w" role="alert">
                <p>{say(failure)}</p>
              </Notice>
            )}
            {root.deleted && (
              <Notice tone="w">
                <p>{t('cases.head.isDeleted', { name: memberName(room, root.updated.by) })}</p>
                {role !== 'viewer' && (
                  <Button
                    kind="plain"
                    onClick={() =>
                      save(
                        [{ kind: root.kind, record: root.id, fields: {}, deleted: false }],
                        t('cases.undo.broughtBack'),
                      )
                    }
                  >
                    {t('cases.undo.bringBack')}
                  </Button>
                )}
              </Notice>
            )}
            {role === 'viewer' && !root.deleted && !isClosed && (
              <Notice>
                <p>{t('cases.head.viewer')}</p>
              </Notice>
            )}
            {!dossier.complete && (
              <Notice>
                <p>{t('cases.head.incomplete')}</p>
              </Notice>
            )}
          </div>
          {!root.deleted && (
            <>
              {/* Under Safety its own page says who must act, with all that can be done. */}
              <EndedHelp />
              <OwedWithdrawals />
              <CaseStrip withDanger={shownPart.part !== 'safety'} />
              <JoinedNotice joined={joined} />
              <LettersOfCase />
              {!isClosed && !isEnded && <NextStep withDanger={shownPart.part !== 'safety'} />}
              <RapeWindows />
            </>
          )}
          <PartsNav shown={shownPart.tab} />
          <TabContent {...shownPart} />
        </div>
        {undo !== null && (
          <Toast
            key={undo.text}
            text={undo.text}
            onUndo={() => void save(undo.changes, t('cases.undo.broughtBack'))}
            onClose={() => setUndo(null)}
          />
        )}
        {open.mayWrite && (
          <div class="case-acts no-print">
            <TabActs tab={shownPart.tab.tab} />
          </div>
        )}
      </article>
      {asked !== null && (
        <AskFirst
          onGo={() => {
            setAsked(null);
            asked();
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {editing !== null && (
        <RecordDialog
          key={editing.turn}
          place={{
            ...placeOf(open),
            beside: (parts) => <BesideForm parts={parts} />,
          }}
          request={editing.request}
          onClose={() => setEditing(null)}
        />
      )}
      {shown?.dialog === 'history' && <HistoryDialog record={shown.record} onClose={() => setShown(null)} />}
      {shown?.dialog === 'conflicts' && <ConflictDialog onClose={() => setShown(null)} />}
      {shown?.dialog === 'restrict' && (
        <RestrictDialog onClose={() => setShown(null)} onFailure={setFailure} />
      )}
    </OpenCaseContext.Provider>
  );
}
