import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

/**
 * Danger, warning, ok, accent, none. Danger means a person in danger and nothing else: what is late, refused, doubtful or
 * over is a warning. The words carry the meaning; the colour only helps to find them.
 */
export type Tone = 'd' | 'w' | 'o' | 'a' | 'n';

export function Tag({
  tone = 'n',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ComponentChildren;
}) {
  return (
    <span class={tone === 'n' ? 'tag' : `tag tag-${tone}`}>
      {icon && <Icon name={icon} size={15} />}
      {children}
    </span>
  );
}
