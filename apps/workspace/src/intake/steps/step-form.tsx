import { RecordForm } from '../../fields/record-form.tsx';
import type { Fields } from '@dayaq/acts/intake/draft';
import type { StepProps } from '../room.ts';

/** Some fields of one record of the draft, in words of the intake where they are given. */
export function StepForm({
  room,
  kind,
  values,
  only,
  words,
  onChange,
  onUnreadable,
  part = '',
}: Pick<StepProps, 'room' | 'onUnreadable'> & {
  kind: string;
  values: Fields;
  only: readonly string[];
  words?: Record<string, { label?: string; hint?: string }>;
  onChange: (next: Fields) => void;
  /** Tells two forms of one step apart that ask for the same fields. */
  part?: string;
}) {
  const { translator, members, country } = room;
  return (
    <RecordForm
      kind={kind}
      record=""
      records={[]}
      translator={translator}
      members={members}
      country={country}
      values={values}
      only={only}
      words={words ?? {}}
      onChange={onChange}
      onUnreadable={(fields) => onUnreadable(fields, `${kind} ${only.join(' ')} ${part}`)}
    />
  );
}
