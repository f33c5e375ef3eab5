import type { Placed, Prepared } from './prepared.ts';
import { readExpression } from './expression.ts';

/** Questions whose answers together leave so few people that somebody who knows one of them could tell who wrote. */
export interface Few {
  readonly names: readonly string[];
  /** How many different combinations of answers there are. */
  readonly combinations: number;
  /** How many people a combination leaves on average, of those expected to answer. */
  readonly people: number;
}

/** Years of age that are asked of adults when nobody bounds them. */
const AGES = 60;
const NUMBERS = 50;
const DAYS = 365;
/** Questions of which combinations are looked at: more would be a wall of warnings. */
const MOST_TELLING = 8;

/** How many different answers a question has; a number asked freely is taken for a wide one. */
export function widthOf({ question, constraint }: Placed): number {
  switch (question.type) {
    case 'one':
      return (question.choices?.length ?? 0) + (question.other === true ? 1 : 0);
    case 'integer':
    case 'decimal':
      return (
        boundsOf(question.constraint, constraint !== null) ?? (question.tells === 'age' ? AGES : NUMBERS)
      );
    case 'date':
      return question.tells === 'age' ? AGES * DAYS : DAYS;
    default:
      return 1;
  }
}

/** Of `. >= 18 and . <= 35` how many whole numbers lie between. */
function boundsOf(text: string | undefined, isRead: boolean): number | null {
  if (text === undefined || !isRead || !readExpression(text).ok) return null;
  const least = /\.\s*>(=?)\s*(\d+)/.exec(text);
  const most = /\.\s*<(=?)\s*(\d+)/.exec(text);
  if (least === null || most === null) return null;
  const from = Number(least[2]) + (least[1] === '=' ? 0 : 1);
  const to = Number(most[2]) - (most[1] === '=' ? 0 : 1);
  return to >= from ? to - from + 1 : null;
}

/**
 * Combinations of two or three questions that tell who somebody is, and leave fewer than `threshold` of the `expected` people on
 * average: an estimate, as if all answers were as frequent; in truth some are rarer still. Shortest and narrowest first; what holds a
 * combination that is named already is not named again.
 */
export function fewPeople(prepared: Prepared, expected: number, threshold: number): Few[] {
  const telling = prepared.placed
    .filter((each) => each.question.tells !== undefined && widthOf(each) > 1)
    .slice(0, MOST_TELLING);
  const found: Few[] = [];
  for (const size of [1, 2, 3]) {
    for (const chosen of combinations(telling, size)) {
      const names = chosen.map(({ question }) => question.name);
      if (found.some((each) => each.names.every((name) => names.includes(name)))) continue;
      const count = chosen.reduce((product, each) => product * widthOf(each), 1);
      if (expected / count < threshold) found.push({ names, combinations: count, people: expected / count });
    }
  }
  return found.sort((a, b) => a.names.length - b.names.length || a.people - b.people);
}

function combinations<T>(of: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return of.flatMap((first, at) => combinations(of.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}
