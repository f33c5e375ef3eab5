import type { Surroundings } from '@dayaq/vault';

/**
 * A clock that the seeding moves through the years: what is saved "in March 2024" is signed with that time. Vaults on
 * this clock sync only when told, so that a round of work costs one exchange.
 */
export class DemoClock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  set(moment: number): void {
    this.#now = moment;
  }

  get surroundings(): Pick<Surroundings, 'now' | 'later'> {
    return {
      now: () => this.#now,
      later: (ms, run) => {
        // A wait of nothing is only a breath between two pieces of work; everything longer would be a sync by itself.
        if (ms > 0) return () => undefined;
        const timer = setTimeout(run, 0);
        return () => clearTimeout(timer);
      },
    };
  }
}
