import type { Letters } from '../client.ts';
import type { Gates } from '../gates.ts';

export function letters(gates: Gates): Letters {
  return {
    door: (at) => gates.inSpace(at, null, (inside, unlocked, ring) => inside.doorStanding(unlocked, ring)),
    proposeDoor: (request, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.proposeDoor(unlocked, ring, request)),
    openDoor: (seq, at) => gates.acting(at, (inside, unlocked, ring) => inside.openDoor(unlocked, ring, seq)),
    closeDoor: (at) => gates.acting(at, (inside, unlocked, ring) => inside.closeDoor(unlocked, ring)),
    answerLetter: (request) =>
      gates.acting(undefined, (inside, unlocked, ring) => inside.answerLetter(unlocked, ring, request)),
  };
}
