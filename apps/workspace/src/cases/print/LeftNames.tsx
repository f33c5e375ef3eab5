import { useId } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Notice } from '../../look/Notice.tsx';
import type { LeftName } from './left-names.ts';

/** What becomes of names that were left off and still stand in the texts. */
export type Fate = 'replace' | 'keep';

/** Names that are shown; who writes more of them into a case has read enough. */
const MOST = 12;

interface Props {
  left: readonly LeftName[];
  fate: Fate | null;
  onFate: (fate: Fate) => void;
  error: string | undefined;
}

/** Before paper goes out: what still says who somebody is, marked where it stands, and the question what becomes of it. */
export function LeftNames({ left, fate, onFate, error }: Props) {
  const name = useId();
  const first = left[0];
  return (
    <Notice tone="w">
      <p class="strong">{t('cases.print.names.title')}</p>
      <ul class="stack stack-tight">
        {left.slice(0, MOST).map(({ written, called, count, before, after }) => (
          <li key={`${written} ${called}`}>
            …{before}
            <mark>{written}</mark>
            {after}…{count > 1 && <span class="muted"> × {count}</span>}
          </li>
        ))}
      </ul>
      {left.length > MOST && <p>{t('cases.print.names.more', { count: left.length - MOST })}</p>}
      <ChoiceGroup legend={t('cases.print.names.what')} error={error}>
        <Choice
          type="radio"
          name={name}
          label={t('cases.print.names.replace')}
          hint={first && `${first.written} → [${first.called}]`}
          checked={fate === 'replace'}
          onChange={() => onFate('replace')}
        />
        <Choice
          type="radio"
          name={name}
          label={t('cases.print.names.keep')}
          checked={fate === 'keep'}
          onChange={() => onFate('keep')}
        />
      </ChoiceGroup>
    </Notice>
  );
}
