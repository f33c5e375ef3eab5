import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 30, 15);
const one = (title: string) => calendarFile([{ uid: 'a1', day: '2026-12-31', title }], NOW);

/** The properties of a file, as a calendar reads them: unfolded, each a name and a value. */
function read(file: string): [string, string][] {
  return file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}

function unescaped(value: string): string {
  return value.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

describe('a calendar file', () => {
  test('holds a whole day that rings in the morning and keeps no time busy', () => {
    expect(one('Reminder').split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//notes//notes//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:a1',
      'DTSTAMP:20261122T093015Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Reminder',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Reminder',
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('escapes what has a meaning', () => {
    expect(read(one('a;b,c\\d\ne')).find(([name]) => name === 'SUMMARY')?.[1]).toBe('a\\;b\\,c\\\\d\\ne');
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('ə', 'ҷ', '\r', '\n', '\\', ';', ',', ':', ' ', '𐍈', 'n', '\uD800'),
      maxLength: 300,
    }),
    fc.constant('\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR'),
  );

  test('has no line over 75 bytes and unfolds to any text that was put in, as one line of its own', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (titles) => {
        const entries = titles.map((title, i) => ({ uid: `u${i}`, day: '2026-02-28', title }));
        const file = calendarFile(entries, NOW);
        const lines = file.split('\r\n');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Cc}/u);
          expect(Buffer.from(line).toString()).toBe(line);
        }
        const properties = read(file);
        expect(properties.filter(([name]) => name === 'BEGIN').length).toBe(1 + 2 * titles.length);
        const summaries = properties
          .filter(([name]) => name === 'SUMMARY')
          .map(([, value]) => unescaped(value));
        const expected = titles.map((title) =>
          title
            .replaceAll(/\r\n?/g, '\n')
            .replaceAll(/(?!\n)\p{Cc}/gu, '')
            .replaceAll(/\p{Cs}/gu, '\uFFFD'),
        );
        expect(summaries).toEqual(expected);
      }),
    );
  });
});
