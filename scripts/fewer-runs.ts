import { createRequire } from 'node:module';
import type * as FastCheck from 'fast-check';

/**
 * fast-check with a fifth of the runs that each property asks for, which stands in for it in `npm run check`
 * (`vitest.config.ts`): a quick answer while one works. `npm test` and a single file run them all.
 */
const SHARE = 5;
const whole = createRequire(import.meta.url)('fast-check') as typeof FastCheck;

type Assert = typeof FastCheck.assert;

const assert = ((property: FastCheck.IRawProperty<unknown>, parameters: FastCheck.Parameters<unknown> = {}) =>
  whole.assert(property, {
    ...parameters,
    numRuns: Math.ceil((parameters.numRuns ?? whole.readConfigureGlobal().numRuns ?? 100) / SHARE),
  })) as Assert;

const fewer: typeof FastCheck = { ...whole, assert };
export default fewer;
