import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeList, isCode } from './code-lists/index.ts';
import { checklistOf, documentPath, documentsHeld, documentsMissing, unlockedBy } from './documents.ts';
import { PACKS } from './packs/index.ts';

const { az, tj } = PACKS;
const packs = fc.constantFrom(az, tj);
const GOALS = (codeList('document-goals')?.codes ?? [])
  .filter((c) => c.special === undefined)
  .map((c) => c.code);
const DOCUMENTS = (codeList('documents')?.codes ?? [])
  .filter((c) => c.special === undefined)
  .map((c) => c.code);

test('both countries have a checklist for every goal, of codes that exist', () => {
  for (const pack of [az, tj]) {
    expect(pack.documents.map((list) => list.goal).sort()).toEqual([...GOALS].sort());
    for (const list of pack.documents) {
      for (const { anyOf } of list.demands)
        for (const code of anyOf) expect(isCode('documents', code), code).toBe(true);
      for (const code of list.gives) expect(isCode('documents', code), code).toBe(true);
      for (const code of list.opens) expect(isCode('services', code), code).toBe(true);
      for (const code of list.steps) expect(isCode('document-steps', code), code).toBe(true);
      expect(isCode('forums', list.where), list.where).toBe(true);
      expect(list.steps[0]).toBe('asked');
    }
  }
});

test('for residence registration Zaur lacks the consent of an owner and the papers of a dwelling', () => {
  const missing = documentsMissing('residence-registration', ['identity-card'], az) ?? [];
  expect(missing.filter((m) => !m.sometimes).map((m) => m.anyOf)).toEqual([
    ['owner-consent'],
    ['housing-papers', 'lease'],
  ]);
  expect(unlockedBy('residence-record', az).services).toEqual(
    expect.arrayContaining(['pension', 'bank', 'social-support']),
  );
});

test('the way to a pension leads over the registration and the disability first', () => {
  const path = documentPath('pension', ['identity-card'], az);
  expect(path?.goals).toEqual(['residence-registration', 'disability', 'bank-account', 'pension']);
  expect(path?.circle).toEqual([]);
  expect(path?.fromElsewhere).toEqual(
    expect.arrayContaining(['owner-consent', 'housing-papers', 'medical-referral']),
  );
});

test('what one holds is never missing, and holding more never makes more missing', () => {
  fc.assert(
    fc.property(
      packs,
      fc.constantFrom(...GOALS),
      fc.subarray(DOCUMENTS),
      fc.subarray(DOCUMENTS),
      (pack, goal, has, more) => {
        const missing = documentsMissing(goal, has, pack) ?? [];
        for (const { anyOf } of missing) expect(anyOf.filter((code) => has.includes(code))).toEqual([]);
        const fewer = documentsMissing(goal, [...has, ...more], pack) ?? [];
        for (const one of fewer) expect(missing).toContainEqual(one);
        expect(documentsMissing(goal, DOCUMENTS, pack)).toEqual([]);
      },
    ),
  );
});

test('a way names each goal once, ends at the goal, and is straight where nothing waits for itself', () => {
  fc.assert(
    fc.property(packs, fc.constantFrom(...GOALS), fc.subarray(DOCUMENTS), (pack, goal, has) => {
      const path = documentPath(goal, has, pack);
      if (path === null) throw new Error('no checklist');
      expect(new Set(path.goals).size).toBe(path.goals.length);
      expect(path.goals.at(-1)).toBe(goal);
      if (path.circle.length > 0) return;
      // Walking it, nothing is missing at any step but what has to come from elsewhere.
      const held = new Set([...has, ...path.fromElsewhere]);
      for (const at of path.goals) {
        const open = (documentsMissing(at, [...held], pack) ?? []).filter((m) => !m.sometimes);
        expect(open).toEqual([]);
        for (const code of checklistOf(at, pack)?.gives ?? []) held.add(code);
      }
    }),
  );
});

test('two offices that wait for each other are named as a circle, not walked for ever', () => {
  const stuck = {
    ...az,
    documents: az.documents.map((list) =>
      list.goal === 'identity-card' ? { ...list, demands: [{ anyOf: ['residence-record'] }] } : list,
    ),
  };
  expect(documentPath('residence-registration', [], stuck)?.circle).toEqual([
    'residence-registration',
    'identity-card',
  ]);
});

test('a goal of a newer version has no checklist', () => {
  expect(documentsMissing('of-a-newer-version', [], az)).toBeNull();
  expect(documentPath('of-a-newer-version', [], az)).toBeNull();
});

test('only papers that the person holds count as held', () => {
  const need = (id: string, fields: Record<string, unknown>, deleted = false) => ({
    id,
    kind: 'document-need',
    deleted,
    fields,
    created: { by: 'm', at: 1 },
    updated: { by: 'm', at: 1 },
  });
  expect(
    documentsHeld(
      [
        need('1', { of: 'p', document: 'identity-card', state: 'has' }),
        need('2', { of: 'p', document: 'lease', state: 'in-progress' }),
        need('3', { of: 'q', document: 'bank-card', state: 'has' }),
        need('4', { of: 'p', document: 'tax-number', state: 'has' }, true),
      ],
      'p',
    ),
  ).toEqual(['identity-card']);
});
