import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

/** Where there is nothing yet: what would stand here, and how it comes here. */
export function Empty({
  icon,
  title,
  children,
}: {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      {icon && <Icon name={icon} size={32} />}
      <p class="strong">{title}</p>
      {children}
    </div>
  );
}
