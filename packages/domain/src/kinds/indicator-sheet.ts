import { code, codes, counted, DATE, line, lines, ordinary, other, reference } from '../field.ts';
import { defineKind, type FieldType } from '../kind.ts';

/** A measured amount; decimals are taken. */
export const AMOUNT: FieldType = { is: 'number', min: 0, max: 1_000_000_000_000, integer: false };

const UNIT = ordinary('unit', code('indicator-units'), { ...counted, required: true, once: true });

/**
 * What an indicator measures from a day on. What it counts and in what is said once: whoever counts another thing, or
 * otherwise, writes another sheet, and what was measured by one is never joined to what was measured by the other.
 */
export const INDICATOR_SHEET = defineKind({
  kind: 'indicator-sheet',
  level: 'part',
  title: ['definition'],
  groups: {
    form: [
      'since',
      'definition',
      'unit',
      'unitOther',
      'aim',
      'method',
      'disaggregation',
      'baselineLeast',
      'baselineMost',
      'baselineDate',
      'baselineSource',
    ],
    rewritten: [
      'since',
      'method',
      'disaggregation',
      'baselineLeast',
      'baselineMost',
      'baselineDate',
      'baselineSource',
    ],
    facts: ['unit', 'aim', 'method', 'disaggregation', 'since'],
  },
  fields: [
    ordinary('indicator', reference('indicator'), { ...counted, required: true, once: true }),
    ordinary('since', DATE, { ...counted, required: true }),
    ordinary('definition', lines(2000), { required: true, once: true }),
    UNIT,
    other(UNIT),
    ordinary('aim', code('indicator-aims'), { ...counted, required: true, once: true }),
    // Where the numbers come from, and how they are put together.
    ordinary('method', lines(1000)),
    ordinary('disaggregation', codes('disaggregations'), counted),
    // How it stood before. Where only a range is known, from and to.
    ordinary('baselineLeast', AMOUNT, counted),
    ordinary('baselineMost', AMOUNT, counted),
    ordinary('baselineDate', DATE, counted),
    ordinary('baselineSource', line(300)),
  ],
});
