import { KINDS, linksOut } from '@dayaq/domain';
import type { DossierView, LinkRow, RecordView, Value } from '@dayaq/vault/client';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Values } from './changes-between.ts';
import { join, joinRefusal, safestValues, takenBack, toMove } from './join.ts';
import { plainRecord, standingValues, valuesOf } from './record-values.ts';
import { aCase, Case, disputed, type Records, records } from './testing/random-case.ts';

/** What stands: of each record that was not deleted, the fields that hold something; sets in one order. */
const standing = (view: DossierView) =>
  Object.fromEntries(
    view.records
      .filter(({ deleted }) => !deleted)
      .map((record) => [
        record.id,
        Object.fromEntries(
          Object.entries(valuesOf(record))
            .map(([name, value]): [string, unknown] => [
              name,
              Array.isArray(value) ? [...value].sort() : value,
            ])
            .filter(
              ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
            ),
        ),
      ]),
  );

const joined = (into: Case, from: Case) => {
  const views = { into: into.view(), from: from.view() };
  const made = join(views, (record) => `new-${record}`, [], '2026-11-29');
  const back = { into: takenBack(views.into, made.into), from: takenBack(views.from, made.from) };
  into.write(made.into);
  from.write(made.from);
  return back;
};

/** Every link that leads out of a case. */
const led = (view: DossierView) => [
  ...linksOut(
    'case',
    view.records.map((record) => ({ ...record, fields: valuesOf(record) })),
  ),
];

/** Of the worker's own judgement, with its reason. */
const CONCLUSIVE = { level: 'low', override: 'low', overrideWhy: 'She moved.' };

describe('two cases of one person of which colleagues wrote apart', () => {
  it('are no less dangerous together than each was, whichever version stands last; nor once that was undone', () => {
    fc.assert(
      fc.property(aCase('a'), aCase('b'), (a, b) => {
        const [into, from] = [disputed(a), disputed(b)];
        if (joinRefusal({ into: into.view(), from: from.view() }) !== null) return;
        const before = [into.danger(), from.danger()];
        const back = joined(into, from);
        expect(into.danger()).toBeGreaterThanOrEqual(Math.max(...before));
        into.write(back.into);
        from.write(back.from);
        expect(into.danger()).toBeGreaterThanOrEqual(before[0] ?? 0);
        expect(from.danger()).toBeGreaterThanOrEqual(before[1] ?? 0);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('keep every no, also one beside which a yes stands', () => {
    const says = (case_: Case, decision: string) =>
      case_.view().records.filter((each) => standingValues(each, 'decision').includes(decision));
    fc.assert(
      fc.property(aCase('a'), aCase('b'), (a, b) => {
        const [into, from] = [disputed(a), disputed(b)];
        const no = says(into, 'no').length + says(from, 'no').length;
        joined(into, from);
        expect(says(into, 'no')).toHaveLength(no);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('leave no message for whom any of them said that none may be left, nor once that was undone', () => {
    const may = (case_: Case) =>
      standingValues(
        case_.view().records.find(({ kind }) => kind === 'person') as RecordView,
        'mayLeaveMessage',
      );
    fc.assert(
      fc.property(aCase('a'), aCase('b'), (a, b) => {
        const [into, from] = [disputed(a), disputed(b)];
        const before = [...may(into), ...may(from)];
        const own = may(into);
        const back = joined(into, from);
        if (before.includes('no')) expect(may(into)).toContain('no');
        if (before.includes('unknown')) expect(may(into)).not.toEqual(['yes']);
        into.write(back.into);
        if (own.includes('no')) expect(may(into)).toContain('no');
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});

describe('two cases of one person', () => {
  it('are the same as before once they were joined and that was undone', () => {
    fc.assert(
      fc.property(records('a'), records('b'), (a, b) => {
        const [into, from] = [new Case('a', a), new Case('b', b)];
        const before = [standing(into.view()), standing(from.view())];
        const back = joined(into, from);
        into.write(back.into);
        from.write(back.from);
        expect([standing(into.view()), standing(from.view())]).toEqual(before);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('lead wherever either led, in no circle, and what moved leads there no more from the one that ended', () => {
    fc.assert(
      fc.property(records('a'), records('b'), (a, b) => {
        const [into, from] = [new Case('a', a), new Case('b', b)];
        const [had, other] = [led(into.view()), led(from.view())];
        joined(into, from);
        const [now, left] = [led(into.view()), led(from.view())];
        const known = [...into.view().records, ...from.view().records].map(({ id }) => id);
        const isWithin = (target: string) => /^(new-)?[ab]\b/.test(target);
        for (const { target } of now) expect(known).not.toContain(target);
        for (const { field, target } of [...had, ...other])
          if (!isWithin(target) && field !== 'lead' && field !== 'handover')
            expect(now.map((each) => `${each.field} ${each.target}`)).toContain(`${field} ${target}`);
        for (const field of ['lead', 'handover']) {
          const [ours, theirs] = [had, other].map((all) => all.find((each) => each.field === field)?.target);
          expect(now.find((each) => each.field === field)?.target).toBe(ours ?? theirs);
          // What the other has no room for stays where it is known.
          const stays = ours !== undefined && theirs !== ours ? theirs : undefined;
          expect(left.find((each) => each.field === field)?.target).toBe(stays);
        }
        const rest = left.filter(({ field }) => !['lead', 'handover', 'joinedInto'].includes(field));
        expect(rest).toEqual([]);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('are no less dangerous together than each was', () => {
    fc.assert(
      fc.property(records('a'), records('b'), (a, b) => {
        const [into, from] = [new Case('a', a), new Case('b', b)];
        if (joinRefusal({ into: into.view(), from: from.view() }) !== null) return;
        const before = Math.max(into.danger(), from.danger());
        joined(into, from);
        expect(Math.max(into.danger(), from.danger())).toBeGreaterThanOrEqual(before);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('agree to nothing that the one that goes on did not, and keep every no', () => {
    const says = (case_: Case, decision: string) =>
      case_
        .view()
        .records.filter(({ kind, fields }) => kind === 'consent' && fields['decision']?.value === decision);
    fc.assert(
      fc.property(records('a'), records('b'), (a, b) => {
        const [into, from] = [new Case('a', a), new Case('b', b)];
        const [yes, no] = [says(into, 'yes').length, says(into, 'no').length + says(from, 'no').length];
        joined(into, from);
        expect(says(into, 'yes')).toHaveLength(yes);
        expect(says(into, 'no')).toHaveLength(no);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('lose nothing that either said of what was done to whom', () => {
    fc.assert(
      fc.property(records('a'), records('b'), (a, b) => {
        const [into, from] = [new Case('a', a), new Case('b', b)];
        const had = from.view();
        joined(into, from);
        const live = [...into.view().records, ...from.view().records].filter(({ deleted }) => !deleted);
        for (const { id, kind } of had.records)
          expect(live.some((each) => each.id === id || each.id === `new-${id}`) || kind === 'person').toBe(
            true,
          );
        const act = live.find(({ id }) => id === 'new-b-violation');
        expect(act?.fields['victims']?.value).toEqual(['a-person']);
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe('joining', () => {
  const plain: Records = [
    { kind: 'case', id: 'a', fields: { alias: 'One', status: 'new' } },
    { kind: 'person', id: 'p', fields: { role: 'client', exclusions: 'her brother' } },
  ];
  const other = (more: Records = [], fields: Values = {}): Case =>
    new Case('b', [
      { kind: 'case', id: 'b', fields: { alias: 'Two', status: 'new', ...fields } },
      { kind: 'person', id: 'q', fields: { role: 'client', exclusions: 'her cousin' } },
      ...more,
    ]);

  it('takes along what was planned without words: who was to be called again is called from the case that goes on', () => {
    const again = (id: string, due: string, done: number | null = null) => ({
      kind: 'task',
      id,
      fields: { rule: 're-contact', about: 'b', due: { day: due }, owner: 'leyla', done },
    });
    const open = (into: Case) =>
      into
        .view()
        .records.filter(({ kind, deleted }) => kind === 'task' && !deleted)
        .map(({ id, fields }) => [id, fields['about']?.value]);
    const into = new Case('a', plain);
    const from = other([again('t', '2026-12-07'), again('d', '2026-11-01', 5)]);
    joined(into, from);
    expect(open(into)).toEqual([['new-t', 'a']]);
    expect(from.view().records.find(({ id }) => id === 't')?.deleted).toBe(true);
    const sooner = new Case('a', [...plain, again('own', '2026-12-01')]);
    joined(sooner, other([again('t', '2026-12-07')]));
    expect(open(sooner)).toEqual([['own', 'b']]);
  });

  it('keeps both away whom the person does not want near', () => {
    const into = new Case('a', plain);
    joined(into, other());
    expect(into.view().records.find(({ id }) => id === 'p')?.fields['exclusions']?.value).toBe(
      'her brother\nher cousin',
    );
  });

  it('closes the one that ends, and says where it goes on', () => {
    const from = other();
    joined(new Case('a', plain), from);
    const root = from.view().records.find(({ id }) => id === 'b');
    expect(root && plainRecord(root).fields).toMatchObject({
      status: 'closed',
      outcome: 'joined',
      joinedInto: 'a',
    });
  });

  it('moves what leads to it, and to what moved', () => {
    const from = other([{ kind: 'task', id: 't', fields: { what: 'Call' } }]);
    const end = {
      id: 'm',
      kind: 'matter',
      dossier: 'z',
      root: 'case',
      fields: null,
      restricted: false,
      mention: { reference: '', alias: '', status: '', summary: '', violations: [] },
    };
    const made = join(
      { into: new Case('a', plain).view(), from: from.view() },
      (record) => `new-${record}`,
      [{ record: 'b', kind: 'case', field: 'cases', end }],
      '2026-11-29',
    );
    expect(made.links).toEqual([
      {
        dossier: 'z',
        changes: [{ kind: 'matter', record: 'm', fields: { cases: { add: ['a'], del: ['b'] } } }],
        back: [{ kind: 'matter', record: 'm', fields: { cases: { add: ['b'], del: ['a'] } } }],
      },
    ]);
  });

  const end = (kind: string) => ({
    id: 'e',
    kind,
    dossier: 'z',
    root: 'case',
    fields: null,
    restricted: false,
    mention: { reference: '', alias: '', status: '', summary: '', violations: [] },
  });
  const joinedWith = (linked: LinkRow[]) =>
    join(
      { into: new Case('a', plain).view(), from: other().view() },
      (id) => `new-${id}`,
      linked,
      '2026-11-29',
    ).links;

  /** Every field of every kind that leads to a case or to somebody in one. */
  const LED = Object.values(KINDS).flatMap(({ kind, fields }) =>
    fields.flatMap(({ name, type }) =>
      (type.is === 'link' || type.is === 'links') &&
      type.to.reach.includes('space') &&
      type.to.kinds.some((to) => to === 'case' || to === 'person')
        ? [{ kind, field: name, is: type.is, target: type.to.kinds.includes('case') ? 'b' : 'q' }]
        : [],
    ),
  );

  it.each(LED)('moves $field of $kind, and takes it back', ({ kind, field, is, target }) => {
    const moved = target === 'b' ? 'a' : 'p';
    const op = (to: string, from: string) => (is === 'link' ? { set: to } : { add: [to], del: [from] });
    expect(joinedWith([{ record: target, kind: 'case', field, end: end(kind) }])).toEqual([
      {
        dossier: 'z',
        changes: [{ kind, record: 'e', fields: { [field]: op(moved, target) } }],
        back: [{ kind, record: 'e', fields: { [field]: op(target, moved) } }],
      },
    ]);
  });

  it('leaves what led to both leading to the one that goes on once it is taken back', () => {
    const rows = ['a', 'b'].map((record) => ({ record, kind: 'case', field: 'cases', end: end('matter') }));
    expect(joinedWith(rows)[0]?.back).toEqual([
      { kind: 'matter', record: 'e', fields: { cases: { add: ['b'], del: [] } } },
    ]);
  });

  it('is refused where other people read one of them, a referral or a cost is not ended, or a danger would be unheard', () => {
    const into = new Case('a', plain);
    const refusal = (from: Case, readers: string[] = []) =>
      joinRefusal({ into: into.view(), from: from.view(readers) });
    expect(refusal(other())).toBeNull();
    expect(refusal(other(), ['leyla'])).toBe('other-readers');
    expect(refusal(other([{ kind: 'referral', id: 'r', fields: { sent: 3 } }]))).toBe('unended');
    expect(refusal(other([{ kind: 'cost', id: 'k', fields: { decision: 'approved' } }]))).toBe('unended');
    const asked = { askedAt: 1, askedBy: 'rena', amount: { minor: 100, currency: 'AZN' } };
    const refused = { ...asked, decision: 'refused' };
    expect(refusal(other([{ kind: 'cost', id: 'k', fields: asked }]))).toBe('unended');
    expect(refusal(other([{ kind: 'cost', id: 'k', fields: refused }]))).toBeNull();
    const assessed = new Case('a', [...plain, { kind: 'risk', id: 'r', fields: CONCLUSIVE }]);
    const high = other([], { danger: 'high' });
    expect(joinRefusal({ into: assessed.view(), from: high.view() })).toBe('unassessed');
  });

  it('leaves files, and what was agreed to, where they were made', () => {
    const from = other([{ kind: 'file', id: 'f', fields: {} }]);
    expect(toMove({ from: from.view() }).map(({ id }) => id)).toEqual(['q']);
  });
});

test('a child that comes along is a child, and their safe contact forbids, where either version says so', () => {
  const stamp = { by: 'm', at: 1 };
  const versions = (...all: Value[]) => ({
    value: all.at(-1) ?? null,
    ...stamp,
    alternatives: all.map((value) => ({ value, ...stamp })),
  });
  const record: RecordView = {
    id: 'x',
    kind: 'person',
    deleted: false,
    fields: {
      role: { value: 'dependant', ...stamp, alternatives: [] },
      birthYear: versions(2014, 1990),
      minor: versions('yes', 'no'),
      mayLeaveMessage: versions('no', 'yes'),
      neverContact: versions(['call'], ['message']),
    },
    created: stamp,
    updated: stamp,
  };
  expect(safestValues(record)).toMatchObject({
    birthYear: 2014,
    minor: 'yes',
    mayLeaveMessage: 'no',
    neverContact: ['call', 'message'],
  });
});
