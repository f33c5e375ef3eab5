import { DEFENDER } from './defender.ts';
import type { Instrument } from './instrument.ts';
import { PARTNER_FAMILY } from './partner-family.ts';

export const INSTRUMENTS: Readonly<Record<Instrument['instrument'], Instrument>> = {
  'partner-family': PARTNER_FAMILY,
  defender: DEFENDER,
};

/** The instrument of that code, or undefined for one of a newer version. */
export function instrumentOf(code: unknown): Instrument | undefined {
  return typeof code === 'string' && Object.hasOwn(INSTRUMENTS, code)
    ? INSTRUMENTS[code as Instrument['instrument']]
    : undefined;
}
