import { fieldOf } from '@dayaq/domain';
import type { Id, Value } from '@dayaq/vault/client';
import { useRef, useState } from 'preact/hooks';
import { fieldLabel, RecordForm, type Surroundings, type Values } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { AdmissionGrid } from './AdmissionGrid.tsx';
import { SECTIONS, type Section } from './sections.ts';
import { likeMonday, unreadableHours } from './unreadable-hours.ts';

interface Props {
  kind: string;
  record: Id;
  around: Surroundings;
  values: Values;
  onChange: (values: Record<string, Value>) => void;
  showProblems: boolean;
  onUnreadable: (fields: readonly string[]) => void;
}

/** A record's form in parts that open one by one, so that nobody scrolls through what they do not need. */
export function SectionedForm({ kind, ...form }: Props) {
  const sections = SECTIONS[kind] ?? [];
  const [first, ...others] = sections;
  const unreadable = useRef(new Map<Section, readonly string[]>());
  const part = (section: Section) => (
    <Part
      key={section.title}
      section={section}
      kind={kind}
      {...form}
      onUnreadable={(fields) => {
        unreadable.current.set(section, fields);
        form.onUnreadable([...unreadable.current.values()].flat());
      }}
    />
  );
  return (
    <div class="stack">
      {first !== undefined && part(first)}
      {others.map((section) => (
        <details
          key={section.title}
          class={section.ours ? 'service-form-part service-ours' : 'service-form-part'}
          open={others.length === 1 && !section.ours}
        >
          <summary>
            {section.ours && <Icon name="lock" size={16} />}
            {t(section.title)}
          </summary>
          {part(section)}
        </details>
      ))}
    </div>
  );
}

function Part({
  section,
  kind,
  record,
  around,
  values,
  onChange,
  showProblems,
  onUnreadable,
}: Props & { section: Section }) {
  // A schedule's week is long; the button spares four times the same typing.
  const [copied, setCopied] = useState(false);
  const isWeek = kind === 'schedule' && section.fields.includes('monday') && values.what === 'hours';
  const wrong = isWeek ? unreadableHours(values) : [];
  const monday = values.monday;
  return (
    <div class="stack">
      {section.grid !== undefined && <AdmissionGrid values={values} onChange={onChange} />}
      <RecordForm
        {...around}
        kind={kind}
        record={record}
        values={values}
        onChange={onChange}
        only={
          values.roundTheClock === true ? section.fields.filter((name) => !isTimes(name)) : section.fields
        }
        showProblems={showProblems}
        onUnreadable={onUnreadable}
      />
      {isWeek && typeof monday === 'string' && monday !== '' && values.roundTheClock !== true && (
        <button
          type="button"
          class="button button-plain"
          onClick={() => {
            onChange(likeMonday(values));
            setCopied(true);
          }}
        >
          {t('services.hours.likeMonday')}
        </button>
      )}
      {copied && (
        <p class="small muted" role="status">
          {t('services.hours.copied')}
        </p>
      )}
      {wrong.length > 0 && (
        <p class="field-error" role="alert">
          {t('services.hours.unreadable', {
            days: wrong.map((name) => fieldLabel(around.translator, 'schedule', name)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

const isTimes = (name: string): boolean => name.endsWith('day') && fieldOf('schedule', name) !== undefined;
