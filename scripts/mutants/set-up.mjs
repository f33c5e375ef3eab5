/**
 * What a file sets up for all its tests is reached by the first of them, as far as Stryker is told: without this, a change that
 * only a starting server comes by would be taken for one that is reached while a file loads, and would not be tried.
 */
import { beforeAll, inject } from 'vitest';

const firstTest = (tasks) => {
  for (const task of tasks) {
    const found = task.type === 'test' ? task : firstTest(task.tasks);
    if (found !== undefined) return found;
  }
  return undefined;
};

function nameOf({ name, suite }) {
  return `${suite === undefined ? '' : nameOf(suite)} ${name}`.trim();
}

if (inject('mode') === 'dry-run') {
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern what is asked for.
  beforeAll(({}, file) => {
    const first = firstTest(file.tasks);
    const stryker = globalThis[inject('globalNamespace')];
    if (first !== undefined) stryker.currentTestId = `${file.filepath}#${nameOf(first)}`;
  });
}
