import { differ, type FuzzyDate, groupOf, isFuzzyDate, isOverdue, spoken } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { Change, Failure, Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { Concerning } from '../consultations/Concerning.tsx';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { fieldLabel, recordTitle, type Surroundings, valueText } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Chip } from '../look/Chip.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Toast } from '../look/Toast.tsx';
import { Asking } from '../shell/Asking.tsx';
import { nowByServer } from '../vault/now-by-server.ts';
import { say } from '../vault/session.ts';
import { CommitmentItem } from './CommitmentItem.tsx';
import { CommitmentHeads } from './CommitmentLine.tsx';
import { MeetingDialog } from './meeting/MeetingDialog.tsx';
import { PlanFinding, Tally } from './PlanFinding.tsx';
import { planSheet } from './plan-sheet.ts';
import { Reviews } from './Reviews.tsx';
import { reviewsOf } from './reviews.ts';
import { Sessions } from './sessions/Sessions.tsx';
import { TimeScaleLegend } from './TimeScale.tsx';
import { type Commitment, type Framework, nameIn, useFramework } from './use-framework.ts';
import { addingTheme, editingHead, requestOf, type Writing, writingCommitment } from './writing.ts';

const SHOWN = ['all', 'differ', 'late', 'silent', 'annex'] as const;
type Show = (typeof SHOWN)[number];
const SHOWN_WORDS = {
  all: () => t('plans.show.all'),
  differ: () => t('plans.show.differ'),
  late: () => t('plans.show.late'),
  silent: () => t('plans.show.silent'),
  annex: () => t('plans.show.annex'),
} as const satisfies Record<Show, () => string>;

/** @param today YYYY-MM-DD */
const showing = (today: string): Readonly<Record<Show, (commitment: Commitment) => boolean>> => ({
  all: () => true,
  differ: ({ said }) => differ(spoken(said)),
  late: ({ values, said }) => isOverdue(dateIn(values['start']), dateIn(values['regular']), said, today),
  silent: ({ said }) => said.length === 0,
  annex: ({ values }) => typeof values['annexLacks'] === 'string' && values['annexLacks'] !== '',
});
const dateIn = (value: unknown): FuzzyDate | null => (isFuzzyDate(value) ? value : null);

export function PlanDetail({ room, id }: { room: Room; id: Id }) {
  const asked = useFramework(id);
  if (asked.data === undefined) return <Asking query={asked} />;
  const { framework, failure } = asked.data;
  if (framework === null) return <p role="alert">{failure === null ? t('plans.gone') : say(failure)}</p>;
  return <Shown room={room} framework={framework} />;
}

function Shown({ room, framework }: { room: Room; framework: Framework }) {
  const { translator, members, country, role } = room;
  const { root, groups, records } = framework;
  const [show, setShow] = useState<Show>('all');
  const [writing, setWriting] = useState<Writing | null>(null);
  const [isMeeting, setIsMeeting] = useState(false);
  const [undo, setUndo] = useState<{ text: string; changes: Change[] } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const around: Surroundings = { translator, members, country, records };
  const values = valuesOf(root);
  const words = (field: string): string =>
    valueText({ ...around, kind: 'framework', field, value: values[field], values });
  const all = groups.flatMap(({ commitments }) => commitments);
  const scale = isFuzzyDate(values['period']) ? values['period'] : null;
  const shows = showing(room.today);
  const mayWrite = role !== 'viewer';
  const save = async (changes: Change[]): Promise<boolean> => {
    const kept = await room.vault.save({ dossier: root.id, changes });
    setFailure(kept.ok ? null : kept.failure);
    return kept.ok;
  };
  const remove = async (record: RecordView): Promise<void> => {
    const about = { kind: record.kind, record: record.id, fields: {} };
    if (!(await save([{ ...about, deleted: true }]))) return;
    const text = t('cases.undo.deleted', { what: recordTitle(record, around) });
    setUndo({ text, changes: [{ ...about, deleted: false }] });
  };
  return (
    <article class="plan stack stack-loose" aria-labelledby="plan-title">
      <header class="stack stack-tight">
        <h2 id="plan-title" class="plan-title">
          {nameIn(root, translator.language)}
        </h2>
        {all.length > 0 && <PlanFinding translator={translator} all={all} />}
      </header>
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      <div class="plan-tools">
        <div class="cluster" role="group" aria-label={t('plans.show.label')}>
          {SHOWN.map((name) => (
            <Chip key={name} chosen={show === name} onClick={() => setShow(name)}>
              {t('plans.show.count', { what: SHOWN_WORDS[name](), count: all.filter(shows[name]).length })}
            </Chip>
          ))}
        </div>
        <div class="cluster">
          <Button kind="quiet" small href={`/plans/${root.id}/print`}>
            <Icon name="print" />
            {t('plans.sheet.act')}
          </Button>
          <Button kind="quiet" small onClick={() => setIsMeeting(true)}>
            {t('plans.meeting.act')}
          </Button>
        </div>
      </div>
      {all.length > 0 && <CommitmentHeads />}
      {groups.map(({ theme, commitments }) => {
        const shown = commitments.filter(shows[show]);
        if (shown.length === 0 && show !== 'all') return null;
        const goal = theme === null ? '' : textIn(theme, 'goal');
        return (
          <section key={theme?.id ?? ''} class="plan-theme stack stack-tight">
            <h3>{theme === null ? t('plans.noTheme') : nameIn(theme, translator.language)}</h3>
            {goal !== '' && <p class="muted">{goal}</p>}
            {shown.map((commitment) => (
              <CommitmentItem
                key={commitment.record.id}
                room={room}
                commitment={commitment}
                scale={scale}
                around={around}
                onWrite={mayWrite ? setWriting : undefined}
              />
            ))}
          </section>
        );
      })}
      {scale !== null && all.some(({ values }) => isDated(values)) && <TimeScaleLegend />}
      <Tally translator={translator} all={all} />
      <section class="stack stack-tight" aria-labelledby="plan-about">
        <h3 id="plan-about">{t('plans.about')}</h3>
        <dl class="story-facts">
          {groupOf('framework', 'facts').map(
            (field) =>
              words(field) !== '' && (
                <div key={field}>
                  <dt>{fieldLabel(translator, 'framework', field)}</dt>
                  <dd>{words(field)}</dd>
                </div>
              ),
          )}
        </dl>
        {(['vision', 'mission'] as const).map(
          (field) =>
            words(field) !== '' && (
              <details key={field}>
                <summary>{fieldLabel(translator, 'framework', field)}</summary>
                <p class="value-long">{words(field)}</p>
              </details>
            ),
        )}
        {mayWrite && (
          <div class="buttons">
            <Button kind="quiet" small onClick={() => setWriting(editingHead(root.id))}>
              {t('plans.editHead')}
            </Button>
            <Button kind="quiet" small onClick={() => setWriting(addingTheme())}>
              {t('plans.addTheme')}
            </Button>
            <Button kind="quiet" small onClick={() => setWriting(writingCommitment(null, room))}>
              {t('plans.addCommitment')}
            </Button>
            <Button kind="quiet" small href={`/plans/${root.id}/import`}>
              {t('plans.import.act')}
            </Button>
          </div>
        )}
      </section>
      <Sessions
        room={room}
        framework={framework}
        around={around}
        onWrite={mayWrite ? setWriting : undefined}
      />
      <Concerning id={root.id} around={around} room={room} isPlan heading="h3" />
      <Reviews
        room={room}
        framework={framework}
        around={around}
        onWrite={mayWrite ? setWriting : undefined}
      />
      {writing !== null && (
        <DistantRecordDialog
          dossier={root.id}
          around={around}
          record={writing.record}
          request={requestOf(writing)}
          remove={(record) => void remove(record)}
          onClose={() => setWriting(null)}
        />
      )}
      {isMeeting && (
        <MeetingDialog
          sheet={planSheet(framework, around, nowByServer())}
          agenda={reviewsOf(framework)[0]?.agenda.map(({ commitment }) => commitment.record.id) ?? []}
          onClose={() => setIsMeeting(false)}
        />
      )}
      {undo !== null && (
        <Toast
          key={undo.text}
          text={undo.text}
          onUndo={() => {
            setUndo(null);
            void save(undo.changes);
          }}
          onClose={() => setUndo(null)}
        />
      )}
    </article>
  );
}

const isDated = (values: Commitment['values']): boolean =>
  (values['start'] ?? null) !== null || (values['regular'] ?? null) !== null;
