import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In the data folder; holds nothing. Whoever makes backups watches it (`deploy/dayaq-backup.path`). */
export const TEAM_MARK = 'team-changed';

/**
 * Marks, each time that a team changed, that the newest backup is too old: devices tell a server that was put back
 * of such a change, but two that part cannot be made one. Answers at once; where the mark cannot be written
 * the nightly backup remains.
 */
export function openTeamMark(dataDir: string): () => void {
  const file = join(dataDir, TEAM_MARK);
  return () => void writeFile(file, '', { mode: 0o600 }).catch(() => undefined);
}
