import { Choice as LookChoice } from '../../look/Choice.tsx';

/** One thing to choose. `group` heads the rows that share it. */
export interface Choice {
  code: string;
  label: string;
  hint?: string | undefined;
  group?: string | undefined;
  /** Other words that people use for it, in any language: found, not shown. */
  also?: string | undefined;
}

interface RowsProps {
  /** Unique in the page. */
  name: string;
  choices: readonly Choice[];
  /** Two beside each other where there is room: for short answers. */
  columns?: boolean;
  /** All in one row: for two or three very short answers. */
  compact?: boolean;
  /** As pills that flow: for a few words each, beside what they belong to. */
  chips?: boolean;
}

function arrangement({ columns = false, compact = false, chips = false }: RowsProps): string {
  if (chips) return 'choices choices-chips';
  if (compact) return 'choices choices-row';
  return columns ? 'choices choices-two' : 'choices';
}

interface RadioRowsProps extends RowsProps {
  chosen: string | null;
  onChoose: (code: string | null) => void;
  /** The answer protects somebody: another takes its place, and pressing it again takes nothing away. */
  firm?: boolean;
}

/** One of a few: radio rows. Choosing the chosen one again takes the answer back, since "nothing" is an answer too. */
export function RadioRows({ chosen, onChoose, firm = false, ...rows }: RadioRowsProps) {
  const { name, choices } = rows;
  return (
    <div class={arrangement(rows)}>
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
          {...(firm ? {} : { onAgain: () => onChoose(null) })}
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
  chosen,
  onToggle,
  ...rows
}: RowsProps & { chosen: readonly string[]; onToggle: (code: string, on: boolean) => void }) {
  const { name, choices } = rows;
  return (
    <div class={arrangement(rows)}>
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
