import type { Field } from './kind.ts';
import { fieldOf } from './kinds/index.ts';
import type { PlainRecord } from './plain-record.ts';

/** The answers of the list `answer`, from what allows the least to what allows the most. */
const ALLOWING = ['no', 'prefers-not', 'unknown', 'yes'];
const FEARING = ['yes', 'unknown', 'prefers-not', 'no'];

/** All that is said of a field: of two versions that stand both are heard. */
export const allSaid = ({ fields, versions }: Pick<PlainRecord, 'fields' | 'versions'>, name: string) =>
  versions?.[name] ?? [fields[name]];

/**
 * What several answers to one field come to, by `Field.joins`: what allows the least, or keeps the most away. Null where they
 * differ and nothing says which of them is the careful one.
 */
export function carefulAnswer(
  { type, joins }: Pick<Field, 'type' | 'joins'>,
  all: readonly unknown[],
): unknown {
  if (joins !== undefined && type.is === 'codes') {
    const sets = all.map((each) => (Array.isArray(each) ? (each as unknown[]) : []));
    const each = [...new Set(sets.flat())];
    return joins === 'most' ? each : each.filter((code) => sets.every((set) => set.includes(code)));
  }
  if (joins !== undefined && type.is === 'answer')
    return (joins === 'least' ? ALLOWING : FEARING).find((answer) => all.includes(answer));
  const told = [...new Map(all.map((value) => [JSON.stringify(value ?? null), value])).values()];
  if (told.length === 1) return told[0];
  return joins === 'most' ? told.filter((words) => typeof words === 'string').join('\n') : null;
}

/** The fields of a record where each must say one thing, and somebody acts by it: of versions the careful answer. */
export function carefulFields(
  record: Pick<PlainRecord, 'kind' | 'fields' | 'versions'>,
): PlainRecord['fields'] {
  const disputed = Object.entries(record.versions ?? {}).flatMap(([name, all]) => {
    const field = fieldOf(record.kind, name);
    return field === undefined ? [] : [[name, carefulAnswer(field, all)] as const];
  });
  return disputed.length === 0 ? record.fields : { ...record.fields, ...Object.fromEntries(disputed) };
}
