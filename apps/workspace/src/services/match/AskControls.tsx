import { addDays, formatMinute } from '@dayaq/domain';
import { useId, useState } from 'preact/hooks';
import { DateInput } from '../../fields/inputs/date-input.tsx';
import { Picker } from '../../fields/inputs/picker.tsx';
import { pickerWords } from '../../fields/inputs/picker-words.ts';
import { areaChoices } from '../../fields/labels.ts';
import { t, translator } from '../../locale/index.ts';
import { Field } from '../../look/Field.tsx';
import { FieldFrame } from '../../look/FieldFrame.tsx';
import type { ClockTime } from '../clock.ts';

interface Props {
  country: string;
  now: ClockTime;
  /** Null: now. */
  at: ClockTime | null;
  onAt: (at: ClockTime | null) => void;
  /** Area code, or empty. */
  area: string;
  onArea: (area: string) => void;
}

const EVENING = 20 * 60;
const MORNING = 10 * 60;
const NIGHT = 2 * 60;
const WHENS = ['now', 'evening', 'night', 'morning', 'other'] as const;
type When = (typeof WHENS)[number];

function timeOf(when: When, now: ClockTime): ClockTime | null {
  const tomorrow = addDays(now.day, 1);
  if (when === 'evening') return { day: now.minute < EVENING ? now.day : tomorrow, minute: EVENING };
  if (when === 'night') return { day: now.minute < NIGHT ? now.day : tomorrow, minute: NIGHT };
  if (when === 'morning') return { day: tomorrow, minute: MORNING };
  return null;
}

/** The hour and the place of the question: the case's own, until somebody changes them. */
export function AskControls({ country, now, at, onAt, area, onArea }: Props) {
  const words = translator.value;
  const id = useId();
  const [when, setWhen] = useState<When>('now');
  const areas = areaChoices(words, country).filter(
    ({ code }) => code !== 'unknown' && code !== 'prefers-not',
  );
  const chosen = at ?? now;
  return (
    <div class="match-ask-controls">
      <Field label={t('services.match.when')}>
        {(control) => (
          <select
            {...control}
            value={when}
            onChange={(event) => {
              const next = event.currentTarget.value as When;
              setWhen(next);
              onAt(next === 'other' ? chosen : timeOf(next, now));
            }}
          >
            {WHENS.map((code) => (
              <option key={code} value={code}>
                {t(`services.match.whens.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FieldFrame id={`${id}-place`} labelId={`${id}-place-label`} label={t('services.match.place')}>
        <Picker
          id={`${id}-place`}
          labelledBy={`${id}-place-label`}
          describedBy={undefined}
          choices={areas}
          chosen={area === '' ? null : area}
          onChoose={(code) => onArea(code ?? '')}
          words={pickerWords(words)}
        />
      </FieldFrame>
      {when === 'other' && (
        <>
          <DateInput
            id={`${id}-day`}
            label={t('services.match.day')}
            hint={undefined}
            problem={undefined}
            translator={words}
            value={{ day: chosen.day }}
            isOurs
            onChange={(date) => {
              if (date !== null && date.day.length === 10) onAt({ ...chosen, day: date.day });
            }}
            onReadable={() => undefined}
          />
          <Field label={t('services.match.hour')}>
            {(control) => (
              <select
                {...control}
                value={String(Math.floor(chosen.minute / 60) * 60)}
                onChange={(event) => onAt({ ...chosen, minute: Number(event.currentTarget.value) })}
              >
                {Array.from({ length: 24 }, (_, hour) => (
                  <option key={hour} value={String(hour * 60)}>
                    {formatMinute(hour * 60)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      )}
    </div>
  );
}
