import { t } from '../locale/index.ts';
import { currentSpaceId, nameOfSpace } from '../vault/session.ts';
import './spaces.css';
import type { Scope } from './scope.ts';

/** Over this organisation or over all of them; nothing where there is one. */
export function ScopeChoice({ scope }: { scope: Scope }) {
  const name = nameOfSpace(currentSpaceId());
  if (name === '') return null;
  return (
    <div class="scope-choice" role="group" aria-label={t('spaces.scope.label')}>
      <button type="button" class="chip" aria-pressed={scope.at !== null} onClick={() => scope.choose(false)}>
        {name}
      </button>
      <button type="button" class="chip" aria-pressed={scope.at === null} onClick={() => scope.choose(true)}>
        {t('spaces.scope.all')}
      </button>
    </div>
  );
}
