import { sayMoment } from '../fields/say-date.ts';
import { t, translator } from '../locale/index.ts';
import type { Drafted, Typed } from './use-drafted.ts';

/** One quiet line about the words of a form: that they are those of before, that they are not kept, or what has to go. */
export function DraftLine<T extends Typed>({ form }: { form: Drafted<T> }) {
  const when = (moment: number) => sayMoment(translator.value, moment);
  const { keptAt, keeping, oldest } = form;
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
      {keeping === 'failed' && <p class="field-error">{t('drafts.notKept')}</p>}
      {keeping === 'too-large' && <p class="field-error">{t('drafts.tooLarge')}</p>}
      {oldest !== null && (
        <Line>{t('drafts.oldestGoes', { title: oldest.title, when: when(oldest.updated) })}</Line>
      )}
    </>
  );
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
    <button type="button" class="link" onClick={onAct}>
      {words}
    </button>
  );
}
