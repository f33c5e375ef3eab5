import { isSmall, protectCounts } from './counts.ts';

/** A number that was found, with what is needed to know whether it tells of single people. */
export interface CountedThing {
  id: string;
  /** As precise as it is. */
  day: string;
  /** What it is broken down by; nothing: it is of all. */
  by: readonly string[];
  least: number;
  most: number;
}

/** In these no number is one of people. Whatever else it is, it could be. */
const OF_NOBODY: readonly string[] = ['services', 'places', 'sessions', 'days', 'percent', 'laws'];

/** The small number that could stand behind a range. */
const atLeast = ({ least, most }: Pick<CountedThing, 'least' | 'most'>): number => (least > 0 ? least : most);

/**
 * The ids of those numbers of a sheet that may leave: none is small, and no small one is what another less the others is. What is
 * broken down by two things at once does not leave. @param unit code of the list `indicator-units`
 */
export function countsThatLeave(unit: string, counted: readonly CountedThing[]): ReadonlySet<string> {
  if (OF_NOBODY.includes(unit)) return new Set(counted.map(({ id }) => id));
  const leave = new Set<string>();
  for (const day of new Set(counted.map((each) => each.day))) {
    const found = counted.filter((each) => each.day === day);
    const whole = found.filter(({ by }) => by.length === 0);
    for (const each of whole) if (!isSmall(atLeast(each))) leave.add(each.id);
    for (const by of new Set(found.flatMap((each) => (each.by.length === 1 ? each.by : [])))) {
      const parts = found.filter((each) => each.by.length === 1 && each.by[0] === by);
      // Two that say how many there are in all, differently: nobody knows what is left of which.
      const rest = whole.map((each) => atLeast(each) - parts.reduce((sum, part) => sum + atLeast(part), 0));
      const shown = protectCounts([...parts.map(atLeast), ...rest.filter((count) => count > 0)]);
      for (const [at, part] of parts.entries()) if (shown[at] !== null) leave.add(part.id);
    }
  }
  return leave;
}
