import type { Translator } from '@dayaq/locale';
import { useEffect } from 'preact/hooks';

/**
 * What to say about a text that is longer than its field takes, and whether it can be stored as it is. The text itself
 * stays whole: nobody pastes an account to have its end cut off.
 * @param max characters
 */
export function useTooLong(
  { t }: Translator,
  text: string,
  max: number,
  onReadable?: (readable: boolean) => void,
): string | undefined {
  const over = text.length - max;
  const fits = over <= 0;
  useEffect(() => {
    onReadable?.(fits);
  }, [fits]);
  return fits ? undefined : t('drafts.tooLong', { count: over });
}
