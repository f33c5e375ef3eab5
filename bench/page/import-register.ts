import { dryRun, readChosen, RowPlanner, valueKey } from '@dayaq/register';
import type { VaultConnection } from '@dayaq/vault/client';
import { allWords } from '../../apps/workspace/src/register/all-words.ts';
import { bringIn } from '../../apps/workspace/src/register/bring.ts';
import { openFile } from '../../apps/workspace/src/register/opened.ts';

const YEAR = 2026;
const TODAY = '2026-06-01';

/** What a person does on the page of a register, without the pressing. */
export async function importRegister(
  vault: VaultConnection,
  base64: string,
): Promise<{ brought: number; seen: number }> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const words = await allWords('az');
  const read = readChosen(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const { table, mapping } = openFile('register.csv', bytes, read.value, words, YEAR, []);
  mapping.status = 'in-progress';
  for (const use of mapping.uses)
    if (use.as === 'field' && use.target.field === 'populations')
      use.choices[valueKey('LGBT')] = { code: 'trans' };
  const reports = await dryRun(table, mapping, words, TODAY, () => Promise.resolve(true));
  const ready = (reports ?? []).flatMap(({ comes, isFirst }) => (comes !== null && isFirst ? [comes] : []));
  const planner = new RowPlanner(table, mapping, words, TODAY);
  const { space } = await vault.status();
  const ended = await bringIn(
    vault,
    {
      id: 'bench',
      space: space ?? '',
      file: 'register.csv',
      columns: '',
      began: Date.now(),
      total: 0,
      done: 0,
      state: 'begun',
      lists: 0,
    },
    ready.length,
    false,
    (at) => planner.plan(...(planner.cases[ready[at] ?? 0] ?? [])),
    () => undefined,
    () => false,
  );
  if (ended.is !== 'done') throw new Error(ended.is === 'failed' ? ended.failure.code : 'stopped');
  return { brought: ended.brought, seen: table.rows.length };
}
