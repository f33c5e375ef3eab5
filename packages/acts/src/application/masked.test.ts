import { expect, test } from 'vitest';
import { MASK, masked } from './masked.ts';

test('what names whoever wrote is masked, in whatever alphabet and with whatever ending it stands', () => {
  for (const [text, told] of [
    ['Mənim adım Zeynəbdir', 'Zeynəb'],
    ['Меня зовут Зейнаб', 'Zeynab'],
    ['Ман Зейнаб ҳастам', 'Zeynab Quliyeva'],
    ['сестра Марины', 'Марина'],
    ['I am mehri, from Khujand', 'Mehri'],
  ] as const)
    expect(masked(text, [told]), text).toContain(MASK);
});

test('so are addresses, numbers and names in networks, whoever they belong to', () => {
  for (const text of [
    'me@example.org',
    'find @zeyneb_k there',
    'call 050 123 45 67',
    '+994 (50) 123-45-67',
    'https://t.me/someone',
  ])
    expect(masked(text, []).replaceAll(MASK, ''), text).not.toMatch(/zeyneb|example|someone|123/u);
});

test('other words stay as they were written', () => {
  const text = 'Kəndimizdə 12 qız var; мы начали в 2024 году.';
  expect(masked(text, ['Aysel'])).toBe(text);
  expect(masked('of the girls', ['Of'])).toBe('of the girls');
});
