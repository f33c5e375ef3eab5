import { PLAIN_QUESTION, writeQuestion } from '@dayaq/domain/count';
import type { Value } from '@dayaq/vault/client';
import { expect, it } from 'vitest';
import { whatLeaves } from './counts-leaving.ts';
import { indicatorsOf } from './indicators.ts';
import { record } from './testing/records.ts';

const ASKED = writeQuestion(PLAIN_QUESTION);
const LOST = writeQuestion({ ...PLAIN_QUESTION, by: [{ by: 'violation.noSuchField' }] });

/** Which measurements of a sheet leave. */
function leaving(unit: string, measured: Readonly<Record<string, Record<string, Value>>>): string[] {
  const records = [
    record('indicator', 'indicator', { commitment: 'promised', aspect: 'outcome', name: 'Heard' }),
    record('sheet', 'indicator-sheet', { indicator: 'indicator', since: { day: '2025' }, unit, aim: 'more' }),
    ...Object.entries(measured).map(([id, values], at) =>
      record(id, 'measurement', { sheet: 'sheet', date: { day: `2026-0${at + 1}-01` }, ...values }),
    ),
  ];
  const sheet = indicatorsOf('promised', records)[0]?.sheets[0];
  return sheet === undefined ? [] : whatLeaves(sheet).shown.map(({ id }) => id);
}

it('a small number of our own cases does not leave, whatever its sheet calls what it counts', () => {
  const measured = {
    byHand: { least: 3 },
    few: { least: 3, figure: 'kept', asked: ASKED },
    upToFew: { least: 0, most: 4, figure: 'kept', asked: ASKED },
    many: { least: 11, figure: 'kept', asked: ASKED },
  };
  expect(leaving('percent', measured)).toEqual(['byHand', 'many']);
  expect(leaving('persons', measured)).toEqual(['many']);
});

it('a number whose question has lost its field does not leave until somebody decides', () => {
  expect(leaving('cases', { asked: { least: 11, asked: ASKED }, lost: { least: 11, asked: LOST } })).toEqual([
    'asked',
  ]);
});
