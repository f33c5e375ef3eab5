import type { FuzzyDate } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { useRef, useState } from 'preact/hooks';
import { understandDate, todayFrom, typedDate } from '../understand-date.ts';
import { typedMonths, sayDate } from '../say-date.ts';
import { describedBy, FieldError, FieldGroup, type FrameText } from '../../look/FieldFrame.tsx';

interface DateInputProps extends FrameText {
  translator: Translator;
  value: FuzzyDate | null;
  onChange: (value: FuzzyDate | null) => void;
  /** A day of our own calendar (when something is due, was done): never rough, never a period. */
  isOurs: boolean;
  /** Told when the text stops or starts being readable: what cannot be read cannot be stored. */
  onReadable?: ((readable: boolean) => void) | undefined;
}

/** A date as people know it: typed, as precise as it is known, shown back in words. */
export function DateInput({ translator, value, isOurs, onChange, onReadable, ...frame }: DateInputProps) {
  const { t } = translator;
  const day = useTypedDay(translator, value?.day ?? null);
  const until = useTypedDay(translator, value?.until ?? null);
  const [hasEnd, setHasEnd] = useState(value?.until !== undefined);
  const report = (from: TypedDay, to: TypedDay) => onReadable?.(!from.unclear && !to.unclear);

  const put = (next: { day?: string | null; about?: boolean; until?: string | null }) => {
    const merged = {
      day: value?.day ?? null,
      about: value?.about ?? false,
      until: value?.until ?? null,
      ...next,
    };
    if (merged.day === null) return onChange(null);
    const date: FuzzyDate = { day: merged.day };
    if (merged.about) date.about = true;
    if (merged.until !== null) date.until = merged.until;
    onChange(date);
  };

  // Of its own, since the frame keeps a place for a problem under the same name.
  const spoken = `${frame.id}-day`;
  const problem = frame.problem ?? (day.unclear || until.unclear ? t('fields.date.unclear') : undefined);
  const describes =
    [describedBy({ ...frame, problem: undefined }), problem && `${spoken}-problem`]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <FieldGroup {...frame} problem={undefined}>
      <div class="date-row">
        <input
          id={frame.id}
          class="input date-text"
          type="text"
          autocomplete="off"
          aria-label={hasEnd ? t('fields.date.from') : frame.label}
          aria-describedby={describes}
          aria-invalid={day.unclear}
          placeholder={t('fields.date.example')}
          value={day.text}
          onInput={(event) => {
            const typed = day.type(event.currentTarget.value);
            report(typed, until);
            put({ day: typed.day, ...(typed.about ? { about: true } : {}) });
          }}
        />
        {hasEnd && (
          <input
            class="input date-text"
            type="text"
            autocomplete="off"
            aria-label={t('fields.date.until')}
            aria-invalid={until.unclear}
            placeholder={t('fields.date.until')}
            value={until.text}
            onInput={(event) => {
              const typed = until.type(event.currentTarget.value);
              report(day, typed);
              put({ until: typed.day });
            }}
          />
        )}
        {/* Right under what was typed: below the rest of the question a phone's bars may lie over it. */}
        <div class="date-problem">
          <FieldError id={`${spoken}-problem`} text={problem} />
        </div>
        {!isOurs && (
          <>
            <label class="check">
              <input
                type="checkbox"
                checked={value?.about ?? false}
                disabled={value === null}
                onChange={(event) => put({ about: event.currentTarget.checked })}
              />
              {t('fields.date.about')}
            </label>
            <label class="check">
              <input
                type="checkbox"
                checked={hasEnd}
                onChange={(event) => {
                  setHasEnd(event.currentTarget.checked);
                  if (!event.currentTarget.checked) put({ until: until.type('').day });
                }}
              />
              {t('fields.date.period')}
            </label>
          </>
        )}
      </div>
      <p class="date-said" aria-live="polite">
        {value !== null && !day.unclear && t('fields.date.understood', { date: sayDate(translator, value) })}
      </p>
    </FieldGroup>
  );
}

interface TypedDay {
  /** YYYY, YYYY-MM, YYYY-MM-DD, or null when nothing readable is there. */
  day: string | null;
  about: boolean;
  unclear: boolean;
}

/** Holds the text as typed, so that "06.2" is not taken away while it is becoming "06.2023". */
function useTypedDay(translator: Translator, stored: string | null) {
  const [text, setText] = useState(stored === null ? '' : typedDate(stored));
  const read = (typed: string): TypedDay => {
    const reading = understandDate(typed, todayFrom(new Date()), typedMonths(translator));
    return reading.read === 'date'
      ? { day: reading.day, about: reading.about, unclear: false }
      : { day: null, about: false, unclear: reading.read === 'unclear' };
  };
  const current = read(text);
  const last = useRef(stored);
  // The value was changed from outside (a shortcut such as "today"): show that instead.
  if (stored !== last.current) {
    last.current = stored;
    if (stored !== current.day && (stored !== null || !current.unclear))
      setText(stored === null ? '' : typedDate(stored));
  }
  return {
    ...current,
    text,
    type: (next: string) => {
      setText(next);
      return read(next);
    },
  };
}
