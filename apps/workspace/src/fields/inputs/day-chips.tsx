import type { FuzzyDate } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FieldGroup, type FrameText } from '../../look/FieldFrame.tsx';
import { DAY_CHOICES, type DayChoice, dayChoiceOf, dayOfChoice } from '../day-choices.ts';
import { RadioRows } from './choice-rows.tsx';
import { DateInput } from './date-input.tsx';

interface Props extends FrameText {
  translator: Translator;
  value: FuzzyDate | null;
  /** The person's day, YYYY-MM-DD. */
  today: string;
  /** The question over the field that opens for any other day. */
  which: string;
  onChange: (value: FuzzyDate | null) => void;
  /** Told when the typed day stops or starts being readable. */
  onReadable: (readable: boolean) => void;
}

/** When something happened: the days people say most are one tap; any other, rough or exact, is typed. */
export function DayChips({ translator, value, today, which, onChange, onReadable, ...frame }: Props) {
  const { t } = translator;
  const [isTyped, setTyped] = useState(value !== null && dayChoiceOf(value, today) === 'other');
  const tell = useRef(onReadable);
  tell.current = onReadable;
  // A question that is taken away with its act holds nobody up.
  useEffect(() => () => tell.current(true), []);
  const asksNow = useRef(false);
  // Whoever wants another day is about to type it.
  useEffect(() => {
    if (isTyped && asksNow.current) document.getElementById(`${frame.id}-typed`)?.focus();
  }, [isTyped]);
  const chosen = isTyped ? 'other' : value === null ? null : dayChoiceOf(value, today);
  const choose = (code: string | null) => {
    const choice = DAY_CHOICES.find((one) => one === code) ?? null;
    setTyped(choice === 'other');
    // What stood in the field is given up with it.
    if (isTyped) onReadable(true);
    asksNow.current = choice === 'other';
    if (choice !== 'other') onChange(choice === null ? null : dayOfChoice(choice, today));
  };
  return (
    <FieldGroup {...frame}>
      <RadioRows
        chips
        name={frame.id}
        choices={DAY_CHOICES.map((code: DayChoice) => ({ code, label: t(`fields.days.${code}`) }))}
        chosen={chosen}
        onChoose={choose}
      />
      {isTyped && (
        <DateInput
          id={`${frame.id}-typed`}
          label={which}
          hint={t('intake.story.whenHint')}
          translator={translator}
          value={value}
          isOurs={false}
          onChange={onChange}
          onReadable={onReadable}
        />
      )}
    </FieldGroup>
  );
}
