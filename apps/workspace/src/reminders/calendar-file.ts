import { addDays } from '@dayaq/domain';

/** One day in a calendar. */
export interface CalendarEntry {
  /** The same for the same thing at every saving, so that calendars replace it instead of showing it twice. */
  uid: string;
  /** YYYY-MM-DD. */
  day: string;
  title: string;
}

/** Bytes of a line of a calendar file, without its end (RFC 5545, 3.1). */
const LINE = 75;

/**
 * Days as a calendar file (RFC 5545): each takes the whole day, keeps nobody's time busy and rings at nine. `now` in
 * milliseconds since 1970. Any text is safe in a title.
 */
export function calendarFile(entries: readonly CalendarEntry[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//notes//notes//EN',
    'CALSCALE:GREGORIAN',
    ...entries.flatMap((entry) => event(entry, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event({ uid, day, title }: CalendarEntry, now: number): string[] {
  const summary = escaped(title);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(new Date(now).toISOString().slice(0, 19))}Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${summary}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${summary}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ];
}

const compact = (time: string): string => time.replaceAll(/[-:]/g, '');

/** A text as a property's value: what has a meaning there is escaped, what may not stand there is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(/\p{Cs}/gu, '\uFFFD');
}

/** Broken into lines of at most 75 bytes, never within a character; each but the first begins with a space. */
function folded(line: string): string {
  let out = '';
  let size = 0;
  for (const sign of line) {
    const bytes = bytesOf(sign);
    if (size + bytes > LINE) {
      out += '\r\n ';
      size = 1;
    }
    out += sign;
    size += bytes;
  }
  return out;
}

/** Bytes of one character in UTF-8. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
