import type { Change, MemberView } from '@dayaq/vault/client';
import type { Translator } from '@dayaq/locale';
import { applyChanges, fieldLabel, kindLabel, valueText } from '../fields/index.ts';

/** What an act says, as plain text: for a person to read, copy or hand on. */
export function actWords(
  changes: readonly Change[],
  around: { translator: Translator; members: readonly MemberView[]; country: string },
): string {
  return changes.map((change) => changeWords(change, around)).join('\n\n');
}

function changeWords(
  { kind, fields }: Change,
  around: { translator: Translator; members: readonly MemberView[]; country: string },
): string {
  const { translator } = around;
  const values = applyChanges({}, fields);
  const said = Object.entries(values)
    .map(([field, value]): [string, string] => [
      field,
      valueText({ ...around, records: [], kind, field, value, values }),
    ])
    .filter(([, text]) => text !== '');
  if (kind === 'note' && said.length === 1) return said[0]?.[1] ?? '';
  const lines = said.map(([field, text]) => `${fieldLabel(translator, kind, field)}: ${text}`);
  return [kindLabel(translator, kind), ...lines].join('\n');
}
