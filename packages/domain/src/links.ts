import { fieldOf, KINDS, kindOf } from './kinds/index.ts';

/** Longest id or old reference, in characters. */
const LONGEST_ID = 64;

const isId = (part: unknown): part is string =>
  typeof part === 'string' && part !== '' && part.length <= LONGEST_ID;

/** The ids that a field of links names, each once; none where it is no such field, or holds nothing of the kind. */
export function linksIn(kind: string, name: string, value: unknown): string[] {
  const is = fieldOf(kind, name)?.type.is;
  if (is === 'link') return isId(value) ? [value] : [];
  if (is !== 'links') return [];
  return Array.isArray(value) ? [...new Set(value.filter(isId))] : (linksOfOldText(kind, name, value) ?? []);
}

/**
 * Fields of links were text once, with ids or references of cases one a line. This is the only reader of what was written
 * so: it answers the same as a list, or undefined where the field or the value is of another sort. An old reference of a
 * case stays what it is; a device knows which case has it.
 */
export function linksOfOldText(kind: string, name: string, value: unknown): string[] | undefined {
  if (typeof value !== 'string' || fieldOf(kind, name)?.type.is !== 'links') return undefined;
  return [...new Set(value.split(/\s+/).filter(isId))];
}

/** A link as it stands in a record. */
export interface LinkIn {
  record: string;
  kind: string;
  field: string;
  target: string;
}

const linkFields = new Map<string, readonly string[]>();

/** Fields of a kind that lead out of its dossier. */
export function linkFieldsOf(kind: string): readonly string[] {
  let names = linkFields.get(kind);
  if (names === undefined) {
    names = (kindOf(kind)?.fields ?? [])
      .filter(({ type }) => type.is === 'link' || type.is === 'links')
      .filter(({ type }) => 'to' in type && !type.to.reach.includes('dossier'))
      .map(({ name }) => name);
    linkFields.set(kind, names);
  }
  return names;
}

/** Kinds that some link leads to one way: whoever reads one may belong to another organisation. */
const ledToOneWay = new Set(
  Object.values(KINDS).flatMap(({ fields }) =>
    fields.flatMap(({ oneWay, type }) => (oneWay === true && 'to' in type ? type.to.kinds : [])),
  ),
);

/**
 * Every link that leads out of a dossier, from the records that were not deleted. Of a dossier that is only led to one way
 * none, whoever wrote one there.
 * @param root kind of the dossier
 */
export function* linksOut(
  root: string,
  records: Iterable<{
    id: string;
    kind: string;
    deleted: boolean;
    fields: Readonly<Record<string, unknown>>;
  }>,
): Generator<LinkIn> {
  if (ledToOneWay.has(root)) return;
  for (const { id, kind, deleted, fields } of records) {
    if (deleted) continue;
    for (const field of linkFieldsOf(kind))
      for (const target of linksIn(kind, field, fields[field])) yield { record: id, kind, field, target };
  }
}

/**
 * How many more links a field has room for; null where nothing bounds it. Negative: so many are too many, because people
 * who did not know of each other filled it. None of them is taken out: that is for people to settle.
 */
export function roomLeft(
  kind: string,
  name: string,
  fields: Readonly<Record<string, unknown>>,
): number | null {
  const type = fieldOf(kind, name)?.type;
  if (type?.is !== 'links' || type.bound === undefined) return null;
  const bound = fields[type.bound];
  return typeof bound === 'number' ? bound - linksIn(kind, name, fields[name]).length : null;
}
