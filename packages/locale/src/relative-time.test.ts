import { describe, expect, it } from 'vitest';
import { relativeDay, relativeMoment } from './relative-time.ts';

const TODAY = '2026-03-14';

describe('how far a day is', () => {
  it.each([
    ['az', 'bu gün', 'sabah', 'dünən', '3 gün öncə', '2 həftə sonra', '3 ay sonra'],
    ['ru', 'сегодня', 'завтра', 'вчера', '3 дня назад', 'через 2 недели', 'через 3 месяца'],
    ['en', 'today', 'tomorrow', 'yesterday', '3 days ago', 'in 2 weeks', 'in 3 months'],
    ['tg', 'имрӯз', 'фардо', 'дирӯз', '3 рӯз пеш', 'пас аз 2 ҳафта', 'пас аз 3 моҳ'],
  ] as const)('in %s', (language, ...words) => {
    const days = [TODAY, '2026-03-15', '2026-03-13', '2026-03-11', '2026-03-28', '2026-06-20'];
    expect(days.map((day) => relativeDay(language, day, TODAY))).toEqual(words);
  });

  it('counts Russian days in their plurals', () => {
    expect(relativeDay('ru', '2026-03-19', TODAY)).toBe('через 5 дней');
    expect(relativeDay('ru', '2026-03-12', TODAY)).toBe('позавчера');
  });

  it('counts whole months and years only', () => {
    expect(relativeDay('en', '2026-05-13', TODAY)).toBe('in 1 month');
    expect(relativeDay('en', '2025-12-20', TODAY)).toBe('2 months ago');
    expect(relativeDay('en', '2024-03-14', TODAY)).toBe('2 years ago');
    expect(relativeDay('en', '2024-03-15', TODAY)).toBe('23 months ago');
  });

  it('shows what is no day as it is', () => {
    expect(relativeDay('en', 'some day', TODAY)).toBe('some day');
  });
});

describe('how long ago a moment was', () => {
  const now = Date.UTC(2026, 2, 14, 12, 0, 0);
  const ago = (minutes: number): string => relativeMoment('en', now - minutes * 60_000, now, 0);

  it('goes from now over minutes and hours to days', () => {
    expect([0, 0.9, 1, 59, 60, 300, 700, 1440, 5 * 1440].map(ago)).toEqual([
      'now',
      'now',
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      '5 hours ago',
      '11 hours ago',
      'yesterday',
      '5 days ago',
    ]);
    expect(ago(-30)).toBe('in 30 minutes');
    expect(relativeMoment('ru', now - 21 * 60_000, now, 0)).toBe('21 минуту назад');
  });
});
