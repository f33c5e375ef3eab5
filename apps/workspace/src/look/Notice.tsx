import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

const ICONS = { info: 'info', w: 'warning', d: 'warning', o: 'check' } as const;

/** A calm box for what one should know. `role` is for one that appears after an act. */
export function Notice({
  tone = 'info',
  role,
  children,
}: {
  tone?: keyof typeof ICONS;
  role?: 'status' | 'alert';
  children: ComponentChildren;
}) {
  return (
    <div class={tone === 'info' ? 'notice' : `notice notice-${tone}`} role={role}>
      <Icon name={ICONS[tone]} />
      <div class="stack stack-tight">{children}</div>
    </div>
  );
}
