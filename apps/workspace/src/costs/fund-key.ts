import type { Balance } from '@dayaq/domain';

export type FundMark = 'spent' | 'committed' | 'over' | 'left';

/**
 * What the bar of a fund is drawn with, in its order: each colour that is there, and none that is not.
 * `from` and `to` are in the currency's smallest unit.
 */
export function fundMarks({
  given,
  spent,
  committed,
}: Balance): { mark: FundMark; from: number; to: number }[] {
  if (given <= 0) return [];
  const promised = spent + committed;
  const marks = [
    { mark: 'spent', from: 0, to: Math.min(spent, given) },
    { mark: 'committed', from: Math.min(spent, given), to: Math.min(promised, given) },
    { mark: 'over', from: given, to: promised },
    { mark: 'left', from: promised, to: given },
  ] as const;
  return marks.filter(({ from, to }) => to > from);
}
