import { idText, type AccountId } from '@dayaq/sealing';
import { describe, expect, it } from 'vitest';
import { toldApart } from './namesakes.ts';

const account = (...bytes: number[]): AccountId =>
  idText<AccountId>(Uint8Array.from({ length: 16 }, (_, i) => bytes[i] ?? 0));
const told = (...people: [AccountId, string][]) => [
  ...toldApart(people.map(([id, name]) => ({ id, name }))).values(),
];

describe('two members of one name', () => {
  it.each([
    ['the same letters', 'Leyla'],
    ['other letters of the same look', 'Lеуla'],
    ['another alphabet', 'Лейла'],
    ['small letters and spaces', '  leyla '],
  ])('are told apart by their accounts: %s', (_, other) => {
    expect(told([account(0xab, 0xcd), 'Leyla'], [account(0x12, 0x34), other])).toEqual([
      'Leyla · ABCD',
      `${other} · 1234`,
    ]);
  });

  it('are told apart though one of them wrote a mark behind the name', () => {
    expect(told([account(0xab, 0xcd), 'Leyla'], [account(0x12, 0x34), 'Leyla · ABCD'])).toEqual([
      'Leyla · ABCD',
      'Leyla · ABCD · 1234',
    ]);
  });

  it('get longer marks where the first digits are alike', () => {
    expect(told([account(1, 2, 3), 'Leyla'], [account(1, 2, 0x33), 'Leyla'])).toEqual([
      'Leyla · 01020',
      'Leyla · 01023',
    ]);
  });

  it('keep their plain names where nobody else is called so', () => {
    expect(told([account(1), 'Leyla'], [account(2), 'Rena'], [account(3), ''], [account(4), ''])).toEqual([]);
  });
});
