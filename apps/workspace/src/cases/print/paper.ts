import { groupOf, fieldOf } from '@dayaq/domain';
import { standingView, textIn } from '@dayaq/acts/record-values';
import type { RecordView, Value } from '@dayaq/vault/client';
import type { IsOffice } from './offices.ts';

/** What goes on the paper. What tells who somebody is, and how to reach them, only when it is asked for. */
export interface PaperChoice {
  story: boolean;
  /** Our own notes and tasks. */
  notes: boolean;
  people: boolean;
  perpetrators: boolean;
  standing: boolean;
  files: boolean;
  /** What was spent, own money too. */
  costs: boolean;
  safeContact: boolean;
  identifying: boolean;
}

export const USUAL_PAPER: PaperChoice = {
  story: true,
  notes: false,
  people: true,
  perpetrators: true,
  standing: true,
  files: true,
  costs: true,
  safeContact: false,
  identifying: false,
};

/**
 * The records as the paper may show them: only what was chosen, without the fields that were left out. People whose
 * alias is left out are called by their role.
 * @param roleName names a code of the list `person-roles`
 * @param isOffice what names an office tells nobody who somebody is
 */
export function paperRecords(
  records: readonly RecordView[],
  choice: PaperChoice,
  roleName: (role: string) => string,
  isOffice: IsOffice,
): RecordView[] {
  const called = new Map<string, number>();
  return records
    .filter((record) => !record.deleted && stands(record.kind, choice))
    .map(standingView)
    .map((record) => {
      const fields: RecordView['fields'] = {};
      for (const [name, field] of Object.entries(record.fields)) {
        if (mayStand(record.kind, name, choice) || namesOffice(record.kind, name, field.value, isOffice))
          fields[name] = { ...field, alternatives: [] };
      }
      if (record.kind === 'person') {
        // Two of one name are told apart by a number, as two of one role are.
        const role = roleName(textIn(record, 'role') || 'other');
        const name = (choice.identifying && textIn(record, 'alias')) || role;
        const turn = (called.get(name) ?? 0) + 1;
        called.set(name, turn);
        const value = turn === 1 ? name : `${name} ${turn}`;
        if (!choice.identifying || turn > 1)
          fields.alias = { value, by: record.created.by, at: record.created.at, alternatives: [] };
      }
      return { ...record, fields };
    });
}

function stands(kind: string, choice: PaperChoice): boolean {
  switch (kind) {
    case 'note':
    case 'task':
      return choice.notes;
    case 'perpetrator':
      return choice.perpetrators;
    default:
      return true;
  }
}

/** Who somebody was, told by their office alone; of a person of the case, and of who of us did something, nothing is told so. */
function namesOffice(kind: string, name: string, value: Value, isOffice: IsOffice): boolean {
  return (
    kind === 'contact' &&
    fieldOf(kind, name)?.type.is === 'text' &&
    typeof value === 'string' &&
    isOffice(value)
  );
}

const CONTACT = new Set<string>(groupOf('person', 'contact').flatMap((field) => [field, `${field}Other`]));

function mayStand(kind: string, name: string, choice: PaperChoice): boolean {
  if (kind === 'person' && CONTACT.has(name)) return choice.safeContact;
  if (choice.identifying) return true;
  const field = fieldOf(kind, name);
  // A field that this version does not know may be anything; who of us did something endangers them, too.
  return field !== undefined && field.sensitivity !== 'identifying' && field.type.is !== 'member';
}
