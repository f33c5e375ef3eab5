import { fieldOf, isKnownKind } from '@dayaq/domain';
import { type FieldOp, LIMITS, readEntry, type Value } from '@dayaq/journal';
import type { DossierId } from '@dayaq/sealing';
import type { Outcome } from './client.ts';
import type { Engine } from './database/engine.ts';
import { PROJECTION } from './database/schema.ts';
import { failed, success } from './failure.ts';

/** How often a field was written in one shape, and the most that one of those held (characters, elements or keys). */
interface Shape {
  times: number;
  most: number;
}

/** By kind: how many changes, and the shapes in which its fields were written. Names that the program does not know are "?". */
type Shapes = Record<string, { changes: number; fields: Record<string, Record<string, Shape>> }>;

const UNKNOWN = '?';

/**
 * What those who mend the program need to know of a dossier that could not be worked out: names of kinds and fields that
 * stand in the program itself, shapes, counts, sizes. Nothing that anybody wrote, no id of a person, a record or an
 * organisation, no time.
 */
export async function apartReport(engine: Engine, dossier: DossierId): Promise<Outcome<string>> {
  const apart = engine.get<{ reason: string; error: string; kind: string }>(
    'select reason, error, kind from apart where dossier = ?',
    dossier,
  );
  if (apart === null) return failed('not-found');
  const rows = engine.all<{ bytes: Uint8Array }>('select bytes from entry where dossier = ?', dossier);
  const shapes: Shapes = {};
  const seen = { entries: rows.length, unreadable: 0, joins: 0, mostHeads: 0, mostChanges: 0 };
  let bytes = 0;
  for (const row of rows) {
    bytes += row.bytes.length;
    const read = await readEntry(row.bytes);
    if (!read.ok) {
      seen.unreadable++;
      continue;
    }
    const { heads, changes } = read.value;
    seen.joins += changes.length === 0 ? 1 : 0;
    seen.mostHeads = Math.max(seen.mostHeads, heads.length);
    seen.mostChanges = Math.max(seen.mostChanges, changes.length);
    for (const { kind, fields } of changes) noteChange(shapes, kind, fields);
  }
  const versions = { projection: PROJECTION, limits: LIMITS };
  return success(JSON.stringify({ ...apart, ...seen, bytes, shapes, versions }, null, 1));
}

function noteChange(shapes: Shapes, kind: string, fields: Readonly<Record<string, FieldOp>>): void {
  const known = isKnownKind(kind) ? kind : UNKNOWN;
  const noted = (shapes[known] ??= { changes: 0, fields: {} });
  noted.changes++;
  for (const [name, op] of Object.entries(fields)) {
    const field = fieldOf(kind, name) === undefined ? UNKNOWN : name;
    const found = (noted.fields[field] ??= {});
    const [shape, size] =
      'set' in op ? shapeOf(op.set) : (['elements', op.add.length + op.del.length] as const);
    const held = (found[shape] ??= { times: 0, most: 0 });
    held.times++;
    held.most = Math.max(held.most, size);
  }
}

function shapeOf(value: Value): readonly [shape: string, size: number] {
  if (value === null) return ['nothing', 0];
  if (typeof value === 'string') return ['text', value.length];
  if (Array.isArray(value)) return ['list', value.length];
  if (typeof value === 'object') return ['map', Object.keys(value).length];
  return [typeof value, 0];
}
