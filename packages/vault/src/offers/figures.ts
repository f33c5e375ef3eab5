import type { FigureAnswer, Figures } from '../client.ts';
import type { Gates } from '../gates.ts';

export function figures(gates: Gates): Figures {
  return {
    figure: (question, at) =>
      gates.inSpace<FigureAnswer>(at, { is: 'locked' }, (inside, unlocked, ring) =>
        inside.figure(unlocked, ring, question),
      ),
  };
}
