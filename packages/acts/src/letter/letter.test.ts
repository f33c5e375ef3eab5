import type { SaveRequest, Value, Vault } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { readDraft, storedDraft } from '../intake/draft.ts';
import { finishIntake } from '../intake/finish.ts';
import { draftFromLetter, letterBarred } from './letter.ts';

const TODAY = '2026-11-29';
const TOLD = {
  words: 'They took my papers.',
  danger: 'high',
  where: 'Gəncə',
  need: 'a lawyer',
  state: 'open',
} satisfies Record<string, Value>;

/** A vault that keeps what it is given to save. */
function shelf() {
  const saved: SaveRequest[] = [];
  let ids = 0;
  const vault: Pick<Vault, 'newId' | 'save' | 'dossier'> = {
    newId: async () => `id ${ids++}`,
    save: async (request) => {
      saved.push(request);
      return { ok: true, value: null };
    },
    dossier: async () => ({ ok: false, failure: { code: 'not-found' } }),
  };
  return { saved, vault };
}

test('a letter becomes a case with all that was written, open to those alone who could open the letter', async () => {
  const { saved, vault } = shelf();
  const draft = draftFromLetter(
    'the letter',
    TOLD,
    [{ words: 'They came again.' }],
    ['me', 'her'],
    TODAY,
    'me',
  );
  const again = readDraft(storedDraft(draft));
  if (again === null) throw new Error('a draft reads as it was kept');
  const finished = await finishIntake(vault, again, { me: 'me', today: TODAY, keep: async () => undefined });
  expect(finished.ok).toBe(true);
  const [theCase, theLetter] = saved;
  expect(theCase?.restrictedTo).toEqual(['me', 'her']);
  const words = JSON.stringify(theCase?.changes);
  for (const part of ['They took my papers.', 'Gəncə', 'a lawyer', 'They came again.', 'the letter'])
    expect(words).toContain(part);
  expect(theLetter).toMatchObject({
    dossier: 'the letter',
    changes: [{ kind: 'letter', fields: { state: { set: 'became-case' } } }],
  });
});

test('a case made of a letter names whom its sender barred as excluded by the person, and opens to them by no slip', async () => {
  const further = [{ words: 'And she laughed.', barred: 'her him' }];
  const draft = draftFromLetter('the letter', { ...TOLD, barred: 'him' }, further, ['me'], TODAY, 'me');
  // However the form comes to it: everybody, or one of them, ticked by a slip.
  for (const readers of [null, ['me', 'her']]) {
    const { saved, vault } = shelf();
    const kept = readDraft(storedDraft({ ...draft, readers }));
    if (kept === null) throw new Error('a draft reads as it was kept');
    await finishIntake(vault, kept, { me: 'me', today: TODAY, keep: async () => undefined });
    const [theCase] = saved;
    expect(theCase?.restrictedTo).toEqual(['me']);
    const person = theCase?.changes.find(({ kind }) => kind === 'person');
    expect(person?.fields).toMatchObject({ excludedIds: { add: ['him', 'her'], del: [] } });
  }
});

test('a colleague who is kept out afterwards is out of the case that is made of it, of what its sender writes to it, and of looking into it', () => {
  const before = { ...TOLD, readers: 'me her him', barred: 'boss', owner: 'her' };
  const [change] = letterBarred('the letter', before, ['her']);
  const fields = change?.fields ?? {};
  expect(fields).toEqual({
    barred: { set: 'boss her' },
    readers: { set: 'me him' },
    owner: { set: null },
  });
  const draft = draftFromLetter(
    'the letter',
    { ...before, barred: 'boss her' },
    [],
    ['me', 'him'],
    TODAY,
    'me',
  );
  expect(draft.client).toMatchObject({ excludedIds: ['boss', 'her'] });
  expect(draft.readers).toEqual(['me', 'him']);
  expect(letterBarred('the letter', before, ['him'])[0]?.fields).not.toHaveProperty('owner');
});
