import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LISTS } from './code-lists/index.ts';
import { shownAt, submissionEnds, submissionState, underEmbargo, zoneOffset } from './sessions.ts';

const at = (iso: string): number => Date.parse(iso);
/** By the browser's own tables. */
const IANA: Readonly<Record<string, string>> = {
  geneva: 'Europe/Zurich',
  strasbourg: 'Europe/Paris',
  warsaw: 'Europe/Warsaw',
  'new-york': 'America/New_York',
  baku: 'Asia/Baku',
  dushanbe: 'Asia/Dushanbe',
  utc: 'UTC',
};

describe('the clocks of a body', () => {
  it('are known of each place that can be chosen', () => {
    for (const { code } of CODE_LISTS['time-zones'].codes) expect(zoneOffset(code, 0), code).not.toBeNull();
    expect(zoneOffset('constructor', 0)).toBeNull();
  });

  it('show what tables of time zones say, at any moment', () => {
    const moment = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
    for (const [zone, timeZone] of Object.entries(IANA)) {
      const clock = new Intl.DateTimeFormat('sv', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      fc.assert(
        fc.property(moment, (now) => {
          const { day, minute } = shownAt(now, zoneOffset(zone, now) ?? Number.NaN);
          const [hour, rest] = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0'));
          expect(`${day} ${hour}:${rest}`).toBe(clock.format(now));
        }),
      );
    }
  });
});

describe('a submission', () => {
  const geneva = { submitBy: { day: '2027-03-30' }, submitHour: 18, zone: 'geneva' };

  it('ends by the clocks of the body, not by ours', () => {
    expect(submissionEnds(geneva)).toBe(at('2027-03-30T16:00:00Z'));
    expect(submissionState(geneva, at('2027-03-30T15:59:00Z'))).toBe('open');
    expect(submissionState(geneva, at('2027-03-30T16:01:00Z'))).toBe('late');
    // In New York the day lasts longer than here.
    const york = { submitBy: { day: '2027-07-01' }, zone: 'new-york' };
    expect(submissionEnds(york)).toBe(at('2027-07-02T04:00:00Z'));
  });

  it('is not called late where nobody knows by whose clocks, as long as that day lasts anywhere', () => {
    const anywhere = { submitBy: { day: '2027-03-30' } };
    expect(submissionEnds(anywhere)).toBeNull();
    expect(submissionState(anywhere, at('2027-03-31T11:59:00Z'))).toBe('open');
    expect(submissionState(anywhere, at('2027-03-31T12:01:00Z'))).toBe('late');
    expect(submissionState({ ...anywhere, submitted: { day: '2027-03-29' } }, at('2028-01-01'))).toBe(
      'submitted',
    );
  });
});

describe('an embargo', () => {
  it('holds until its day is over where the body sits', () => {
    const york = { embargo: { day: '2027-05-10' }, zone: 'new-york' };
    expect(underEmbargo(york, at('2027-05-11T03:59:00Z'))).toBe(true);
    expect(underEmbargo(york, at('2027-05-11T04:00:00Z'))).toBe(false);
    expect(underEmbargo({}, 0)).toBe(false);
  });

  it('that is known to the month alone, or by nobody knows whose clocks, ends when it ended everywhere', () => {
    expect(underEmbargo({ embargo: { day: '2027-05' } }, at('2027-06-01T11:00:00Z'))).toBe(true);
    expect(underEmbargo({ embargo: { day: '2027-05' } }, at('2027-06-01T12:00:00Z'))).toBe(false);
  });
});
