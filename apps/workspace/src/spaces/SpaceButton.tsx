import { t } from '../locale/index.ts';
import { Icon } from '../look/Icon.tsx';
import { currentSpace } from '../vault/session.ts';
import { spacesAreOpen } from './open-spaces.ts';

/** The name of the organisation that is worked in; pressed, it offers the others and further ones. */
export function SpaceButton({ class: looks }: { class: string }) {
  const name = currentSpace()?.name || t('people.peers.unnamed');
  return (
    <button
      type="button"
      class={`space-button ${looks}`}
      aria-haspopup="dialog"
      aria-label={t('spaces.menu.open', { organisation: name })}
      onClick={() => (spacesAreOpen.value = true)}
    >
      <span>{name}</span>
      <Icon name="switch" />
    </button>
  );
}
