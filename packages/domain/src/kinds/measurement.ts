import {
  byProgram,
  code,
  counted,
  DATE,
  line,
  lines,
  link,
  ordinary,
  PLACE,
  reference,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';
import { AMOUNT } from './indicator-sheet.ts';

/**
 * A number that was found for a sheet, as its source gives it. Where that gives only a range, `most` is its other end; where it
 * is of some people alone, it says of whom.
 */
export const MEASUREMENT = defineKind({
  kind: 'measurement',
  level: 'part',
  title: ['date', 'least'],
  groups: {
    form: ['date', 'least', 'most', 'source', 'words'],
    gender: ['gender', 'genderOther'],
    population: ['population', 'populationOther'],
    age: ['ageBand'],
    area: ['area'],
    settlement: ['settlement'],
  },
  fields: [
    ordinary('sheet', reference('indicator-sheet'), { ...counted, required: true, once: true }),
    ordinary('date', DATE, { ...counted, required: true }),
    ordinary('least', AMOUNT, { ...counted, required: true }),
    ordinary('most', AMOUNT, counted),
    ordinary('source', line(300), { required: true }),
    ...withOther(ordinary('gender', code('gender-identities'), counted)),
    ...withOther(ordinary('population', code('populations'), counted)),
    ordinary('ageBand', code('age-bands'), counted),
    ordinary('area', PLACE, counted),
    ordinary('settlement', code('settlements'), counted),
    ordinary('words', lines(2000)),
    // The kept question that it answers, where it was counted on a device of ours, and how it was asked then (`writeQuestion`).
    ordinary('figure', link('space', 'figure'), byProgram),
    ordinary('asked', lines(4000), { ...byProgram, search: false, once: true }),
  ],
});
