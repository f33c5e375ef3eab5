import type { Likenesses } from '../client.ts';
import type { Gates } from '../gates.ts';

export function likenesses(gates: Gates): Likenesses {
  return {
    alike: (query, at) =>
      gates.inSpace(at, [], (inside, { engine }, { space }) => inside.alikeTo(engine, space, query)),
    numbered: (numbers, at) =>
      gates.inSpace<Record<string, string>>(at, {}, (inside, { engine }, { space }) =>
        inside.numbered(engine, space, numbers),
      ),
    likelyPairs: (after, at) =>
      gates.inSpace(at, { pairs: [], next: null, share: 1 }, (inside, { engine }, { space }) =>
        inside.likelyPairs(engine, space, after),
      ),
  };
}
