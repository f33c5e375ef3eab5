/** What a register may be at the most. A larger one is refused with words, before any of it is kept. */
export const LIMITS = {
  /** Bytes of the file. */
  bytes: 32 * 1024 * 1024,
  /** Bytes of a workbook's parts when they are unpacked: what a phone can hold. */
  unpacked: 64 * 1024 * 1024,
  rows: 50_000,
  columns: 200,
  /** Characters of a cell. */
  cell: 30_000,
  sheets: 100,
  /** Cells that are shown as one; what is merged beyond stays as it is. */
  merges: 2000,
  /** Characters that may be a date. */
  date: 80,
} as const;
