import { checkData } from '../backup/check.ts';
import { Problem } from '../problem.ts';
import type { Environment } from './environment.ts';
import { withData } from './open.ts';

/** Says whether what is stored is whole and agrees with itself. */
export async function check(environment: Environment): Promise<void> {
  const { faults, spaces, entries, chunks } = await withData(environment, ({ data, blobs }) =>
    checkData(data.db, blobs),
  );
  if (faults.length > 0) throw new Problem(faults.join('\n'));
  environment.say(`All is well: ${spaces} organisations, ${entries} entries, ${chunks} file chunks.`);
}
