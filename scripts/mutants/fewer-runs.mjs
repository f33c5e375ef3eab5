/**
 * fast-check with a fifth of the cases of each property, and at most `RUNS`: one changed line is mostly found by the first few
 * or not at all, and every property is run once for every change that it reaches. What survives this is tried once more by all
 * cases (`mutants.mjs`): what a rare value alone shows would else be said to be noticed by nobody.
 */
import fc from '../../node_modules/fast-check/lib/fast-check.js';

const RUNS = 30;

function assert(property, params = {}) {
  return fc.assert(property, { ...params, numRuns: Math.min(Math.ceil((params.numRuns ?? 100) / 5), RUNS) });
}

export * from '../../node_modules/fast-check/lib/fast-check.js';
export { assert };
export default { ...fc, assert };
