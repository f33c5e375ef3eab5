import { textIn } from '@dayaq/acts/record-values';
import { childrenOf, fieldOf, type FuzzyDate } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel, kindLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { Menu } from '../../look/Menu.tsx';
import { FieldValue, useWords } from '../detail/FieldValue.tsx';
import { holderNow, says, useOpenCase } from '../detail/open-case.ts';
import { EditButton } from '../detail/StoryEntry.tsx';
import { dateIn } from '../detail/when.ts';
import { memberName } from '../room.ts';
import type { Planned } from './plan.ts';

/** Who has it; a name is left out on paper only where the case itself leaves it out. */
export function useOwner(): (record: RecordView) => string {
  const open = useOpenCase();
  return (record) => {
    const named = textIn(record, 'owner');
    // Whoever did something did it, also when they are gone; what is still ahead is nobody's then.
    const owner = dateIn(record.fields.done?.value) === null ? holderNow(open, named) : named;
    return owner === '' ? t('plan.ahead.nobody') : memberName(open, owner);
  };
}

/** The first of these days that a record names. */
function dateOf(record: RecordView, ...fields: readonly string[]): FuzzyDate | null {
  for (const field of fields) {
    const date = dateIn(record.fields[field]?.value);
    if (date !== null) return date;
  }
  return null;
}

/** One act in a line: what, by when or on which day, who, and what came of it. */
export function ActLine({ record, title }: { record: RecordView; title: string }) {
  const { translator } = useOpenCase();
  const owner = useOwner();
  const words = useWords();
  const done = dateOf(record, 'done', 'closed', 'ended', 'out', 'filed', 'started', 'in');
  const planned = dateOf(record, 'planned');
  const day =
    done !== null
      ? sayDate(translator, done)
      : planned !== null
        ? t('plan.ahead.until', { day: sayDate(translator, planned) })
        : '';
  const result = words(record, 'result');
  return (
    <span class="small">
      {[
        title || kindLabel(translator, record.kind),
        day,
        // A course or a stay is nobody's to do.
        fieldOf(record.kind, 'owner') === undefined ? '' : owner(record),
        result,
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

/** Something still to be done. One tap, and what came of it, makes it done today; both days stay in its history. */
export function PlannedRow({ act }: { act: Planned }) {
  const { record, planned, overdue } = act;
  const { translator, mayWrite } = useOpenCase();
  const words = useWords();
  const owner = useOwner();
  const title = words(record, 'type') || kindLabel(translator, 'response');
  return (
    <li class="side-row" id={`record-${record.id}`}>
      <div class="story-line">
        <p class="side-title">
          <span>{title}</span>
          {overdue && <Tag tone="w">{t('plan.ahead.overdue')}</Tag>}
        </p>
        {mayWrite && <EditButton record={record} title={title} />}
      </div>
      <p class="muted small">
        {[
          planned === null ? '' : t('plan.ahead.until', { day: sayDate(translator, planned) }),
          owner(record),
          words(record, 'byWhom'),
          words(record, 'with'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {says(record, 'note') && (
        <div class="story-told">
          <FieldValue record={record} field="note" />
        </div>
      )}
      {mayWrite && <DoneToday record={record} title={title} />}
    </li>
  );
}

function DoneToday({ record, title }: { record: RecordView; title: string }) {
  const { save, today, translator } = useOpenCase();
  const results = childrenOf('results').filter(({ special }) => special === undefined);
  const fill = (result: string) => {
    const said = codeLabel(translator, 'results', result);
    void save(
      [
        {
          kind: 'response',
          record: record.id,
          fields: { done: { set: { day: today } }, result: { set: result } },
        },
      ],
      t('plan.ahead.saved', { what: title, result: said }),
      [{ kind: 'response', record: record.id, fields: { done: { set: null }, result: { set: null } } }],
    );
  };
  return (
    <Menu
      label={t('plan.ahead.doneOf', { what: title })}
      as="small"
      items={results.map(({ code }) => ({
        text: codeLabel(translator, 'results', code),
        onChoose: () => fill(code),
      }))}
    >
      {t('plan.ahead.doneToday')}
    </Menu>
  );
}

const GOOD = ['worked'];

/** Something done, with its day, its owner and what came of it. */
export function DoneRow({ act }: { act: Planned }) {
  const { record, done, planned } = act;
  const { translator, mayWrite } = useOpenCase();
  const words = useWords();
  const owner = useOwner();
  const title = words(record, 'type') || kindLabel(translator, 'response');
  const result = textIn(record, 'result');
  const tone: Tone = GOOD.includes(result) ? 'o' : 'w';
  return (
    <li class="side-row" id={`record-${record.id}`}>
      <div class="story-line">
        <p class="side-title">
          <span>{title}</span>
          {result !== '' && <Tag tone={tone}>{words(record, 'result')}</Tag>}
        </p>
        {mayWrite && <EditButton record={record} title={title} />}
      </div>
      <p class="muted small">
        {[
          done === null ? '' : sayDate(translator, done),
          owner(record),
          words(record, 'byWhom'),
          words(record, 'with'),
          planned === null ? '' : t('plan.done.planned', { day: sayDate(translator, planned) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {says(record, 'note') && (
        <div class="story-told">
          <FieldValue record={record} field="note" />
        </div>
      )}
    </li>
  );
}
