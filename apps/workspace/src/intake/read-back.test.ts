import { emptyDraft, type IntakeDraft } from '@dayaq/acts/intake/draft';
import { createTranslator, loadMessages } from '@dayaq/locale';
import type { VaultConnection } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { type ReadBack, readBack } from './read-back.ts';

const translator = createTranslator('en', await loadMessages('en'), (key) => {
  throw new Error(`no message "${key}"`);
});

/** What is read back of a draft, by step; nothing is asked of the vault. */
function read(part: Partial<IntakeDraft>): Record<string, ReadBack[]> {
  const draft = { ...emptyDraft('2026-11-29', 'rena'), ...part };
  const room = {
    vault: {} as VaultConnection,
    translator,
    me: 'rena',
    members: [],
    records: [],
    country: 'az',
  };
  return Object.fromEntries(readBack(room, draft));
}

const PUT_OUT: Partial<IntakeDraft> = {
  client: { alias: 'Zeynab' },
  children: [{ relation: 'child', alias: 'a boy' }],
  types: ['housing', 'evicted'],
  acts: {
    evicted: {
      fields: { date: { day: '2026-11' }, statedReason: 'I keep no such women.', barrierTo: 'ost' },
      by: ['landlord'],
      alsoTo: [0],
    },
  },
  words: 'He found out about my work and said: out.',
};

describe('what is read back before it is kept', () => {
  it('keeps the words of whoever did it under what they were said for, beside the act, and not among hers', () => {
    const { what, story } = read(PUT_OUT);
    expect(story).toEqual([{ text: PUT_OUT.words }]);
    expect(what).toContainEqual({ label: 'Reason they gave', text: 'I keep no such women.' });
  });

  it('says of an act to whom it was done, the client first, who did it, and from what they were kept', () => {
    const { what } = read({ ...PUT_OUT, perpetrators: [{ type: 'landlord', unit: 'No. 9' }] });
    expect(what?.map(({ text }) => text)).toEqual([
      'Evicted',
      'Zeynab, a boy',
      'Landlord, No. 9',
      'November 2026',
      'Substitution therapy (OST)',
      'I keep no such women.',
    ]);
    expect(what?.slice(1).every(({ label }) => label !== undefined)).toBe(true);
    expect(read({ ...PUT_OUT, client: {} }).what?.[1]?.text).toBe('Client, a boy');
  });

  it('says whose words a tip is, whoever we speak with now', () => {
    const source = { connection: 'peer', words: 'The girls say he put her out.' };
    for (const teller of ['the-person', 'somebody-else'] as const) {
      const { who } = read({ teller, source });
      const at = who?.findIndex(({ text }) => text === source.words) ?? -1;
      expect(who?.[at]?.label).toBeTruthy();
      expect(who?.[at - 1]?.text).toBe('From the same community');
    }
  });

  it('does not call an account that somebody else gave the person’s own', () => {
    expect(read({ ...PUT_OUT, teller: 'somebody-else' }).story?.[0]).toEqual({
      label: 'What happened',
      text: PUT_OUT.words,
    });
  });

  it('names what is wanted, what was done, what comes next, and every way to reach them', () => {
    const { now, contact } = read({
      case: { wants: ['treatment'] },
      doneToday: ['shelter'],
      task: { what: 'Call the shelter' },
      client: { safeChannel: ['phone'], safeContact: '012', codeWord: 'sewing', neverContact: ['no-calls'] },
    });
    expect(now?.map(({ text }) => text)).toEqual(['HIV treatment or OST', 'Shelter', 'Call the shelter']);
    expect(now?.every(({ label }) => label !== undefined)).toBe(true);
    expect(contact?.map(({ label }) => label !== undefined)).toEqual([false, true, true, true]);
  });

  it('leaves out what nobody said', () => {
    const { who, about, what, story, by, now, contact } = read({});
    expect([who, about, what, story, by, now, contact].flat()).toEqual([]);
  });
});
