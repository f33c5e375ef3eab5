import { parseCsv } from '@dayaq/domain/csv';
import { decode, type Encoding, encodingOf } from './encoding.ts';
import { LIMITS } from './limits.ts';
import { type Read, refused, type Sheet, type SheetRow } from './table.ts';

/** Separators, those that words hardly contain first. */
const SEPARATORS = ['\t', ';', '|', ','] as const;
/** Lines by which the separator is found. */
const LOOKED_AT = 30;

/**
 * A text file as a sheet: any of the usual separators and encodings.
 * @param encoding what a person chose; else it is found
 */
export function readText(
  bytes: Uint8Array,
  encoding: Encoding = encodingOf(bytes),
): Read<{ sheet: Sheet; encoding: Encoding }> {
  const text = decode(bytes, encoding);
  // Pictures and programs have these, tables never.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 4096))) return refused('no-table');
  const { told, rest, before } = toldSeparator(text);
  const parsed = parseCsv(rest, told ?? separatorOf(rest));
  if (!parsed.ok) return refused('quote', { row: parsed.line + before });
  if (parsed.lines.length > LIMITS.rows + LOOKED_AT) return refused('too-many-rows');
  const rows: SheetRow[] = parsed.lines.map(({ line, cells }) => ({ number: line + before, cells }));
  const wide = rows.find(({ cells }) => cells.length > LIMITS.columns);
  if (wide !== undefined) return refused('too-many-columns', { row: wide.number });
  return {
    ok: true,
    value: {
      sheet: { name: '', rows, hiddenColumns: new Set(), hiddenRows: 0, merges: [], cut: cutRows(rows) },
      encoding,
    },
  };
}

/** A larger share of short rows, and the program leaves out empty cells at the end. */
const FEW_SHORT = 0.1;

/** Rows that have fewer cells than nearly all others. */
function cutRows(rows: readonly SheetRow[]): ReadonlySet<number> {
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [usual = 0] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
  const short = rows.filter(({ cells }) => cells.length < usual && cells.some((cell) => cell.trim() !== ''));
  return new Set(short.length <= rows.length * FEW_SHORT ? short.map(({ number }) => number) : []);
}

/** Excel says the separator on a first line of its own: `sep=;`. */
function toldSeparator(text: string): { told: string | null; rest: string; before: number } {
  const line = /^\ufeff?sep=([^"\r\n])\r?\n/i.exec(text);
  return line === null
    ? { told: null, rest: text, before: 0 }
    : { told: line[1] ?? null, rest: text.slice(line[0].length), before: 1 };
}

/** The one by which most lines have the same number of cells, and more than one. */
function separatorOf(text: string): string {
  const sample = text.slice(0, 100_000).split(/\r?\n/, 200).slice(0, LOOKED_AT).join('\n');
  let best: string = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    // The sample may end within a quotation: then the lines before it are looked at.
    const parsed = parseCsv(sample, separator);
    const lines = parsed.ok ? parsed.lines : upTo(sample, parsed.line, separator);
    const widths = new Map<number, number>();
    for (const { cells } of lines) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    for (const [width, count] of widths) {
      const score = width > 1 ? count * Math.min(width, 6) : 0;
      if (score > most) [best, most] = [separator, score];
    }
  }
  return best;
}

function upTo(sample: string, line: number, separator: string): { cells: string[] }[] {
  const before = sample
    .split('\n')
    .slice(0, line - 1)
    .join('\n');
  const parsed = parseCsv(before, separator);
  return parsed.ok ? parsed.lines : [];
}
