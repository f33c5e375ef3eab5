import { expect, it } from 'vitest';
import { countWhile } from './count-while.ts';

it('counts those before the first that is not so, and asks for few of them', async () => {
  for (const total of [0, 1, 2, 7, 10_000])
    for (const wanted of [0, 1, 5, total].filter((each) => each <= total)) {
      let asked = 0;
      const count = await countWhile(total, (at) => {
        asked += 1;
        return Promise.resolve(at < wanted);
      });
      expect(count).toBe(wanted);
      expect(asked).toBeLessThanOrEqual(14);
    }
});
