import type { BearingAnswer, FigureAnswer, Figures, PatternsAnswer } from '../client.ts';
import type { Gates } from '../gates.ts';

export function figures(gates: Gates): Figures {
  return {
    figure: (question, today, at) =>
      gates.inSpace<FigureAnswer>(at, { is: 'locked' }, (inside, unlocked, ring) =>
        inside.figure(unlocked, ring, question, today),
      ),
    patterns: (today, at) =>
      gates.inSpace<PatternsAnswer>(at, { is: 'locked' }, (inside, unlocked, ring) =>
        inside.patterns(unlocked, ring, today),
      ),
    bearing: ({ commitment, about }, at) =>
      gates.inSpace<BearingAnswer>(at, { is: 'locked' }, (inside, unlocked, ring) =>
        inside.bearing(unlocked, ring, commitment, about),
      ),
  };
}
