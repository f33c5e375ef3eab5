import type { Place } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { areaChoices } from '../labels.ts';
import { describedBy, type FrameText } from './field-frame.tsx';
import { useTooLong } from './too-long.ts';
import { Picker } from './picker.tsx';
import { pickerWords } from './picker-words.ts';

interface PlaceInputProps extends FrameText {
  translator: Translator;
  country: string;
  value: Place | null;
  onChange: (value: Place | null) => void;
  /** Told when the words stop or start fitting. */
  onReadable?: ((readable: boolean) => void) | undefined;
}

const DETAIL_MAX = 400;

/** Where: an area that can be counted, and own words that need not be given. */
export function PlaceInput({ translator, country, value, onChange, onReadable, ...given }: PlaceInputProps) {
  const { t } = translator;
  const put = (area: string, detail: string) => {
    if (area === '' && detail === '') onChange(null);
    else onChange(detail === '' ? { area } : { area: area === '' ? 'unknown' : area, detail });
  };
  const area = value?.area ?? '';
  const detail = value?.detail ?? '';
  const problem = useTooLong(translator, detail, DETAIL_MAX, onReadable) ?? given.problem;
  const frame = { ...given, problem };
  return (
    <fieldset class="field" aria-describedby={describedBy(frame)}>
      <legend id={`${frame.id}-label`} class="field-label">
        {frame.label}
      </legend>
      {frame.hint && (
        <p class="field-hint" id={`${frame.id}-hint`}>
          {frame.hint}
        </p>
      )}
      <Picker
        id={frame.id}
        labelledBy={`${frame.id}-label`}
        describedBy={describedBy(frame)}
        choices={areaChoices(translator, country)}
        chosen={area === '' ? null : area}
        onChoose={(next) => put(next ?? '', detail)}
        words={pickerWords(translator)}
      />
      <input
        class="input"
        type="text"
        autocomplete="off"
        aria-label={t('fields.place.detail')}
        placeholder={t('fields.place.detail')}
        value={detail}
        onInput={(event) => put(area, event.currentTarget.value)}
      />
      {frame.problem && (
        <p class="field-error" id={`${frame.id}-problem`}>
          {frame.problem}
        </p>
      )}
    </fieldset>
  );
}
