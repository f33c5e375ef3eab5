import { sayMoment } from '../fields/say-date.ts';
import { t, translator } from '../locale/index.ts';
import type { Drafted, Typed } from './use-drafted.ts';
import { Button } from '../look/Button.tsx';

interface Props<T extends Typed> {
  form: Drafted<T>;
  /** That the words are not kept is said beside the buttons. */
  saidBelow?: boolean;
}

/** One quiet line about the words of a form: that they are those of before, that they are not kept, or what has to go. */
export function DraftLine<T extends Typed>({ form, saidBelow = false }: Props<T>) {
  const when = (moment: number) => sayMoment(translator.value, moment);
  const { keptAt, oldest } = form;
  return (
    <>
      {form.isDiscarded && (
        <Line>
          {t('drafts.discarded')} <Act words={t('drafts.bringBack')} onAct={() => form.bringBack()} />
        </Line>
      )}
      {keptAt !== null && form.isWritten && (
        <Line>
          {t('drafts.again', { when: when(keptAt) })}{' '}
          <Act words={t('drafts.fresh')} onAct={() => form.discard()} />
        </Line>
      )}
      {!saidBelow && <NotKept form={form} />}
      {oldest !== null && (
        <Line>{t('drafts.oldestGoes', { title: oldest.title, when: when(oldest.updated) })}</Line>
      )}
    </>
  );
}

/** That what is written is not on the device, and what to do. */
export function NotKept<T extends Typed>({ form: { keeping } }: { form: Drafted<T> }) {
  if (keeping !== 'failed' && keeping !== 'too-large') return null;
  return <p class="field-error">{t(keeping === 'failed' ? 'drafts.notKept' : 'drafts.tooLarge')}</p>;
}

function Line({ children }: { children: preact.ComponentChildren }) {
  return (
    <p class="small muted" role="status">
      {children}
    </p>
  );
}

function Act({ words, onAct }: { words: string; onAct: () => void }) {
  return (
    <Button kind="link" onClick={onAct}>
      {words}
    </Button>
  );
}
