import { CheckRows } from '../../fields/inputs/choice-rows.tsx';
import { readText } from '../../fields/read-value.ts';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import type { IntakeDraft } from '@dayaq/acts/intake/draft';
import type { IntakeRoom } from '../room.ts';

interface Props {
  room: IntakeRoom;
  draft: IntakeDraft;
  id: string;
  label: string;
  /** Places in the draft's `children`. */
  chosen: readonly number[];
  onChosen: (places: number[]) => void;
}

/** "And the child?", one by one; nothing where there are none. Children come along with no answer given for them. */
export function TheChildren({ room, draft, id, label, chosen, onChosen }: Props) {
  if (draft.children.length === 0) return null;
  return (
    <FieldGroup id={id} label={label}>
      <CheckRows
        chips
        name={id}
        choices={draft.children.map((child, index) => ({
          code: `child-${index}`,
          label: childName(room, readText(child['alias']), index),
        }))}
        chosen={chosen.map((place) => `child-${place}`)}
        onToggle={(code, on) => {
          const place = Number(code.slice('child-'.length));
          onChosen(on ? [...chosen, place] : chosen.filter((other) => other !== place));
        }}
      />
    </FieldGroup>
  );
}

/** What a child is called; by its place where nobody said. */
export function childName({ translator }: IntakeRoom, alias: string, index: number): string {
  return alias.trim() === '' ? translator.t('intake.about.aChild', { number: index + 1 }) : alias.trim();
}
