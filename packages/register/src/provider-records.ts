import { fieldOf, isCode } from '@dayaq/domain';
import { addTo, keyOf, Remarks, standingPart } from './gathered-records.ts';
import type { RowFault, RowFields, RowRecord, RowRemark } from './row-plan.ts';
import type { RowSaid } from './said.ts';

/** A provider with its services and where they are, from the rows that name it. */
export function recordsOfProvider(rows: readonly RowSaid[]): {
  records: RowRecord[];
  faults: RowFault[];
  remarks: ReadonlyMap<number, readonly RowRemark[]>;
} {
  const remarks = new Remarks();
  const words: string[] = [];
  const say = (text: string): void => void words.push(text);
  const root: RowFields = {};
  const places = new Parts('location');
  const services = new Parts('service');
  for (const row of rows) {
    addTo(root, 'provider', row, say, remarks);
    for (const note of row.notes) say(note);
    const where = row.fields.get('location');
    const location = where === undefined ? null : places.add(row, { area: { area: 'unknown' }, ...where });
    const what = row.fields.get('service');
    if (what === undefined) continue;
    const named: RowFields = { name: root['name'] ?? null, ...servesUnsaid(what), ...what };
    const service = services.add(row, location === null ? named : { ...named, locations: [location.place] });
    if (service.again && (location === null || location.again)) remarks.add(row, { remark: 'said-again' });
  }
  const parts = [...services.made, ...places.made].flatMap(({ place, kind, fields, cells }): RowRecord[] => {
    const standing = standingPart(kind, fields, cells);
    for (const text of standing.words) say(text);
    return standing.fields === null ? [] : [{ place, kind, fields: standing.fields }];
  });
  // What a sheet says beside the rest may be about people inside: it is nobody's but ours.
  const ours = [...new Set([root['confidentialNote'], ...words])].filter((each) => typeof each === 'string');
  if (ours.length > 0) root['confidentialNote'] = ours.join('\n');
  const faults: RowFault[] = [];
  if (typeof root['name'] !== 'string') faults.push({ fault: 'no-name' });
  const most = fieldOf('provider', 'confidentialNote')?.type;
  const note = root['confidentialNote'];
  if (typeof note === 'string' && most?.is === 'text' && note.length > most.max)
    faults.push({ fault: 'too-long', column: '', value: note.slice(0, 40) });
  return {
    records: [{ place: 'provider', kind: 'provider', fields: root }, ...parts],
    faults,
    remarks: remarks.byRow,
  };
}

const servesUnsaid = (fields: RowFields): RowFields =>
  fields['serves'] === undefined ? { serves: [isCode('services', 'unknown') ? 'unknown' : 'other'] } : {};

/** Records of one kind of a provider, each that rows say alike once. */
class Parts {
  readonly made: (RowRecord & { kind: 'service' | 'location'; cells: ReadonlyMap<string, string> })[] = [];
  readonly #known = new Map<string, string>();

  constructor(readonly kind: 'service' | 'location') {}

  add({ cells }: RowSaid, fields: RowFields): { place: string; again: boolean } {
    const key = keyOf(fields);
    const known = this.#known.get(key);
    if (known !== undefined) return { place: known, again: true };
    const place = this.made.length === 0 ? this.kind : `${this.kind}:${this.made.length + 1}`;
    this.#known.set(key, place);
    this.made.push({ place, kind: this.kind, fields, cells });
    return { place, again: false };
  }
}
