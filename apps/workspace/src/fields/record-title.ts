import { fieldOf, kindOf } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { kindLabel } from './labels.ts';
import type { Surroundings } from './props.ts';
import { valueText } from './value-text.ts';

/** Longest title in a list, in characters. */
const LONGEST = 80;

/** What a record is called in lists: the first of its kind's title fields that says something, else the kind's name. */
export function recordTitle(record: RecordView, surroundings: Surroundings): string {
  for (const name of kindOf(record.kind)?.title ?? []) {
    if (fieldOf(record.kind, name) === undefined) continue;
    const values = Object.fromEntries(Object.entries(record.fields).map(([key, view]) => [key, view.value]));
    const text = valueText({ ...surroundings, kind: record.kind, field: name, value: values[name], values });
    if (text !== '') return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
  }
  return kindLabel(surroundings.translator, record.kind);
}
