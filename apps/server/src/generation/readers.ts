import type { AccountId, GenerationHeader } from '@dayaq/sealing/verify';

/** The accounts that a header grants the key to; empty when it grants to the whole epoch. */
export function readersOf(header: GenerationHeader): AccountId[] {
  return header.grants.flatMap((grant) => (grant.to === 'account' ? [grant.account] : []));
}
