import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { TABLET } from '../../look/breakpoints.ts';
import { Button } from '../../look/Button.tsx';
import { Icon, type IconName } from '../../look/Icon.tsx';
import { Menu } from '../../look/Menu.tsx';

/** Something that can be done on a tab of the case. */
export interface Act {
  text: string;
  icon?: IconName;
  onChoose: () => void;
}

/** One act, or the few of which one is chosen. */
type First = Act | { text: string; items: readonly Act[] };

interface Props {
  first: First;
  /** Where there is room beside the first; on a phone among the others. */
  second?: Act;
  others?: readonly Act[];
}

/**
 * What one can do on the tab that is shown, at the bottom of the case: two acts and the others behind a word. On a phone it
 * stands where the navigation stood; the way back leads out.
 */
export function ActBar({ first, second, others = [] }: Props) {
  const isRoomy = useRoomy();
  const folded = second !== undefined && others.length > 0 && !isRoomy;
  const rest = folded ? [second, ...others] : others;
  return (
    <>
      {'items' in first ? <Menu label={first.text} items={first.items} /> : <ActButton act={first} />}
      {second !== undefined && !folded && <ActButton act={second} />}
      {rest.length > 0 && <Menu label={t('cases.add.more')} items={rest} />}
    </>
  );
}

function ActButton({ act: { text, icon, onChoose } }: { act: Act }) {
  return (
    <Button kind="plain" onClick={onChoose}>
      {icon && <Icon name={icon} size={15} />}
      {text}
    </Button>
  );
}

/** Whether two acts and "Other" have room beside each other. */
function useRoomy(): boolean {
  const [roomy, setRoomy] = useState(() => matchMedia(TABLET).matches);
  useEffect(() => {
    const query = matchMedia(TABLET);
    const follow = (): void => setRoomy(query.matches);
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return roomy;
}
