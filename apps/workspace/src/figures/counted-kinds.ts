import { COUNTED } from '@dayaq/domain/count';

/** Kinds whose change changes figures: those that are counted, and the word of those whom they concern. */
export const COUNTED_KINDS: readonly string[] = [...COUNTED.map(({ kind }) => kind), 'consent'];
