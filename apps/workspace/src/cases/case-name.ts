import type { CaseMention } from '@dayaq/vault/client';

/** What a case is called where several stand together: many have the same alias, and none the same reference. */
export const caseName = ({ alias, reference }: Pick<CaseMention, 'alias' | 'reference'>): string =>
  [alias, reference].filter(Boolean).join(' · ');
