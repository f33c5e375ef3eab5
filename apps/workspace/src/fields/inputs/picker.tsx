import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { foldForIndex, foldForQuery } from '@dayaq/locale/fold';
import { type Choice, RadioRows } from './choice-rows.tsx';

interface PickerProps {
  id: string;
  choices: readonly Choice[];
  chosen: string | null;
  onChoose: (code: string | null) => void;
  words: { choose: string; search: string; none: string };
  describedBy: string | undefined;
  /** Id of the element that names the question. */
  labelledBy: string;
}

/**
 * One of many: a button with the answer on it, which opens a list that narrows while typing. A plain `<select>` of
 * ninety districts is hard to use on a phone, and finds "Şəki" only for who can type it; this one finds "seki".
 */
export function Picker({ id, choices, chosen, onChoose, words, describedBy, labelledBy }: PickerProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const label = choices.find((choice) => choice.code === chosen)?.label ?? chosen;
  return (
    <div class="picker">
      <button
        ref={button}
        id={id}
        type="button"
        class="picker-button"
        aria-expanded={isOpen}
        aria-labelledby={`${labelledBy} ${id}`}
        aria-describedby={describedBy}
        data-empty={chosen === null}
        onClick={() => setOpen(!isOpen)}
      >
        {label ?? words.choose}
      </button>
      {isOpen && (
        <PickerPanel
          id={id}
          choices={choices}
          chosen={chosen}
          words={words}
          onChoose={(code) => {
            onChoose(code);
            if (code !== null) close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

function PickerPanel({
  id,
  choices,
  chosen,
  onChoose,
  onClose,
  words,
}: Pick<PickerProps, 'id' | 'choices' | 'chosen' | 'onChoose' | 'words'> & { onClose: () => void }) {
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const name = useId();
  // Before the next key is pressed: what is typed at once belongs to the search.
  useLayoutEffect(() => search.current?.focus(), []);
  const found = narrowed(choices, text);
  return (
    <div
      class="picker-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        const first = found[0];
        if (event.key === 'Enter' && event.target === search.current) {
          // Enter belongs to the search here, not to the form around it.
          event.preventDefault();
          if (text !== '' && first !== undefined) onChoose(first.code);
        }
      }}
    >
      <input
        ref={search}
        id={`${id}-search`}
        type="search"
        class="input"
        autocomplete="off"
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="picker-list" role="group" aria-label={words.choose}>
        {found.length === 0 && <p class="field-hint">{words.none}</p>}
        {grouped(found).map(([group, rows]) => (
          <div key={group ?? ''} role="group" aria-label={group}>
            {group !== undefined && (
              <p class="picker-group" aria-hidden="true">
                {group}
              </p>
            )}
            <RadioRows name={name} choices={rows} chosen={chosen} onChoose={onChoose} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The choices in which each typed word begins a word of the label, its hint, its group, its code or of other words for it; all when nothing is typed. */
export function narrowed(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = foldForQuery(text);
  if (wanted.length === 0) return choices;
  return choices.filter((choice) => {
    const words = foldForIndex(
      [choice.label, choice.hint, choice.group, choice.code, choice.also].filter(Boolean).join(' '),
    ).split(' ');
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

/** Rows under their group's heading, groups and rows in the order given. */
export function grouped(choices: readonly Choice[]): [group: string | undefined, rows: Choice[]][] {
  const groups = new Map<string | undefined, Choice[]>();
  for (const choice of choices) {
    const rows = groups.get(choice.group);
    if (rows === undefined) groups.set(choice.group, [choice]);
    else rows.push(choice);
  }
  return [...groups];
}
