import type { Choice } from './choice-rows.tsx';
import { CheckRows } from './choice-rows.tsx';
import { describedBy, FieldFrame, FieldGroup, type FrameText } from '../../look/FieldFrame.tsx';

interface OneProps extends FrameText {
  choices: readonly Choice[];
  value: string | null;
  nothing: string;
  onChange: (value: string | null) => void;
}

/** One record of the dossier, or one member: both are short lists of names. */
export function NameSelect({ choices, value, nothing, onChange, ...frame }: OneProps) {
  return (
    <FieldFrame {...frame}>
      <select
        id={frame.id}
        aria-describedby={describedBy(frame)}
        aria-invalid={frame.problem !== undefined}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">{nothing}</option>
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface SeveralProps extends FrameText {
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}

export function NameRows({ choices, value, onChange, ...frame }: SeveralProps) {
  return (
    <FieldGroup {...frame}>
      <CheckRows
        name={frame.id}
        choices={choices}
        chosen={value}
        onToggle={(id, on) => onChange(on ? [...value, id] : value.filter((element) => element !== id))}
      />
    </FieldGroup>
  );
}
