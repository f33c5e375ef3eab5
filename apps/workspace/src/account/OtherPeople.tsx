import { useEffect } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { freeShelf, goToShelf, lookForOthers, ownShelf, takenShelves } from '../vault/shelves.ts';

/**
 * Where several people share a device: to one's own lock, or to come in as one more. `here`: with the link that this page was opened with.
 */
export function OtherPeople({ here = false }: { here?: boolean }) {
  useEffect(() => void lookForOthers(), []);
  const taken = takenShelves.value;
  if (taken === null) return null;
  const others = taken.filter((shelf) => shelf !== ownShelf);
  const isTaken = taken.includes(ownShelf);
  const free = isTaken ? freeShelf(taken) : null;
  if (others.length === 0 && free === null) return null;
  return (
    <section class="stack stack-tight other-people" aria-labelledby="other-people">
      <h2 id="other-people">{t('account.others.title')}</h2>
      <p class="muted">
        {t('account.others.text')}{' '}
        {others.length > 0 && isTaken && t('account.others.this', { number: ownShelf })}
      </p>
      <div class="buttons">
        {others.map((shelf) => (
          <Button key={shelf} kind="plain" onClick={() => void goToShelf(shelf, here)}>
            {t('account.others.lock', { number: shelf })}
          </Button>
        ))}
        {free !== null && (
          <Button kind={others.length > 0 ? 'quiet' : 'plain'} onClick={() => void goToShelf(free, here)}>
            {t('account.others.more')}
          </Button>
        )}
      </div>
      {isTaken && free === null && (
        <p class="small muted">{t('account.others.full', { count: taken.length })}</p>
      )}
    </section>
  );
}
