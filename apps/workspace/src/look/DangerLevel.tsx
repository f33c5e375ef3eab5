import type { ComponentChildren } from 'preact';
import { t } from '../locale/index.ts';

/** From the least to the gravest. */
export const LEVELS = ['low', 'raised', 'high', 'critical'] as const;
export type Level = (typeof LEVELS)[number];

const TONES = { low: 'n', raised: 'w', high: 'd', critical: 'd' } as const;

/** How dangerous it is: four bars and the level’s one name, the same everywhere, on paper and without colours too. `children`: a sentence that says the name itself. */
export function DangerLevel({ level, children }: { level: Level; children?: ComponentChildren }) {
  const filled = LEVELS.indexOf(level);
  return (
    <span class={`tag tag-${TONES[level]} level`}>
      <svg width="17" height="14" viewBox="0 0 17 14" aria-hidden="true" focusable="false">
        {LEVELS.map((name, i) => (
          <rect
            key={name}
            x={i * 4.5}
            y={9 - i * 3}
            width="3"
            height={5 + i * 3}
            fill="currentColor"
            opacity={i <= filled ? 1 : 0.25}
          />
        ))}
      </svg>
      {children ?? dangerWords(level)}
    </span>
  );
}

/** The name of a level where there is no room for the bars. */
export function dangerWords(level: Level): string {
  return t(`safety.level.${level}`);
}
