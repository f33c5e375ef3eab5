/**
 * fast-check with at most `RUNS` cases a property: one changed line is found by the first few or not at all, and every
 * property is run once for every change that it reaches.
 */
import fc from '../../node_modules/fast-check/lib/fast-check.js';

const RUNS = 30;

function assert(property, params = {}) {
  return fc.assert(property, { ...params, numRuns: Math.min(params.numRuns ?? 100, RUNS) });
}

export * from '../../node_modules/fast-check/lib/fast-check.js';
export { assert };
export default { ...fc, assert };
