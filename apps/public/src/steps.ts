import { forgetKeeping, switchKeeping } from './keeping.ts';
import { on, part } from './page.ts';
import type { Sending } from './send.ts';
import { attempt, say, tell } from './words.ts';

/** What somebody goes through who writes and comes back: it is written, they keep what opens the answers, it goes, it is sent. */
const STEPS = ['letter', 'keep', 'sending', 'sent'] as const;
type Step = (typeof STEPS)[number];

export function show(step: Step): void {
  for (const id of STEPS) part(id).hidden = id !== step;
  // To whom else one can turn is read before anything is written, not above what comes of it.
  const outside = document.getElementById('outside');
  if (outside !== null) outside.hidden = step !== 'letter';
  part(step).querySelector('h2')?.focus();
  scrollTo(0, 0);
}

/** Whether it went; where not, that is said, at the step at which something can be done about it. */
export async function goes(send: (signal: AbortSignal) => Promise<Sending>): Promise<boolean> {
  const stopping = new AbortController();
  part('stop').addEventListener('click', () => stopping.abort(), { once: true });
  show('sending');
  const done = await send(stopping.signal).catch(() => 'failed' as const);
  if (done === 'sent') {
    forgetKeeping();
    show('sent');
    return true;
  }
  show(done === 'changed' ? 'letter' : 'keep');
  tell(done === 'changed' ? 'problem' : 'keep-problem', say(`send.${done}`));
  return false;
}

/** @param toKeeping from what was written to what opens the answers @param sendIt from there on */
export function startSteps(toKeeping: () => Promise<void>, sendIt: () => Promise<void>): void {
  on('letter', 'submit', () => attempt(toKeeping, 'problem'));
  on('keep', 'submit', () => attempt(sendIt, 'keep-problem'));
  on('change', 'click', () => show('letter'));
  on('other', 'click', switchKeeping);
}
