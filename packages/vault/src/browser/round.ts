import type { InterviewRound } from '../client.ts';
import { Interviews } from '../surveys/round.ts';
import { openBrowserKeep } from './keep.ts';

export type { Interviews } from '../surveys/round.ts';

/** A round of interviews on this device, which is locked meanwhile. @param store of whose shelf (`shelf.ts`) */
export const interviewsOn = (store: string, round: InterviewRound): Interviews =>
  new Interviews(round, openBrowserKeep(store));
