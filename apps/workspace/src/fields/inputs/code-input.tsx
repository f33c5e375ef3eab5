import type { Translator } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import { type Choice, CheckRows, RadioRows } from './choice-rows.tsx';
import { describedBy, FieldFrame, FieldGroup, type FrameText } from '../../look/FieldFrame.tsx';
import { toggled } from '../toggled.ts';
import { grouped, narrowed, Picker } from './picker.tsx';
import { pickerWords } from './picker-words.ts';

/** Up to this many codes are all shown as rows; a little more fit a native list; many need searching. */
const ROWS = 6;
const NATIVE_LIST = 14;
/** From this many on, choosing several is helped by a search. */
const SEARCHED = 24;

interface CodeInputProps extends FrameText {
  translator: Translator;
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** See `RadioRows`. */
  firm?: boolean;
}

/** One code of a list, in the form that fits its length. */
export function CodeInput({ translator, choices, value, onChange, firm = false, ...frame }: CodeInputProps) {
  const all = withUnknown(choices, value === null ? [] : [value]);
  if (all.length <= ROWS) {
    return (
      <FieldGroup {...frame}>
        <RadioRows name={frame.id} choices={all} chosen={value} onChoose={onChange} firm={firm} />
      </FieldGroup>
    );
  }
  if (all.length <= NATIVE_LIST && all.every((choice) => choice.group === undefined)) {
    return (
      <FieldFrame {...frame}>
        <select
          id={frame.id}
          aria-describedby={describedBy(frame)}
          aria-invalid={frame.problem !== undefined}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        >
          <option value="">{translator.t('fields.notAnswered')}</option>
          {all.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {choice.label}
            </option>
          ))}
        </select>
      </FieldFrame>
    );
  }
  return (
    <FieldFrame {...frame} labelId={`${frame.id}-label`}>
      <Picker
        id={frame.id}
        labelledBy={`${frame.id}-label`}
        describedBy={describedBy(frame)}
        choices={all}
        chosen={value}
        onChoose={onChange}
        words={pickerWords(translator)}
      />
    </FieldFrame>
  );
}

interface CodesInputProps extends FrameText {
  translator: Translator;
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Several codes of a list. What is chosen stays in view while searching for more. */
export function CodesInput({ translator, choices, value, onChange, ...frame }: CodesInputProps) {
  const [text, setText] = useState('');
  const all = withUnknown(choices, value);
  const matching = narrowed(all, text);
  const shown = all.filter((choice) => matching.includes(choice) || value.includes(choice.code));
  const toggle = (code: string, on: boolean) => onChange(toggled(value, code, on));
  return (
    <FieldGroup {...frame}>
      {all.length > SEARCHED && (
        <input
          id={frame.id}
          type="search"
          class="input"
          autocomplete="off"
          aria-label={translator.t('fields.searchIn', { list: frame.label })}
          placeholder={translator.t('fields.search')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
      {grouped(shown).map(([group, rows]) =>
        group === undefined ? (
          <CheckRows
            key=""
            name={frame.id}
            columns={all.length > ROWS}
            choices={rows}
            chosen={value}
            onToggle={toggle}
          />
        ) : (
          <details
            key={group}
            class="choice-group"
            open={text !== '' || rows.some((row) => value.includes(row.code))}
          >
            <summary>{group}</summary>
            <CheckRows name={frame.id} choices={rows} chosen={value} onToggle={toggle} />
          </details>
        ),
      )}
      {matching.length === 0 && <p class="field-hint">{translator.t('fields.nothingFound')}</p>}
    </FieldGroup>
  );
}

/** Codes of a newer version stay visible under their own name, so that saving does not lose them. */
function withUnknown(choices: readonly Choice[], held: readonly string[]): readonly Choice[] {
  const unknown = held.filter((code) => !choices.some((choice) => choice.code === code));
  return unknown.length === 0 ? choices : [...choices, ...unknown.map((code) => ({ code, label: code }))];
}
