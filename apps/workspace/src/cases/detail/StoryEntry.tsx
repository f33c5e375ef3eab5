import { textIn } from '@dayaq/acts/record-values';
import { type Entry, groupOf, kindOf } from '@dayaq/domain';
import { RecordActs } from '../acts/RecordActs.tsx';
import { clientOf } from '@dayaq/acts/client';
import { dayOf, relativeDay } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel, fieldLabel, kindLabel, sameValue } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { FileItem } from '../../files/index.ts';
import { currentSpace } from '../../vault/session.ts';
import { memberName } from '../room.ts';
import { CustodySheet } from './CustodySheet.tsx';
import { FieldValue, useWords } from './FieldValue.tsx';
import { JudgedBy } from './Judgements.tsx';
import { says, useOpenCase } from './open-case.ts';
import type { StoryItem } from './timeline.ts';
import { Button } from '../../look/Button.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Tag } from '../../look/Tag.tsx';

/** Which fields stand in a record's entry; undefined where its kind stands in no story. */
const entryOf = ({ kind }: RecordView): Entry | undefined => kindOf(kind)?.story?.entry;

const TONES: Readonly<Record<StoryItem['tone'], string>> = {
  harm: 'timeline-harm',
  ours: 'timeline-ours',
  plain: 'timeline-plain',
};

/** One thing that happened, that we did, or that is to come. */
export function StoryEntry({ item }: { item: StoryItem }) {
  const open = useOpenCase();
  const { translator, mayWrite } = open;
  const { t } = translator;
  const words = useWords();
  const editRecord = useEditRecord();
  const { record } = item;
  const parts = entryOf(record);
  if (parts === undefined) return null;
  if (record.destroyed !== undefined) return <Destroyed item={item} of={record.destroyed} />;

  const said = parts.title.map((field) => words(record, field)).find((text) => text !== '');
  const kind = kindLabel(translator, record.kind);
  const title = parts.named === true ? [kind, said].filter(Boolean).join(': ') : said;
  const client = clientOf(open.live);
  // "To whom" says nothing new where it is only the person whom the case is about, and nobody depends on them.
  const isAlone = !open.live.some((other) => textIn(other, 'role') === 'dependant');
  const isOnlyClient = (field: string) =>
    isAlone && sameValue(record.fields[field]?.value ?? null, client ? [client.id] : null);
  const facts = parts.facts.filter((field) => says(record, field) && !isOnlyClient(field));
  const isTitled = (field: string) => words(record, field) === said;
  const aside = parts.aside
    .filter((field) => says(record, field) && !isTitled(field))
    .map((f) => words(record, f));
  return (
    <li
      class={`story-entry ${TONES[item.tone]}${item.ahead ? ' timeline-next' : ''}`}
      id={`record-${record.id}`}
      onClick={mayWrite ? (event) => isTapOn(event) && editRecord(record) : undefined}
    >
      <p class="timeline-when">
        <When item={item} />
        {aside.length > 0 && ` · ${aside.join(' · ')}`}
      </p>
      {title !== undefined && (
        <h4 class="story-title">
          {title}
          {item.ahead && record.kind === 'response' && <Tag>{t('cases.story.planned')}</Tag>}
          {item.overdue && <Tag tone="w">{t('cases.story.overdue')}</Tag>}
          <Versions record={record} />
        </h4>
      )}
      {parts.account.map(
        (field) =>
          says(record, field) && (
            <div class="story-told" key={field}>
              <FieldValue record={record} field={field} />
            </div>
          ),
      )}
      {record.kind === 'file' && !open.onPaper && (
        <FileItem dossier={open.dossier.id} record={record}>
          <CustodySheet file={record} />
          {mayWrite && (
            <div>
              <RecordActs record={record} />
              {currentSpace()?.me.keyholder === true && (
                <Button kind="quiet" small href={`/cases/${open.dossier.id}/destroy?file=${record.id}`}>
                  {t('erasure.file.link')}
                </Button>
              )}
            </div>
          )}
        </FileItem>
      )}
      {facts.length > 0 && (
        <dl class="story-facts">
          {facts.map((field) => (
            <div key={field}>
              <dt>{fieldLabel(translator, record.kind, field)}</dt>
              <dd>
                <FieldValue record={record} field={field} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {record.kind === 'risk' && <p class="muted small">{t('safety.noGate')}</p>}
      {record.kind === 'violation' && <JudgedBy violation={record} />}
      {mayWrite && <RecordActs record={record} inStory />}
      {record.kind === 'task' && !item.ahead && says(record, 'doneBy') && (
        <p class="muted small">{t('cases.task.doneBy', { name: words(record, 'doneBy') })}</p>
      )}
      {record.kind === 'note' && (
        <p class="muted small">{t('cases.story.writtenBy', { name: memberName(open, record.created.by) })}</p>
      )}
      {mayWrite && <EditButton record={record} title={title ?? kind} />}
    </li>
  );
}

/** What stood here was destroyed for good: that, by whom and why, and nothing of it. */
function Destroyed({ item, of }: { item: StoryItem; of: NonNullable<RecordView['destroyed']> }) {
  const open = useOpenCase();
  const { translator } = open;
  return (
    <li class="story-entry timeline-plain" id={`record-${item.record.id}`}>
      <p class="timeline-when">{sayDate(translator, { day: dayOf(of.at) })}</p>
      <p class="muted">
        {translator.t('erasure.stood', {
          what: kindLabel(translator, item.record.kind),
          name: memberName(open, of.by),
          why: codeLabel(translator, 'erasure-reasons', of.why),
        })}
      </p>
    </li>
  );
}

/**
 * A tap of a finger on the entry itself: not on something in it that can be pressed, and not the end of choosing words.
 * With a mouse the button appears under it instead.
 */
function isTapOn({ target }: Event): boolean {
  if (!matchMedia('(hover: none)').matches || !(target instanceof Element)) return false;
  if (target.closest('a, button, input, summary, video, audio') !== null) return false;
  return getSelection()?.isCollapsed ?? true;
}

/** The date as it is known; what nobody dated says when it was written down instead. */
function When({ item }: { item: StoryItem }) {
  const { translator, today } = useOpenCase();
  const { t } = translator;
  if (item.when === null) {
    if (item.ahead) return <>{t('cases.story.noDay')}</>;
    const day = sayDate(translator, { day: item.recorded });
    // When something happened can be unknown; a paper or a note of ours is simply added one day.
    const happened = ['violation', 'source', 'threat'].includes(item.record.kind);
    return <>{happened ? t('cases.story.recorded', { day }) : t('cases.story.added', { day })}</>;
  }
  const { day } = item.when;
  const text = sayDate(translator, item.when);
  // How far off it is helps only where the day itself is known.
  const words =
    item.record.kind !== 'task' || !item.ahead
      ? text
      : day.length < 10
        ? t('cases.story.due', { day: text })
        : t('cases.story.dueIn', { day: text, far: relativeDay(translator.language, day, today) });
  return <time dateTime={day}>{words}</time>;
}

/** A title is plain text, so two versions of what it says are marked beside it. */
function Versions({ record }: { record: RecordView }) {
  const { translator, showConflicts } = useOpenCase();
  const fields = entryOf(record)?.title ?? [];
  if (!fields.some((field) => (record.fields[field]?.alternatives.length ?? 0) > 1)) return null;
  return (
    <Button kind="link" class="two-versions" onClick={showConflicts}>
      {translator.t('cases.conflict.mark')}
    </Button>
  );
}

/** Opens the form of a record, with what people write in its kind. */
function useEditRecord(): (record: RecordView) => void {
  const { edit, translator } = useOpenCase();
  return (record) => {
    const only = groupOf(record.kind, 'rewritten');
    edit({
      title: kindLabel(translator, record.kind),
      kind: record.kind,
      record,
      removable: true,
      ...(only.length === 0 ? {} : { only }),
    });
  };
}

export function EditButton({ record, title }: { record: RecordView; title: string }) {
  const { translator } = useOpenCase();
  const editRecord = useEditRecord();
  return (
    <Button
      kind="quiet"
      class="case-edit no-print"
      small
      label={translator.t('cases.edit.what', { what: title })}
      onClick={() => editRecord(record)}
    >
      <Icon name="edit" size={15} />
      {translator.t('cases.edit.edit')}
    </Button>
  );
}
