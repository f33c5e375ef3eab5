import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DemoLogin } from './seed.ts';

/** Notes that a seeding has begun: if it is interrupted, the next start can say so. */
export async function markUnfinished(file: string): Promise<void> {
  await writeFile(file, '{"unfinished":true}\n', { mode: 0o600 });
}

/** Keeps what opens every account of the demo, readable, beside its data: only ever done for invented people. */
export async function keepLogins(file: string, logins: readonly DemoLogin[]): Promise<void> {
  await writeFile(file, `${JSON.stringify({ logins }, null, 2)}\n`, { mode: 0o600 });
}

/** The logins of an earlier run; null where none was made here. Throws where one was begun and not finished. */
export async function readLogins(file: string): Promise<DemoLogin[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const { logins } = JSON.parse(text) as { logins?: DemoLogin[] };
  if (logins === undefined) {
    throw new Error(`an earlier run was interrupted. Delete ${dirname(file)} and run it again.`);
  }
  return logins;
}

/** What the person at the machine reads. */
export function describeLogins(logins: readonly DemoLogin[], origin: string): string {
  const lines = [
    '',
    `The demo world is at ${origin}`,
    '',
    'All people and both organisations in it are invented. Three cases (Zeinab, Zaur, Samir) tell stories that were',
    'published with changed names; days and other details that the stories leave open are invented too.',
    '',
    `To come in as somebody, open ${origin}/restore and give the kit and the passphrase.`,
    'Use a private window, or another browser, for each further person.',
  ];
  let organisation = '';
  for (const login of logins) {
    if (login.organisation !== organisation) {
      organisation = login.organisation;
      lines.push('', organisation);
    }
    lines.push(
      '',
      `  ${login.name}, ${login.role}${login.keyholder ? ' and keyholder' : ''}`,
      `    address     ${origin}/restore`,
      `    kit         ${login.kit.join(' ')}`,
      `    passphrase  ${login.passphrase}`,
    );
  }
  lines.push('');
  return lines.join('\n');
}
