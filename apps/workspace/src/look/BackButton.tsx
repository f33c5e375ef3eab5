import { t } from '../locale/index.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Beside the title, to the page that this one belongs to. */
export function BackButton({ href }: { href: string }) {
  return (
    <Button kind="quiet" icon class="back" href={href} label={t('shell.back')}>
      <Icon name="back" />
    </Button>
  );
}
