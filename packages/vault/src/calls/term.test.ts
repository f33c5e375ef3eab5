/** Threat: what is said outside to be destroyed by a day lies on the server, or on a device, for longer. */
import { addDays, addMonths, daysBetween } from '@dayaq/domain';
import { dueGone, KEEP_MONTHS } from '@dayaq/domain/survey';
import { LIMITS } from '@dayaq/protocol';
import { expect, it } from 'vitest';

it('an application is gone by the months that its page names, and its letter is gone from the server by then', () => {
  for (let day = '2027-01-01'; day < '2029-03-01'; day = addDays(day, 1))
    for (const keep of KEEP_MONTHS) {
      const gone = dueGone({ aim: 'grant', who: {}, deadline: day, stages: [], keep }, day);
      expect(gone).toBe(addMonths(day, keep));
      expect(daysBetween(day, gone)).toBeGreaterThan(LIMITS.letterDays);
    }
});
