import { formatDate } from '@dayaq/locale';
import { useEffect, useRef } from 'preact/hooks';
import { AddFile } from '../files/add-file.tsx';
import type { FinishedCase } from '@dayaq/acts/intake/finish';
import { taskTitle } from '@dayaq/acts/task';
import type { IntakeRoom } from './room.ts';
import { toTheTop } from './where-the-eye-is.ts';
import { Button } from '../look/Button.tsx';

/** The case is kept: its reference, what happens next, and what one may still want to do. */
export function IntakeDone({
  room,
  finished,
  onAnother,
}: {
  room: IntakeRoom;
  finished: FinishedCase;
  onAnother: () => void;
}) {
  const { t, language } = room.translator;
  const heading = useEnd(onAnother);
  return (
    <div class="intake">
      <div class="intake-title">
        <h2 ref={heading} tabIndex={-1}>
          {t('intake.done.title')}
        </h2>
        <p class="muted">{t('intake.done.lead')}</p>
      </div>
      <dl class="intake-reference">
        <dt>{t('intake.done.reference')}</dt>
        <dd>{finished.reference}</dd>
        <dd class="small muted">{t('intake.done.referenceHint')}</dd>
        {finished.alias !== '' && <dd class="strong">{finished.alias}</dd>}
      </dl>
      {finished.tasks.length > 0 && (
        <section class="stack stack-tight">
          <h3>{t('intake.done.next')}</h3>
          <ul class="intake-next">
            {finished.tasks.map((task) => (
              <li key={`${task.what} ${task.rule}`}>
                <span>{taskTitle(room.translator, task)}</span>
                {task.due !== '' && <time dateTime={task.due}>{formatDate(language, task.due)}</time>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <AddFile dossier={finished.id} />
      <div class="stack stack-tight">
        <Button wide href={`/cases/${finished.id}`}>
          {t('intake.done.open')}
        </Button>
        <Button kind="plain" wide onClick={onAnother}>
          {t('intake.done.another')}
        </Button>
      </div>
    </div>
  );
}

/** The person said no: that nothing was kept, and that this was right. */
export function IntakeGone({ room, onAnother }: { room: IntakeRoom; onAnother: () => void }) {
  const { t } = room.translator;
  const heading = useEnd(onAnother);
  return (
    <div class="intake">
      <div class="intake-title">
        <h2 ref={heading} tabIndex={-1}>
          {t('intake.refused.gone')}
        </h2>
        <p class="muted">{t('intake.refused.goneText')}</p>
      </div>
      <Button kind="plain" wide onClick={onAnother}>
        {t('intake.done.another')}
      </Button>
    </div>
  );
}

/** The end of an intake: its heading takes the focus, and "new case" in the navigation begins another one. */
function useEnd(onAnother: () => void) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    toTheTop();
    return () => {
      // The entry of the first step, to which the end leads back, keeps the browser from scrolling; the next page is another.
      history.scrollRestoration = 'auto';
    };
  }, []);
  useEffect(() => {
    // The navigation leads to the address that is open already, so without this its "new case" would do nothing here.
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a[href="/cases/new"]') !== null)
        onAnother();
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [onAnother]);
  return heading;
}
