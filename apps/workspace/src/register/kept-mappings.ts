import { type Mapping, readMapping } from '@dayaq/register';
import type { Value, Vault } from '@dayaq/vault/client';

type Kept = Pick<Vault, 'preference' | 'setPreference'>;

const NAME = 'register.mappings';
/** Sorts of registers whose columns are remembered. */
const MOST = 20;

/** What was chosen for the columns of earlier files, the latest first. */
export async function keptMappings(vault: Kept): Promise<Mapping[]> {
  const kept = await vault.preference(NAME);
  if (!Array.isArray(kept)) return [];
  return kept.map(readMapping).filter((mapping) => mapping !== null);
}

/** Keeps what is chosen, in the stead of what was chosen for the same columns before. */
export async function keepMapping(vault: Kept, mapping: Mapping): Promise<void> {
  const key = mapping.columns.join('\n');
  const others = (await keptMappings(vault)).filter(({ columns }) => columns.join('\n') !== key);
  await vault.setPreference(NAME, [mapping, ...others].slice(0, MOST) as unknown as Value);
}
