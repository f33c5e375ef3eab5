import type { Erasures } from '../client.ts';
import type { Gates } from '../gates.ts';

export function erasures(gates: Gates): Erasures {
  return {
    erase: (request, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.eraseDossier(unlocked, ring, request)),
    erasures: (at) => gates.inSpace(at, [], (inside, unlocked, ring) => inside.erasureViews(unlocked, ring)),
  };
}
