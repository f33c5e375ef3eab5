import { expect, test } from 'vitest';
import { encodingOf } from './encoding.ts';

test('a file that was cut off within its last letter is still in the letters that it was written in', () => {
  const whole = new TextEncoder().encode('Имя;Дата\nЗарина;12.03.2026');
  expect(encodingOf(whole)).toBe('utf-8');
  for (let end = 1; end <= whole.length; end++)
    expect(encodingOf(whole.subarray(0, end)), String(end)).toBe('utf-8');
});

test('bytes that are no letters of it within the file make it another one', () => {
  // "Имя;" in eight bits, and Latin letters around one Turkish.
  expect(encodingOf(new Uint8Array([0xc8, 0xec, 0xff, 0x3b, 0x0a]))).toBe('windows-1251');
  expect(encodingOf(new TextEncoder().encode('Elm').map((byte) => (byte === 0x6c ? 0xfd : byte)))).toBe(
    'windows-1254',
  );
});
