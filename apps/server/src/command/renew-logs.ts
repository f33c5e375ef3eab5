import { renewLogs } from '../storage/former-logs.ts';
import type { Environment } from './environment.ts';
import { withData } from './open.ts';

/** For operators who put back a whole machine or folder, where the server itself cannot notice. */
export async function renewLogsNow(environment: Environment): Promise<void> {
  await withData(environment, ({ data }) => data.db.tables.transaction().execute(renewLogs));
  environment.say('Done. At their next visit, people’s devices send what this server lacks.');
}
