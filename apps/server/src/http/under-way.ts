import type { Caller } from './caller.ts';

/** How many requests may be under way at a time. */
export interface UnderWayBounds {
  /** Without a session of this server: from one home, from one /48, and from everywhere. */
  perHome: number;
  perSite: number;
  strangers: number;
  /** Of one account, and its open streams of nudges. */
  perAccount: number;
  streamsPerAccount: number;
}

/** Counts what is under way by name. What has ended is forgotten, so there is never more to remember than is open. */
export class UnderWay {
  readonly #bounds: UnderWayBounds;
  readonly #counts = new Map<string, number>();

  constructor(bounds: UnderWayBounds) {
    this.#bounds = bounds;
  }

  /** A stranger's request begins: what ends it, or null when too many are under way. */
  stranger({ home, site }: Caller): (() => void) | null {
    const { perHome, perSite, strangers } = this.#bounds;
    const places: [string, number][] = [
      ['everywhere', strangers],
      [`home ${home}`, perHome],
    ];
    if (site !== null) places.push([`site ${site}`, perSite]);
    return this.#enter(places);
  }

  account(name: string): (() => void) | null {
    return this.#enter([[`account ${name}`, this.#bounds.perAccount]]);
  }

  stream(name: string): (() => void) | null {
    return this.#enter([[`stream ${name}`, this.#bounds.streamsPerAccount]]);
  }

  #enter(places: readonly (readonly [string, number])[]): (() => void) | null {
    for (const [place, most] of places) if ((this.#counts.get(place) ?? 0) >= most) return null;
    for (const [place] of places) this.#counts.set(place, (this.#counts.get(place) ?? 0) + 1);
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      for (const [place] of places) {
        const left = (this.#counts.get(place) ?? 1) - 1;
        if (left === 0) this.#counts.delete(place);
        else this.#counts.set(place, left);
      }
    };
  }
}
