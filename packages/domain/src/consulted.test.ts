import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Consulted,
  CONSULTED_STEPS,
  type ConsultedStep,
  countBySide,
  countConsulted,
  proposalState,
  wasIt,
} from './consulted.ts';
import { tasksDue } from './tasks-due.ts';
import { packOf } from './packs/index.ts';

const one = (
  said: Partial<Record<ConsultedStep, string | string[]>>,
  side = 'ours',
  id = side,
): Consulted => {
  const of = (step: ConsultedStep) => [said[step] ?? []].flat();
  return {
    id,
    side,
    said: { told: of('told'), invited: of('invited'), tookPart: of('tookPart'), heard: of('heard') },
  };
};

describe('what is known of who was heard', () => {
  it('that nobody has said anything is not that it was not so', () => {
    const { all, steps } = countConsulted([one({ told: 'yes' }), one({ told: 'no' }), one({})]);
    expect(all).toBe(3);
    expect(steps.told).toEqual({ yes: 1, no: 1, unknown: 1 });
    expect(steps.heard).toEqual({ yes: 0, no: 0, unknown: 3 });
  });

  it('two of us who say both leave it unknown', () => {
    expect(wasIt(one({ invited: ['yes', 'no'] }), 'invited')).toBe('unknown');
    expect(wasIt(one({ invited: ['yes', 'yes'] }), 'invited')).toBe('yes');
  });

  it('whoever was not there is not counted as heard', () => {
    expect(wasIt(one({ tookPart: 'no', heard: 'yes' }), 'heard')).toBe('unknown');
    expect(wasIt(one({ tookPart: ['yes', 'no'], heard: 'yes' }), 'heard')).toBe('unknown');
    expect(wasIt(one({ heard: 'yes' }), 'heard')).toBe('yes');
  });

  it('each is counted once a step, whatever is said of it', () => {
    const answer = fc.constantFrom('yes', 'no', 'unknown', 'from-the-future');
    const said = fc.record({ told: answer, invited: answer, tookPart: answer, heard: answer });
    fc.assert(
      fc.property(fc.array(said), (all) => {
        const { steps } = countConsulted(all.map((each) => one(each)));
        for (const step of CONSULTED_STEPS)
          expect(steps[step].yes + steps[step].no + steps[step].unknown).toBe(all.length);
      }),
    );
  });

  it('a side that is not known stands behind those that are', () => {
    const sides = countBySide([one({}, 'new'), one({}, 'party'), one({}, 'ours')], ['ours', 'party']);
    expect(sides.map(({ side }) => side)).toEqual(['ours', 'party', 'new']);
  });
});

describe('a proposal', () => {
  it('is late when the promised time is over, not before', () => {
    const month = { answerBy: { day: '2026-06' } };
    expect(proposalState(month, '2026-06-30')).toBe('waits');
    expect(proposalState(month, '2026-07-01')).toBe('late');
    expect(proposalState({ ...month, fate: 'refused' }, '2026-07-01')).toBe('answered');
    expect(proposalState({}, '2026-07-01')).toBe('no-day');
  });

  it('without an answer is to be asked about on the promised day, by whoever took it on', () => {
    const pack = packOf('az');
    if (pack === undefined) throw new Error('no pack');
    const stamp = { by: 'a', at: Date.UTC(2026, 5, 1) };
    const proposal = (fields: object) => ({
      id: 'p',
      kind: 'proposal',
      deleted: false,
      conflict: false,
      created: stamp,
      updated: stamp,
      fields: { words: 'Shelters in every region', answerBy: { day: '2026-06' }, ...fields },
    });
    expect(tasksDue([proposal({})], pack)).toMatchObject([{ rule: 'proposal-answer', due: '2026-06-30' }]);
    expect(tasksDue([proposal({ fate: 'put-off' })], pack)).toEqual([]);
  });
});
