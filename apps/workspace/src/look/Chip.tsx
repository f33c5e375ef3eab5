import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

interface Props {
  children: ComponentChildren;
  chosen: boolean;
  /** Only where the words alone do not say what is chosen. */
  label?: string;
  /** A chosen one that goes away when it is pressed, as filters do. */
  goes?: boolean;
  onClick: () => void;
}

/** A choice: a bordered pill that gains a tick. An act is no chip but a quiet `Button` with an icon. */
export function Chip({ children, chosen, label, goes = false, onClick }: Props) {
  return (
    <button
      type="button"
      class="chip"
      aria-label={label}
      aria-pressed={goes ? undefined : chosen}
      data-chosen={chosen}
      onClick={onClick}
    >
      {chosen && !goes && <Icon name="check" size={15} />}
      {children}
      {goes && <Icon name="close" size={15} />}
    </button>
  );
}

interface SegmentProps<T> {
  /** The question, for those who do not see that they stand together. */
  label: string;
  options: readonly { value: T; text: string }[];
  /** Something that is none of the options leaves all of them unchosen. */
  value: T;
  onChange: (value: T) => void;
}

/** One of few, joined. */
export function Segment<T>({ label, options, value, onChange }: SegmentProps<T>) {
  return (
    <div class="segment" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.text}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.value === value && <Icon name="check" size={15} />}
          {option.text}
        </button>
      ))}
    </div>
  );
}
