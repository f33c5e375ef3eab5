import type { ComponentChildren } from 'preact';
import { t } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import type { Words } from './words.ts';

export interface FigureRow {
  key: string;
  /** What it counts. */
  what: string;
  /** How it was reckoned. */
  formula?: string;
  /** Source and date. */
  source: string;
  value: number;
  /** What is asked stands apart from what there is, by its pattern too. */
  kind: 'needed' | 'there';
  isOld?: boolean;
}

const WIDTH = 100;
const HEIGHT = 10;

/** Figures of one unit, one below the other, each with its bar, formula, source and date. */
export function FigureTable({
  title,
  unit,
  rows,
  words,
  children,
}: {
  title: string;
  /** The heading of the numbers: what one is. */
  unit: string;
  rows: readonly FigureRow[];
  words: Words;
  children?: ComponentChildren;
}) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <div class="coverage-figures">
      <h3>{title}</h3>
      {children}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('coverage.figure.what')}</th>
            <th scope="col" class="number">
              {unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <span class="coverage-what">
                  {row.what} {row.isOld && <Tag tone="w">{t('coverage.figure.old')}</Tag>}
                </span>
                <svg
                  class="coverage-bar"
                  viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                >
                  <rect
                    class={`coverage-bar-${row.kind}`}
                    width={row.value === 0 ? 0 : Math.max(0.6, (row.value / most) * WIDTH)}
                    height={HEIGHT}
                  />
                </svg>
                {row.formula !== undefined && <span class="coverage-note">{row.formula}</span>}
                <span class="coverage-note">{row.source}</span>
              </th>
              <td class="number coverage-value">{words.number(row.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
