import { applyChanges } from '@dayaq/acts/changes-between';
import type { ListedRecord, SaveTogether, Value } from '@dayaq/vault/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinInstitution, mayBeNamed } from './join-institution.ts';

let made = 0;
const record = (kind: string, dossier: string, fields: Record<string, Value>): ListedRecord => ({
  record: `r${made++}`,
  dossier,
  kind,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
  conflict: false,
  case: null,
  restricted: false,
});
type State = Record<string, Record<string, Value>>;
const kept = (records: readonly ListedRecord[]): State =>
  Object.fromEntries(records.map((each) => [each.record, { ...each.fields }]));
function after(state: State, acts: readonly SaveTogether[]): State {
  const next = { ...state };
  for (const { record: id, fields } of acts.flatMap(({ changes }) => changes))
    next[id] = { ...applyChanges(next[id] ?? {}, fields) };
  return next;
}
const without = (state: State): State =>
  Object.fromEntries(
    Object.entries(state).map(([id, fields]) => [
      id,
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
    ]),
  );

test('three names of one centre, one a language, come to one institution that has all of them', () => {
  const records = [
    record('contact', 'c1', { institution: 'AİDS Mərkəzi' }),
    record('contact', 'c2', { institution: 'Центр СПИД' }),
    record('matter', 'c2', { forumName: 'AIDS Centre', forum: 'health-authority' }),
  ];
  const { there } = joinInstitution(records, { id: 'p', fields: null, name: 'AİDS Mərkəzi' });
  const state = after(kept(records), there);
  expect(
    records.map(({ record: id, kind }) => state[id]?.[kind === 'matter' ? 'forumIs' : 'institutionIs']),
  ).toEqual(['p', 'p', 'p']);
  expect(state['p']).toEqual({ name: 'AİDS Mərkəzi', alternateNames: 'Центр СПИД\nAIDS Centre' });
  expect(there.map(({ dossier }) => dossier).sort()).toEqual(['c1', 'c2', 'p']);
  // What was said stays as it was said.
  expect(state[records[1]?.record ?? '']?.institution).toBe('Центр СПИД');
});

test('names that the institution has already are not written twice', () => {
  const known = { name: 'Republican centre', nameRu: 'Центр СПИД', alternateNames: 'The centre' };
  const said = [record('contact', 'c', { institution: 'Центр СПИД' })];
  const { there } = joinInstitution(said, { id: 'p', fields: known, name: '' });
  expect(there.map(({ dossier }) => dossier)).toEqual(['c']);
});

test('what was said in a case that only some may open does not become a name that everybody reads', () => {
  const said = [
    record('contact', 'open', { institution: 'Centre' }),
    { ...record('contact', 'closed', { institution: 'Where she hides' }), restricted: true },
  ];
  const { there } = joinInstitution(said, { id: 'p', fields: { name: 'Known' }, name: '' });
  expect(JSON.stringify(there)).not.toContain('Where she hides');
  expect(there.map(({ dossier }) => dossier).sort()).toEqual(['closed', 'open', 'p']);
  expect([mayBeNamed(said), mayBeNamed(said.slice(1))]).toEqual([true, false]);
});

test('joining and taking it back leaves everything as it was, whatever was joined', () => {
  const name = fc.constantFrom('A', 'Б', 'Ç', '  A ');
  const one = fc.record({
    isMatter: fc.boolean(),
    dossier: fc.constantFrom('c1', 'c2'),
    name,
    was: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), fc.option(name), (said, alternate) => {
      const records = said.map(({ isMatter, dossier, name: called, was }) =>
        record(isMatter ? 'matter' : 'contact', dossier, {
          [isMatter ? 'forumName' : 'institution']: called,
          ...(was ? { [isMatter ? 'forumIs' : 'institutionIs']: 'old' } : {}),
        }),
      );
      const fields = { name: 'Known', ...(alternate === null ? {} : { alternateNames: alternate }) };
      const begin = { ...kept(records), p: fields };
      const { there, back } = joinInstitution(records, { id: 'p', fields, name: '' });
      expect(without(after(after(begin, there), back))).toEqual(without(begin));
    }),
  );
});
