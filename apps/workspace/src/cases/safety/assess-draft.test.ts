import { INSTRUMENTS } from '@dayaq/domain';
import type { Draft, Value } from '@dayaq/vault/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropAssessment, keepAssessment, keptAssessment, readDraft } from './assess-draft.ts';

const family = INSTRUMENTS['partner-family'];

/** Drafts as a device keeps them, in memory. */
function aDevice() {
  const kept = new Map<string, Draft>();
  return {
    drafts: async () => [...kept.values()],
    saveDraft: async (draft: Omit<Draft, 'updated'>) => {
      kept.set(draft.id, { ...draft, updated: 1 });
      return { ok: true as const, value: null };
    },
    dropDraft: async (id: string) => void kept.delete(id),
  };
}

test('an assessment broken off goes on at its question, with its answers, in its own case', async () => {
  const device = aDevice();
  const draft = { person: 'p1', answers: { choked: 'yes', watched: 'prefers-not' }, at: 3 } as const;
  await keepAssessment(device, 'case-1', family, draft);
  expect(await keptAssessment(device, 'case-1', family)).toEqual(draft);
  expect(await keptAssessment(device, 'case-2', family)).toBeNull();
  expect(await keptAssessment(device, 'case-1', INSTRUMENTS.defender)).toBeNull();
  await dropAssessment(device, 'case-1', family);
  expect(await keptAssessment(device, 'case-1', family)).toBeNull();
});

test('answers given fast are kept in their order, and whoever comes back at once finds the last', async () => {
  const device = aDevice();
  const slowFirst = {
    ...device,
    saveDraft: async (draft: Omit<Draft, 'updated'>) => {
      const at = (draft.data as { at: number }).at;
      // A pause that stands for a store that is slow at first.
      await new Promise((done) => setTimeout(done, at === 1 ? 20 : 0));
      return device.saveDraft(draft);
    },
  };
  for (const at of [1, 2, 3])
    void keepAssessment(slowFirst, 'case-3', family, { person: '', answers: { choked: 'yes' }, at });
  expect((await keptAssessment(slowFirst, 'case-3', family))?.at).toBe(3);
});

test('answers to another edition of the questions are not taken for these', () => {
  const data = { version: family.version + 1, person: 'p1', answers: { choked: 'yes' }, at: 1 };
  expect(readDraft(data, family)).toBeNull();
});

test('whatever lies in a draft, what is read are answers to these questions and a place among them', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('choked', 'x'), fc.jsonValue()),
      (at, answers) => {
        const draft = readDraft({ version: family.version, person: '', answers, at } as Value, family);
        expect(Object.keys(draft?.answers ?? {}).every((key) => key === 'choked')).toBe(true);
        expect(draft?.at).toBeGreaterThanOrEqual(0);
        expect(draft?.at).toBeLessThanOrEqual(family.questions.length);
      },
    ),
  );
});
