import { fieldOf } from '@dayaq/domain';
import { LANGUAGES } from '@dayaq/locale';
import { expect, test } from 'vitest';
import { READY_REPLIES, readyReply, withReady } from './ready-replies.ts';

test('each ready reply is there in the language in which somebody wrote, and leaves room for more words', async () => {
  const type = fieldOf('letter-reply', 'words')?.type;
  const most = type?.is === 'text' ? type.max : 0;
  for (const which of READY_REPLIES) {
    const said = await Promise.all(LANGUAGES.map((each) => readyReply(which, each, 'en')));
    expect(new Set(said).size).toBe(LANGUAGES.length);
    for (const words of said) expect(words.length).toBeLessThan(most / 3);
  }
});

test('who wrote in a language that we do not speak is answered in ours', async () => {
  expect(await readyReply('read', 'fr', 'az')).toBe(await readyReply('read', 'az', 'az'));
});

test('choosing one loses no word that was typed', () => {
  expect(withReady('', 'Ready.', '')).toBe('Ready.');
  expect(withReady('Mine. ', 'Ready.', '')).toBe('Mine.\n\nReady.');
});

test('one that is chosen after another takes its place, unless something was changed in that', () => {
  expect(withReady('Ready.', 'Other.', 'Ready.')).toBe('Other.');
  expect(withReady('Mine.\n\nReady. ', 'Other.', 'Ready.')).toBe('Mine.\n\nOther.');
  expect(withReady('Ready. And mine.', 'Other.', 'Ready.')).toBe('Ready. And mine.\n\nOther.');
});
