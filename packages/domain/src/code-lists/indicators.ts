/** Lists about how it is measured what became of a commitment. */
import { flat } from './list.ts';

/** What OHCHR's indicators tell apart: what is laid down, what is done about it, what comes of it. */
export const INDICATOR_ASPECTS = flat('indicator-aspects', 'closed', ['structural', 'process', 'outcome']);
export const INDICATOR_UNITS = flat('indicator-units', 'worker', [
  'persons',
  'cases',
  'acts',
  'services',
  'places',
  'sessions',
  'days',
  'percent',
  'laws',
]);
/** Which way is better. */
export const INDICATOR_AIMS = flat('indicator-aims', 'closed', ['more', 'less']);
export const DISAGGREGATIONS = flat('disaggregations', 'closed', [
  'gender',
  'population',
  'age',
  'area',
  'settlement',
]);
export const SETTLEMENTS = flat('settlements', 'closed', ['urban', 'rural']);
