import type { Balance } from '@dayaq/domain';

export type FundMark = 'spent' | 'committed' | 'advanced' | 'over' | 'left';

/**
 * What the bar of a fund is drawn with, in its order: each colour that is there, and none that is not.
 * `from` and `to` are in the currency's smallest unit.
 */
export function fundMarks({
  given,
  spent,
  committed,
  advanced,
}: Pick<Balance, 'given' | 'spent' | 'committed' | 'advanced'>): {
  mark: FundMark;
  from: number;
  to: number;
}[] {
  if (given <= 0) return [];
  const promised = spent + committed;
  const gone = promised + advanced;
  const marks = [
    { mark: 'spent', from: 0, to: Math.min(spent, given) },
    { mark: 'committed', from: Math.min(spent, given), to: Math.min(promised, given) },
    { mark: 'advanced', from: Math.min(promised, given), to: Math.min(gone, given) },
    { mark: 'over', from: given, to: gone },
    { mark: 'left', from: gone, to: given },
  ] as const;
  return marks.filter(({ from, to }) => to > from);
}
