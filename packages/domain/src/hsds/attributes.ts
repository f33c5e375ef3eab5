import type { Field, FieldType } from '../kind.ts';
import { validateValue } from '../validate.ts';
import type { Row } from './tables.ts';
import { derivedUuid, isUuid, recordIdOf, uuidOf } from './uuid.ts';

/** Names a code for readers of the file; the code itself travels beside it. */
export type Label = (list: string, code: string) => string;

/** Taxonomies of ours are called `dayaq/<list>`, and `dayaq/field` where the value is no code. */
const OURS = 'dayaq/';
const FIELD = 'field';

export interface Attribute {
  attribute: Row;
  term: Row;
}

function listOf(type: FieldType): string {
  if (type.is === 'code' || type.is === 'codes') return type.list;
  return type.is === 'answer' ? 'answer' : FIELD;
}

function values(type: FieldType, value: unknown): string[] {
  if (type.is === 'codes') return Array.isArray(value) ? value.map(String) : [];
  if (type.is === 'references' || type.is === 'reference') {
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    return ids.flatMap((id) => uuidOf(String(id)) ?? []);
  }
  if (typeof value === 'string') return [value];
  return [JSON.stringify(value)];
}

/** A field that no column of HSDS holds, as attributes of its row: one, or one for each code. */
export function attributesOf(
  entity: string,
  id: string,
  field: Pick<Field, 'name' | 'type'>,
  value: unknown,
  label: Label,
): Attribute[] {
  const list = listOf(field.type);
  return values(field.type, value).map((text, index) => {
    const code = list === FIELD ? field.name : text;
    const name = list === FIELD ? field.name : label(list, text);
    const term = derivedUuid('term', list, code);
    return {
      term: { id: term, code, name, description: name, taxonomy: `${OURS}${list}` },
      attribute: {
        id: derivedUuid('attribute', id, field.name, String(index)),
        link_id: id,
        taxonomy_term_id: term,
        link_type: field.name,
        link_entity: entity,
        value: text,
      },
    };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The value that attributes of one field spell, in their order.
 * @returns undefined where they are not ours, or are no value of the field
 */
export function valueOf(
  field: Pick<Field, 'type'>,
  found: readonly { value: string; taxonomy: string }[],
): unknown {
  const { type } = field;
  const list = `${OURS}${listOf(type)}`;
  const [first] = found;
  if (first === undefined || found.some(({ taxonomy }) => taxonomy !== list)) return undefined;
  const texts = found.map(({ value }) => value);
  let value: unknown;
  if (type.is === 'codes') value = texts;
  else if (type.is === 'references') value = texts.every(isUuid) ? texts.map(recordIdOf) : undefined;
  else if (texts.length > 1) return undefined;
  else if (type.is === 'reference') value = isUuid(first.value) ? recordIdOf(first.value) : undefined;
  else if (type.is === 'text' || type.is === 'code' || type.is === 'answer' || type.is === 'member')
    value = first.value;
  else value = parsed(first.value);
  return value !== undefined && validateValue(type, value) === null ? value : undefined;
}
