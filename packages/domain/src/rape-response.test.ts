import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleService } from '../test/directory-samples.ts';
import { isCode } from './code-lists/index.ts';
import { openingOf } from './opening.ts';
import { RAPE_RESPONSE, rapeResponse, rapeWindows } from './rape-response.ts';

const office = {
  what: 'hours',
  monday: '9-17',
  tuesday: '9-17',
  wednesday: '9-17',
  thursday: '9-17',
  friday: '9-17',
};
const spring = { what: 'closure', period: { day: '2027-03-20', until: '2027-03-28' }, why: 'holiday' };
const part = (services: Parameters<typeof rapeResponse>[0], service: string) =>
  rapeResponse(services, 'az', 2027).find((each) => each.service === service);

test('every part is a service of its own, and what must be had in time says its hours', () => {
  for (const { service } of RAPE_RESPONSE) expect(isCode('services', service), service).toBe(true);
  const hours = RAPE_RESPONSE.flatMap(({ service, hours: within }) =>
    within === null ? [] : [[service, within]],
  );
  expect(hours).toEqual([
    ['forensic-examination', 72],
    ['pep', 72],
    ['emergency-contraception', 120],
  ]);
});

test('nine days without forensic examination are longer than its 72 hours: traces are lost', () => {
  const forensic = sampleService({
    id: 'f',
    serves: ['forensic-examination'],
    opening: openingOf([{ fields: office }, { fields: spring }]),
  });
  expect(part([forensic], 'forensic-examination')).toMatchObject({
    have: 1,
    always: 0,
    shutDays: 9,
    isLost: true,
  });
  // Whoever helps with one part does not help with another.
  expect(part([forensic], 'pep')).toMatchObject({ have: 0, shutDays: 0, isLost: false });
});

test('a weekend is shorter than 72 hours; day and night is known as such', () => {
  const weekdays = sampleService({ id: 'a', serves: ['pep'], opening: openingOf([{ fields: office }]) });
  expect(part([weekdays], 'pep')).toMatchObject({ shutDays: 2, isLost: false, always: 0 });
  const always = sampleService({ id: 'b', serves: ['pep'] });
  expect(part([weekdays, always], 'pep')).toMatchObject({ have: 2, always: 1, shutDays: 0 });
  const shutInSpring = sampleService({
    id: 'd',
    serves: ['pep'],
    opening: openingOf([{ fields: { what: 'hours', roundTheClock: true } }, { fields: spring }]),
  });
  expect(part([shutInSpring], 'pep')).toMatchObject({ always: 0, shutDays: 9 });
  const unknown = sampleService({ id: 'c', serves: ['pep'], opening: openingOf([]) });
  expect(part([unknown], 'pep')).toMatchObject({ have: 1, hoursNotKnown: 1, always: 0 });
});

const DAY = { day: '2026-11-27' };
const at = (day: string, hour: number) =>
  rapeWindows(DAY, { day, minute: hour * 60 }).find(({ service }) => service === 'pep');

test('the hour by which one must be there is reckoned from the beginning of the day, the loss from its end', () => {
  expect(at('2026-11-28', 10)).toMatchObject({
    state: 'open',
    since: { least: 10, most: 34 },
    closes: { day: '2026-11-30', minute: 0 },
    closed: { day: '2026-12-01', minute: 0 },
  });
  expect(at('2026-11-30', 1)?.state).toBe('closing');
  expect(at('2026-12-01', 0)?.state).toBe('closed');
});

test('of an act of which no day is known, or that lies ahead, nothing is reckoned', () => {
  const now = { day: '2026-11-28', minute: 0 };
  for (const date of [{ day: '2026-11' }, { day: '2026' }, { day: '2026-11-29' }, 'yesterday', undefined])
    expect(rapeWindows(date, now)).toEqual([]);
  expect(rapeWindows({ day: '2026-11-20', until: '2026-11-27' }, now)[0]?.state).toBe('open');
});

test('a window never opens again, and is never called closed while it may be open', () => {
  const minute = fc.integer({ min: 0, max: 10 * 1440 });
  const state = (after: number) => {
    const day = new Date(Date.UTC(2026, 10, 27) + after * 60_000).toISOString().slice(0, 10);
    return rapeWindows(DAY, { day, minute: after % 1440 })[0]?.state ?? '';
  };
  const rank = ['open', 'closing', 'closed'];
  fc.assert(
    fc.property(minute, minute, (a, b) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)];
      expect(rank.indexOf(state(early))).toBeLessThanOrEqual(rank.indexOf(state(late)));
      if (late < (24 + 72) * 60) expect(state(late)).not.toBe('closed');
    }),
  );
});
