import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

interface Props {
  /** Where the whole row leads. */
  href: string;
  icon?: IconName;
  /** The deed, with its amount. */
  title: ComponentChildren;
  /** For whom and by whom. */
  note?: ComponentChildren;
  when?: ComponentChildren;
  /** Ochre, with words that say so. */
  late?: boolean;
  /** What can be done besides opening it. */
  menu?: ComponentChildren;
}

/** A line of a list: the whole of it is the target, and opens what it tells of. */
export function Row({ href, icon, title, note, when, late = false, menu }: Props) {
  return (
    <div class={late ? 'row row-late' : 'row'}>
      {icon && <Icon name={icon} />}
      <div>
        <a class="row-title" href={href}>
          {title}
        </a>
        {note && <p class="row-note">{note}</p>}
      </div>
      {when && <span class="row-when">{when}</span>}
      {menu}
      <Icon name="next" size={15} />
    </div>
  );
}
