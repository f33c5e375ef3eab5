import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  count,
  Facts,
  narrowOf,
  PLAIN_QUESTION,
  type Question,
  readQuestion,
  writeQuestion,
} from './index.ts';
import { inventedDossiers, inventedQuestion } from './testing/invented.ts';
import { plainly, recount, type Recounted, type Told } from './testing/recount.ts';

/** Among the days that are invented. */
const TODAY = '2026-02-14';

function factsOf(told: readonly Told[]): Facts {
  const facts = new Facts();
  for (const { id, records } of told) {
    const narrow = narrowOf(id, records);
    // As it comes back from where it is kept.
    if (narrow !== null) facts.put(id, JSON.parse(JSON.stringify(narrow)));
  }
  return facts;
}

function counted(facts: Facts, question: Question): Recounted {
  const found = count(facts, question, TODAY);
  if (found === null) throw new Error('too large');
  return plainly(found);
}

describe('a count', () => {
  it('equals a plain recount, whatever there is and whatever is asked', () => {
    fc.assert(
      fc.property(inventedDossiers, inventedQuestion, (told, question) => {
        expect(counted(factsOf(told), question)).toEqual(recount(told, question));
      }),
      { numRuns: 400 },
    );
  });

  it('still does after cases were changed, erased and brought back', () => {
    fc.assert(
      fc.property(
        inventedDossiers,
        inventedDossiers,
        fc.array(fc.nat({ max: 7 }), { maxLength: 6 }),
        inventedQuestion,
        (before, after, erased, question) => {
          const facts = factsOf(before);
          counted(facts, question);
          const standing = new Map(before.map((each) => [each.id, each]));
          for (const each of after) {
            standing.set(each.id, each);
            facts.put(each.id, narrowOf(each.id, each.records) ?? { rows: {} });
          }
          for (const n of erased) {
            standing.delete(`case-${n}`);
            facts.remove(`case-${n}`);
          }
          expect(counted(facts, question)).toEqual(recount([...standing.values()], question));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is of nothing where there is nothing', () => {
    expect(count(new Facts(), { ...PLAIN_QUESTION, by: [{ by: 'month' }] }, TODAY)).toMatchObject({
      sides: [[]],
      cells: [],
      all: { low: 0, high: 0 },
    });
  });
});

describe('a question', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(inventedQuestion, (question) => {
        expect(readQuestion(writeQuestion(question))).toEqual({ question, lost: [] });
      }),
    );
  });

  it('says what it has lost, and never asks something else in silence', () => {
    const asked = {
      ...PLAIN_QUESTION,
      by: [{ by: 'violation.gone' }],
      only: { by: 'case.channel', code: 'gone' },
    };
    expect(readQuestion(writeQuestion(asked)).lost).toEqual(['violation.gone', 'case.channel']);
    for (const text of ['', '{', 'null', '{"unit":"souls"}', '{"from":"2026-13-01"}', '{"area":"xx"}'])
      expect(readQuestion(text).question).toEqual(PLAIN_QUESTION);
    expect(readQuestion('{"unit":"souls"}').lost).toEqual(['unit']);
    expect(readQuestion('{').lost).toEqual(['text']);
  });
});
