import type { KeptBecause } from '@dayaq/acts/hand-on';
import { addressOf } from '../../kind-places.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import type { Held } from './caseload.ts';
import type { Ended, Kept } from './hand-on.ts';

const BECAUSE: readonly KeptBecause[] = ['excluded', 'named-readers', 'doubt'];

interface Props {
  ended: Ended;
  held: readonly Held[];
  /** Somebody has asked: this goes to whom it was chosen for. */
  onAsked: (choice: Pick<Kept, 'dossier' | 'to'>) => void;
}

/** What became of a handing on: how much went, and what stays where it was and why. */
export function EndedWords({ ended, held, onAsked }: Props) {
  return (
    <Notice tone={ended.is === 'done' ? 'o' : 'w'} role={ended.is === 'done' ? 'status' : 'alert'}>
      {ended.is === 'failed' && <p>{say(ended.failure)}</p>}
      <p>{t('people.handOn.done', { count: ended.given })}</p>
      {ended.is !== 'done' && <p>{t('people.handOn.rest')}</p>}
      {BECAUSE.map((because) => {
        const kept = ended.kept.filter((each) => each.because === because);
        if (kept.length === 0) return null;
        return (
          <div key={because} class="stack stack-tight">
            <p>{t(`people.handOn.kept.${because}`, { count: kept.length })}</p>
            <ul class="side-rows">
              {kept.map((each) => (
                <KeptRow
                  key={each.dossier}
                  kept={each}
                  held={held.find(({ dossier }) => dossier === each.dossier)}
                  onAsked={onAsked}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </Notice>
  );
}

function KeptRow({ kept, held, onAsked }: { kept: Kept; held: Held | undefined } & Pick<Props, 'onAsked'>) {
  const { dossier, to, because } = kept;
  const name = to.name || t('people.unnamed');
  return (
    <li class="side-row">
      <p>
        <a href={addressOf(held?.kind ?? 'case', { id: dossier, dossier }) ?? '/cases'}>
          {held?.title || t('people.handOn.look')}
        </a>
      </p>
      {because === 'doubt' && (
        <div>
          <Button kind="plain" small onClick={() => onAsked({ dossier, to })}>
            {t('people.handOn.asked', { name })}
          </Button>
        </div>
      )}
    </li>
  );
}
