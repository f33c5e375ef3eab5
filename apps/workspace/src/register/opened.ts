import {
  type Encoding,
  fits,
  type Mapping,
  openRegister,
  type Proposal,
  propose,
  readColumns,
  type Refusal,
  type Register,
  type Table,
  type Words,
} from '@dayaq/register';

/** A file of which one sheet is read. */
export interface Opened {
  file: string;
  bytes: Uint8Array;
  register: Register;
  sheet: string;
  table: Table;
  proposal: Proposal;
  mapping: Mapping;
  /** Whether what was chosen before is for these columns, for others, or nothing was. */
  kept: 'these' | 'others' | 'none';
}

export interface Asked {
  sheet?: string;
  encoding?: Encoding;
  header?: number;
}

/** Reads a file and proposes what its columns are. `asked`: what a person chose otherwise than it was found. */
export function openFile(
  file: string,
  bytes: Uint8Array,
  words: Words,
  year: number,
  kept: readonly Mapping[],
  asked: Asked = {},
): { ok: true; value: Opened } | { ok: false; refusal: Refusal } {
  const register = openRegister(bytes, asked.encoding);
  if (!register.ok) return register;
  // The first sheet of a workbook may be its cover.
  const sheets = asked.sheet === undefined ? register.value.sheets : [asked.sheet];
  let refusal: Refusal = { code: 'empty' };
  for (const [i, sheet] of sheets.entries()) {
    const read = register.value.read(sheet);
    const table = read.ok ? readColumns(read.value, asked.header) : read;
    if (!table.ok) {
      if (i === 0) ({ refusal } = table);
      continue;
    }
    const proposal = propose(table.value, words, year);
    const known = kept.find((mapping) => fits(mapping, table.value));
    return {
      ok: true,
      value: {
        file,
        bytes,
        register: register.value,
        sheet,
        table: table.value,
        proposal,
        mapping: known ?? proposal.mapping,
        kept: known !== undefined ? 'these' : kept.length > 0 ? 'others' : 'none',
      },
    };
  }
  return { ok: false, refusal };
}
