import { t } from '../locale/index.ts';
import { Chip } from '../look/Chip.tsx';
import { currentSpaceId, nameOfSpace } from '../vault/session.ts';
import './spaces.css';
import type { Scope } from './scope.ts';

/** Over this organisation or over all of them; nothing where there is one. */
export function ScopeChoice({ scope }: { scope: Scope }) {
  const name = nameOfSpace(currentSpaceId());
  if (name === '') return null;
  return (
    <div class="scope-choice" role="group" aria-label={t('spaces.scope.label')}>
      <Chip chosen={scope.at !== null} onClick={() => scope.choose(false)}>
        {name}
      </Chip>
      <Chip chosen={scope.at === null} onClick={() => scope.choose(true)}>
        {t('spaces.scope.all')}
      </Chip>
    </div>
  );
}
