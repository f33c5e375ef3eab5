import { Button } from '../../look/Button.tsx';
import { fieldOf } from '@dayaq/domain';
import { useState } from 'preact/hooks';
import type { FormParts } from '../../dossier/record-request.ts';
import { fieldLabel, RecordForm } from '../../fields/index.ts';
import { useUnreadableParts } from '../../fields/unreadable-parts.ts';
import { t } from '../../locale/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { AdmissionGrid } from './AdmissionGrid.tsx';
import { type Section, sectionsOf } from './sections.ts';
import { likeMonday, unreadableHours } from './unreadable-hours.ts';

/** A record's form in parts that open one by one, so that nobody scrolls through what they do not need. */
export function SectionedForm({ kind, ...form }: FormParts) {
  const sections = sectionsOf(kind);
  const [first, ...others] = sections;
  const unreadableIn = useUnreadableParts(form.onUnreadable);
  const part = (section: Section) => (
    <Part
      key={section.title}
      section={section}
      kind={kind}
      {...form}
      onUnreadable={unreadableIn(section.title)}
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

function Part({ section, ...form }: FormParts & { section: Section }) {
  const { kind, values, onChange } = form;
  // A schedule's week is long; the button spares four times the same typing.
  const [copied, setCopied] = useState(false);
  const isWeek = kind === 'schedule' && section.fields.includes('monday') && values.what === 'hours';
  const wrong = isWeek ? unreadableHours(values) : [];
  const monday = values.monday;
  return (
    <div class="stack">
      {section.grid !== undefined && <AdmissionGrid values={values} onChange={onChange} />}
      <RecordForm
        {...form}
        only={
          values.roundTheClock === true ? section.fields.filter((name) => !isTimes(name)) : section.fields
        }
      />
      {isWeek && typeof monday === 'string' && monday !== '' && values.roundTheClock !== true && (
        <Button
          kind="plain"
          onClick={() => {
            onChange(likeMonday(values));
            setCopied(true);
          }}
        >
          {t('services.hours.likeMonday')}
        </Button>
      )}
      {copied && (
        <p class="small muted" role="status">
          {t('services.hours.copied')}
        </p>
      )}
      {wrong.length > 0 && (
        <p class="field-error" role="alert">
          {t('services.hours.unreadable', {
            days: wrong.map((name) => fieldLabel(form.translator, 'schedule', name)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

const isTimes = (name: string): boolean => name.endsWith('day') && fieldOf('schedule', name) !== undefined;
