import { expect, test } from 'vitest';
import { type DoorNotice, readNotice, writeNotice } from './door-notice.ts';

const NOTICE: DoorNotice = {
  name: 'Təmiz Nəfəs',
  languages: ['az', 'ru'],
  about: { az: 'Biz kömək edirik', ru: 'Мы помогаем' },
  phone: '+994 12 555 01 23',
  hours: { az: '9–18', ru: '9–18' },
  dangerPhone: '102',
  answerDays: 3,
};

test('a notice reads as it was written', () => {
  expect(readNotice(writeNotice(NOTICE))).toEqual(NOTICE);
  const flooded = { ...NOTICE, worksInFlood: true as const, pass: { epoch: 2, hash: 'a'.repeat(43) } };
  expect(readNotice(writeNotice(flooded))).toEqual(flooded);
});

test('what is none, says too much, or leaves out a language that it offers, is none', () => {
  const wrong: unknown[] = [
    null,
    [],
    { ...NOTICE, name: '' },
    { ...NOTICE, name: 'x'.repeat(121) },
    { ...NOTICE, languages: [] },
    { ...NOTICE, languages: ['az', 'az'] },
    { ...NOTICE, languages: ['az', '"><script>'] },
    { ...NOTICE, about: { az: 'only one' } },
    { ...NOTICE, hours: 'always' },
    { ...NOTICE, answerDays: 0 },
    { ...NOTICE, phone: 5 },
    { ...NOTICE, pass: { epoch: 0, hash: 'a'.repeat(43) } },
    { ...NOTICE, pass: { epoch: 1, hash: 'short' } },
  ];
  for (const each of wrong)
    expect(readNotice(new TextEncoder().encode(JSON.stringify(each))), JSON.stringify(each)).toBeNull();
  expect(readNotice(Uint8Array.of(0xff, 0xfe))).toBeNull();
});

test('a body outside that nobody can reach, or that promised no day, is none: the page says nothing half', () => {
  const outside = {
    name: 'Ombudsman',
    reach: '916',
    days: 14,
    otherwise: { az: '', ru: 'Скажите об этом нам' },
  };
  expect(readNotice(writeNotice({ ...NOTICE, outside }))?.outside).toEqual(outside);
  const wrong: unknown[] = [
    null,
    { ...outside, name: ' ' },
    { ...outside, reach: '' },
    { ...outside, days: 0 },
    { ...outside, days: 1.5 },
    { ...outside, days: 91 },
    { ...outside, otherwise: { az: '' } },
    { ...outside, reach: 'x'.repeat(201) },
  ];
  for (const each of wrong) {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...NOTICE, outside: each }));
    expect(readNotice(bytes), JSON.stringify(each)).toBeNull();
  }
});
