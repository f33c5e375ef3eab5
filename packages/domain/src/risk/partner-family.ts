import type { Instrument } from './instrument.ts';

/** Violence by a partner or by the family. Asked aloud, alone with the person, as far as they want to answer. */
export const PARTNER_FAMILY: Instrument = {
  instrument: 'partner-family',
  version: 1,
  list: 'risk-partner',
  prefix: 'partner',
  questions: [
    { question: 'getting-worse', part: 'danger', weight: 2 },
    { question: 'threat-to-kill', part: 'danger', weight: 4, critical: true },
    { question: 'choked', part: 'danger', weight: 4, critical: true },
    { question: 'weapon', part: 'danger', weight: 4, critical: true },
    { question: 'forced-sex', part: 'danger', weight: 4, critical: true },
    { question: 'hit-pregnant', part: 'danger', weight: 4, critical: true },
    { question: 'fears-death', part: 'danger', weight: 4, critical: true },
    { question: 'left-recently', part: 'danger', weight: 2 },
    { question: 'watched', part: 'danger', weight: 2 },
    { question: 'locked-in', part: 'danger', weight: 4, critical: true },
    { question: 'controls', part: 'danger', weight: 1 },
    { question: 'children-hurt', part: 'danger', weight: 3 },
    { question: 'family-honour', part: 'danger', weight: 4, critical: true },
    { question: 'outing-threat', part: 'danger', weight: 2 },
    { question: 'own-death-threat', part: 'danger', weight: 2 },
    { question: 'drink-drugs', part: 'danger', weight: 1 },
    { question: 'order-ignored', part: 'danger', weight: 2 },
    { question: 'nowhere-to-go', part: 'danger', weight: 2 },
  ],
  combine: { way: 'sum' },
  reaches: { high: 6, critical: 12 },
  limits: ['orders-attention', 'own-judgement', 'not-tested', 'silence-is-not-safety'],
  reviewDays: { low: 90, raised: 30, high: 7, critical: 1 },
};
