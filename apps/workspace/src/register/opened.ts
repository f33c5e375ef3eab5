import { type Chosen, fits, type Mapping, type Proposal, propose, type Words } from '@dayaq/register';

/** A file of which one sheet is read, and what its columns are. */
export interface Opened extends Chosen {
  file: string;
  bytes: Uint8Array;
  proposal: Proposal;
  mapping: Mapping;
  /** Whether what was chosen before is for these columns, for others, or nothing was. */
  kept: 'these' | 'others' | 'none';
}

/** Proposes what the columns of a file are, or takes what was chosen for them before. */
export function openFile(
  file: string,
  bytes: Uint8Array,
  chosen: Chosen,
  words: Words,
  year: number,
  kept: readonly Mapping[],
): Opened {
  const known = kept.find((mapping) => fits(mapping, chosen.table));
  const proposal = propose(chosen.table, words, year, known?.about);
  return {
    ...chosen,
    file,
    bytes,
    proposal,
    mapping: known ?? proposal.mapping,
    kept: known !== undefined ? 'these' : kept.length > 0 ? 'others' : 'none',
  };
}
