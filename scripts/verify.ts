// `npm run verify -- bundle.zip`: the same as `dayaq verify`, without a build.
import { resolve } from 'node:path';
import { verify } from '../apps/server/src/command/verify.ts';
import { Problem } from '../apps/server/src/problem.ts';

const [file] = process.argv.slice(2);
try {
  if (file === undefined) throw new Problem('Say which: npm run verify -- BUNDLE.zip');
  // npm changes to the repository's folder; the person meant theirs.
  await verify(resolve(process.env['INIT_CWD'] ?? '.', file), console.log);
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}
