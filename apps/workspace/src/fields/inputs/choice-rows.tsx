import { Choice as LookChoice } from '../../look/Choice.tsx';

/** One thing to choose. `group` heads the rows that share it. */
export interface Choice {
  code: string;
  label: string;
  hint?: string | undefined;
  group?: string | undefined;
}

interface RowsProps {
  /** Unique in the page. */
  name: string;
  choices: readonly Choice[];
  /** Two beside each other where there is room: for short answers. */
  columns?: boolean;
  /** All in one row: for two or three very short answers. */
  compact?: boolean;
}

function arrangement(columns: boolean, compact: boolean): string {
  if (compact) return 'choices choices-row';
  return columns ? 'choices choices-two' : 'choices';
}

/** One of a few: radio rows. Choosing the chosen one again takes the answer back, since "nothing" is an answer too. */
export function RadioRows({
  name,
  choices,
  columns = false,
  compact = false,
  chosen,
  onChoose,
}: RowsProps & { chosen: string | null; onChoose: (code: string | null) => void }) {
  return (
    <div class={arrangement(columns, compact)}>
      {choices.map((choice) => (
        <LookChoice
          key={choice.code}
          type="radio"
          name={name}
          value={choice.code}
          label={choice.label}
          hint={choice.hint}
          checked={choice.code === chosen}
          onChange={() => onChoose(choice.code)}
          onAgain={() => onChoose(null)}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' || event.key === 'Delete') onChoose(null);
          }}
        />
      ))}
    </div>
  );
}

/** Several of some: checkbox rows. */
export function CheckRows({
  name,
  choices,
  columns = false,
  compact = false,
  chosen,
  onToggle,
}: RowsProps & { chosen: readonly string[]; onToggle: (code: string, on: boolean) => void }) {
  return (
    <div class={arrangement(columns, compact)}>
      {choices.map((choice) => (
        <LookChoice
          key={choice.code}
          type="checkbox"
          name={name}
          value={choice.code}
          label={choice.label}
          hint={choice.hint}
          checked={chosen.includes(choice.code)}
          onChange={(on) => onToggle(choice.code, on)}
        />
      ))}
    </div>
  );
}
