import type { Instrument } from './instrument.ts';

/**
 * Threats to a defender: threats × weaknesses ÷ strengths, after the idea that Front Line Defenders and Protection
 * International teach in public. Questions, weights and words are ours.
 */
export const DEFENDER: Instrument = {
  instrument: 'defender',
  version: 1,
  list: 'risk-defender',
  prefix: 'defender',
  questions: [
    { question: 'threat-harm', part: 'danger', weight: 4, critical: true },
    { question: 'threat-attacked', part: 'danger', weight: 4, critical: true },
    { question: 'threat-followed', part: 'danger', weight: 3 },
    { question: 'threat-more', part: 'danger', weight: 2 },
    { question: 'threat-power', part: 'danger', weight: 3 },
    { question: 'threat-colleagues', part: 'danger', weight: 2 },
    { question: 'threat-published', part: 'danger', weight: 3 },
    { question: 'threat-prosecution', part: 'danger', weight: 2 },
    { question: 'weak-home-known', part: 'weakness', weight: 2 },
    { question: 'weak-alone', part: 'weakness', weight: 1 },
    { question: 'weak-routine', part: 'weakness', weight: 1 },
    { question: 'weak-private', part: 'weakness', weight: 2 },
    { question: 'weak-papers', part: 'weakness', weight: 1 },
    { question: 'weak-devices', part: 'weakness', weight: 1 },
    { question: 'weak-dependants', part: 'weakness', weight: 1 },
    { question: 'weak-no-police', part: 'weakness', weight: 2 },
    { question: 'strong-check-in', part: 'strength', weight: 1 },
    { question: 'strong-place', part: 'strength', weight: 2 },
    { question: 'strong-lawyer', part: 'strength', weight: 1 },
    { question: 'strong-plan', part: 'strength', weight: 1 },
    { question: 'strong-means', part: 'strength', weight: 1 },
    { question: 'strong-allies', part: 'strength', weight: 2 },
  ],
  combine: { way: 'product', base: 4 },
  reaches: { high: 6, critical: 14 },
  limits: ['orders-attention', 'own-judgement', 'not-tested', 'silence-is-not-safety'],
  reviewDays: { low: 90, raised: 30, high: 7, critical: 1 },
};
