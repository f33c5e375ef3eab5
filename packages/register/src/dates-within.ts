import type { FuzzyDate } from '@dayaq/domain';
import { readDate } from './dates.ts';
import { LIMITS } from './limits.ts';

const HEARING = 'заседание|слушание|hearing|iclas|məhkəmə iclası|ҷаласа';
const DEADLINE = 'срок ответа|срок|не позднее|до|deadline|due|by|until|son tarix|müddət|мӯҳлат|то санаи';

/** A word for a day that lies ahead, and what stands behind it up to the next comma. */
const DATED = new RegExp(
  `(?:^|[\\s,;(])(?:(?<hearing>${HEARING})|(?:${DEADLINE}))\\s*:?\\s*(?<date>[^,;()]*\\d[^,;()]*)`,
  'giu',
);

/**
 * Days that stand among the words of a cell: "protection order, deadline 01.12.2026".
 * @returns the words without them
 */
export function datesWithin(
  cell: string,
  year: number,
): { rest: string; dates: { deadline?: FuzzyDate; hearing?: FuzzyDate } } {
  const dates: { deadline?: FuzzyDate; hearing?: FuzzyDate } = {};
  if (cell.length > LIMITS.date * 10) return { rest: cell, dates };
  const rest = cell.replace(DATED, (said: string, ...parts: unknown[]) => {
    const { hearing, date } = parts.at(-1) as { hearing?: string; date: string };
    const read = readDate(date.trim(), 'day-first', year);
    const field = hearing === undefined ? 'deadline' : 'hearing';
    if (read.is !== 'date' || dates[field] !== undefined) return said;
    dates[field] = read.date;
    return '';
  });
  return { rest: rest.replace(/[\s,;()]+$/u, ''), dates };
}
