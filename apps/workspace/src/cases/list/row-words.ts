import { codeOf } from '@dayaq/domain';
import type { CaseRow } from '@dayaq/vault/client';
import { marked } from '../../list/marks.ts';

/** The one thing that a row says about its case besides its name. */
export type Badge =
  | { says: 'conflict'; tone: 'w' }
  | { says: 'danger'; tone: 'd'; level: 'high' | 'critical' }
  | { says: 'hours'; tone: 'd' }
  | { says: 'overdue'; tone: 'w'; days: number }
  | { says: 'due-today'; tone: 'w' }
  | { says: 'outcome'; tone: 'o' | 'n'; code: string }
  | { says: 'status'; tone: 'a' | 'n'; code: string };

const DAY = 86_400_000;

/**
 * What most needs to be seen: danger, then what is counted in hours, then two versions, then how it ended, then something overdue or due today, then how it
 * stands. Two versions of the danger count as the higher one: that they are two is said in the case, where one decides.
 */
export function badgeOf(row: CaseRow, today: string): Badge {
  const isEnded = row.status === 'closed' && row.outcome !== '';
  if (row.danger !== '' && !isEnded) return { says: 'danger', tone: 'd', level: row.danger };
  if (row.hours && row.status !== 'closed') return { says: 'hours', tone: 'd' };
  if (row.conflict) return { says: 'conflict', tone: 'w' };
  if (isEnded) return { says: 'outcome', tone: row.outcome === 'resolved' ? 'o' : 'n', code: row.outcome };
  if (row.status !== 'closed' && row.due !== '') {
    const days = Math.round((Date.parse(today) - Date.parse(row.due)) / DAY);
    if (days > 0) return { says: 'overdue', tone: 'w', days };
    if (days === 0) return { says: 'due-today', tone: 'w' };
  }
  return { says: 'status', tone: row.status === 'new' ? 'a' : 'n', code: row.status };
}

/** At most two violations, the exact ones before the branch that holds them. */
export function violationsToShow(codes: readonly string[]): string[] {
  const exact = codes.filter((code) => codeOf('violation-types', code)?.parent !== undefined);
  return (exact.length > 0 ? exact : [...codes]).slice(0, 2);
}

/**
 * What a row tells of its case: the summary, or while searching the words that were found, in context. Where the name
 * and the reference above already show all that was looked for, the summary stays.
 */
export function toldOf(row: CaseRow, search: string): string {
  const words = search.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || row.snippet === '') return row.summary;
  const heading = `${row.alias} ${row.reference}`;
  if (row.summary !== '' && words.every((word) => finds(heading, word))) return row.summary;
  const told = withoutHeading(row.snippet, [row.reference, row.alias]);
  return finds(told, search) ? told : row.summary || told;
}

/** What was found without what stands in the row's head already, wherever in the case it was written again. */
function withoutHeading(found: string, heading: readonly string[]): string {
  const known = heading.filter((word) => word !== '');
  const pieces = found
    .split(/\s*·\s*/)
    .map((piece) => {
      let rest = piece.trim();
      for (const word of known) if (`${rest} `.startsWith(`${word} `)) rest = rest.slice(word.length).trim();
      return rest;
    })
    .filter((piece) => piece !== '' && !known.includes(piece));
  return pieces.join(' · ');
}

function finds(text: string, search: string): boolean {
  return marked(text, search).some((piece) => piece.found);
}
