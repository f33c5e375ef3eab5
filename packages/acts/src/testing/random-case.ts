import { type Entry, mergeDossier } from '@dayaq/journal';
import type { AccountId, DossierId, EntryId, SpaceId } from '@dayaq/sealing';
import type { Change, DossierView, FieldView, RecordView, Value } from '@dayaq/vault/client';
import fc from 'fast-check';
import { plainRecords, projected } from '../../../vault/src/projected.ts';
import type { Values } from '../changes-between.ts';

export type Records = readonly { kind: string; id: string; fields: Values }[];

/** A case that was written in one entry, and what was done to it since, one entry each. */
export class Case {
  readonly #entries: Entry[] = [];

  constructor(
    readonly id: string,
    records: Records,
  ) {
    if (records.length === 0) return;
    this.write(
      records.map(({ kind, id: record, fields }) => ({
        kind,
        record,
        fields: Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [
            name,
            Array.isArray(value) ? { add: value as string[], del: [] } : { set: value },
          ]),
        ),
      })),
    );
  }

  write(changes: readonly Change[]): void {
    this.#add(changes, mergeDossier(this.#entries).heads);
  }

  /** Two colleagues write who do not know of each other; the clock of the second is ahead. */
  writeApart(one: readonly Change[], other: readonly Change[]): void {
    const { heads } = mergeDossier(this.#entries);
    this.#add(one, heads);
    this.#add(other, heads);
  }

  #add(changes: readonly Change[], heads: readonly EntryId[]): void {
    this.#entries.push({
      id: `${this.id}-${this.#entries.length}` as EntryId,
      space: 's' as SpaceId,
      dossier: this.id as DossierId,
      author: 'leyla' as AccountId,
      time: 1000 + this.#entries.length,
      heads,
      view: { place: null, charter: new Uint8Array(32), peer: null },
      changes: changes as Entry['changes'],
    });
  }

  view(readers: string[] = []): DossierView {
    const state = mergeDossier(this.#entries);
    const marked = new Map(plainRecords(state).map((record) => [record.id, record]));
    const records = [...state.records.values()].map(
      ({ id, kind, deleted, fields, created, updated }): RecordView => ({
        ...(marked.get(id)?.met && { met: true }),
        ...(marked.get(id)?.settled && { settled: true }),
        ...(marked.get(id)?.judged && { judged: true }),
        ...(marked.get(id)?.replaced && { replaced: true }),
        id,
        kind,
        deleted,
        fields: Object.fromEntries(
          [...fields].map(([name, { value, by, at, alternatives }]) => [
            name,
            { value: value as Value, by, at, alternatives: [...alternatives] as FieldView['alternatives'] },
          ]),
        ),
        created,
        updated,
      }),
    );
    const shut = { restricted: readers.length > 0, readers, leftOut: [] };
    return {
      id: this.id,
      space: 's',
      kind: 'case',
      records,
      ...shut,
      waiting: 0,
      held: null,
      closed: false,
      complete: true,
      shared: null,
    };
  }

  /** How dangerous it stands, by what nobody met. */
  danger(): number {
    const state = mergeDossier(this.#entries);
    const { danger } = projected(this.id as DossierId, 'case', state, plainRecords(state), undefined);
    return danger === null ? 0 : danger.critical ? 2 : 1;
  }
}

export const aText = fc.constantFrom(null, '', 'one', 'another');
export const records = (c: string) =>
  fc
    .record({
      root: fc.record({
        alias: aText,
        summary: aText,
        danger: fc.constantFrom(null, 'high', 'no'),
        status: fc.constantFrom('new', 'closed', 'waiting'),
        wants: fc.subarray(['shelter', 'papers']),
        lead: fc.constantFrom(null, 'lead-1', 'lead-2'),
        handover: fc.constantFrom(null, 'handover-1', 'handover-2'),
        notSame: fc.subarray(['x', 'y']),
      }),
      client: fc.record({
        alias: aText,
        populations: fc.subarray(['trans', 'migrant']),
        exclusions: aText,
        mayLeaveMessage: fc.constantFrom(null, 'yes', 'no'),
        alsoIn: fc.subarray(['x', 'y', 'a', 'b']),
        sameAs: fc.subarray(['x-person', 'a-person', 'b-person', 'a-child', 'b-child']),
      }),
      child: fc.option(fc.record({ alias: aText, sameAs: fc.subarray(['x-child', 'a-child', 'b-child']) })),
      stay: fc.option(fc.record({ place: fc.constant('Haven') })),
      threat: fc.option(
        fc.record({
          type: fc.constant<Value>(['kill']),
          credible: fc.constantFrom('likely', 'possible', 'unlikely'),
        }),
      ),
      risk: fc.option(
        fc.record({
          level: fc.constantFrom('low', 'raised', 'high', 'critical'),
          override: fc.constantFrom(null, 'low', 'high'),
          overrideWhy: fc.constantFrom(null, 'She moved.'),
        }),
      ),
      deed: fc.option(
        fc.record({
          type: fc.constantFrom('shelter', 'counselling'),
          done: fc.constant({ day: '2026-11-01' }),
          safe: fc.constantFrom(null, 'for-now'),
          note: fc.constant('She is with her aunt.'),
        }),
      ),
      task: fc.option(fc.record({ what: fc.constant('Call'), taken: fc.constantFrom(null, 5) })),
      consent: fc.option(fc.record({ to: fc.constant('sharing'), decision: fc.constantFrom('yes', 'no') })),
      file: fc.boolean(),
    })
    .map(({ root, client, child, stay, threat, risk, deed, task, consent, file }): Records => {
      const there = (kind: string, fields: Values | null): Records =>
        fields === null ? [] : [{ kind, id: `${c}-${kind}`, fields }];
      return [
        { kind: 'case', id: c, fields: { ...root, opened: { day: '2026-03-02' } } },
        { kind: 'person', id: `${c}-person`, fields: { ...client, role: 'client' } },
        ...(child === null
          ? []
          : [{ kind: 'person', id: `${c}-child`, fields: { ...child, role: 'dependant' } }]),
        ...there('stay', stay === null ? null : { ...stay, who: [`${c}-person`] }),
        ...there('violation', { type: 'evicted', victims: [`${c}-person`] }),
        ...there('threat', threat),
        ...there('risk', risk === null ? null : { ...risk, of: `${c}-person`, instrument: 'general' }),
        ...there('response', deed === null ? null : { ...deed, forWhom: [`${c}-person`] }),
        ...there('task', task),
        ...there('consent', consent === null ? null : { ...consent, of: `${c}-person` }),
        ...there('file', file ? { description: 'letter' } : null),
      ];
    });

/** What two wrote of one record who did not know of each other. */
type Doubt = { kind: string; one: Values; other: Values };
const twice = (kind: string, fields: fc.Arbitrary<Values>): fc.Arbitrary<Doubt> =>
  fc.record({ kind: fc.constant(kind), one: fields, other: fields });
const doubts = fc.array(
  fc.oneof(
    twice('threat', fc.record({ credible: fc.constantFrom('likely', 'possible', 'unlikely') })),
    twice('threat', fc.record({ type: fc.constantFrom<Value>(['kill'], ['insult'], ['stalking']) })),
    twice('case', fc.record({ danger: fc.constantFrom(null, 'high', 'no') })),
    twice(
      'risk',
      fc.record({
        level: fc.constantFrom('low', 'high', 'critical'),
        override: fc.constantFrom(null, 'low', 'critical'),
        overrideWhy: fc.constantFrom(null, 'Calm.'),
      }),
    ),
    twice('consent', fc.record({ decision: fc.constantFrom('yes', 'no', 'not-asked') })),
    twice('person', fc.record({ mayLeaveMessage: fc.constantFrom('yes', 'no', 'unknown') })),
  ),
  { maxLength: 3 },
);
export const aCase = (id: string) => fc.record({ id: fc.constant(id), made: records(id), open: doubts });
/** A case anew, with what two wrote apart of what is in it. */
export function disputed({ id, made, open }: { id: string; made: Records; open: readonly Doubt[] }): Case {
  const it = new Case(id, made);
  for (const { kind, one, other } of open) {
    const record = kind === 'case' ? id : `${id}-${kind}`;
    if (!made.some((each) => each.id === record)) continue;
    const change = (values: Values): Change[] => [
      {
        kind,
        record,
        fields: Object.fromEntries(Object.entries(values).map(([name, set]) => [name, { set }])),
      },
    ];
    it.writeApart(change(one), change(other));
  }
  return it;
}
