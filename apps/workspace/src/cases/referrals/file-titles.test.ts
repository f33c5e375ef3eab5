import { createTranslator, loadMessages } from '@dayaq/locale';
import { expect, test } from 'vitest';
import { aRecord } from '../testing/records.ts';
import { fileTitles } from './SharedFiles.tsx';

const translator = createTranslator('en', await loadMessages('en'));

test('files that would be called the same are told apart, by their day and then by a number', () => {
  const photo = (more: Parameters<typeof aRecord>[1] = {}) => aRecord('file', { role: 'photo', ...more });
  const files = [
    photo({ description: 'The door' }),
    photo({ capturedWhen: { day: '2026-11-02' } }),
    photo({ capturedWhen: { day: '2026-11-02' } }),
    photo({ capturedWhen: { day: '2026-11-03' } }),
    photo(),
  ];
  const titles = files.map(({ id }) => fileTitles(translator, files).get(id) ?? '');
  expect(new Set(titles).size).toBe(files.length);
  expect(titles[0]).toBe('The door');
  expect(titles[1]).toContain('2 November 2026 · 1');
  expect(titles[2]).toContain('2 November 2026 · 2');
  expect(titles[3]?.endsWith('3 November 2026')).toBe(true);
});
