import { mayBeNamed } from '@dayaq/acts/matter/join-institution';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Field } from '../../look/Field.tsx';
import { Icon } from '../../look/Icon.tsx';
import { type Candidate, candidatesFor, type Known } from './candidates.ts';
import type { Institution } from './institutions.ts';

/** Candidates in sight; typing narrows them. */
const SHOWN = 8;

interface Props {
  institution: Institution;
  known: readonly Known[];
  others: readonly Institution[];
  /** Null: it is put into the directory by itself. */
  onChoose: (candidate: Candidate | null) => void;
  onClose: () => void;
}

/** Which institution a name means: one of the directory, another name, or one of its own. */
export function JoinDialog({ institution, known, others, onChoose, onClose }: Props) {
  const [words, setWords] = useState('');
  const found = candidatesFor(institution, known, others, words);
  return (
    <Dialog open title={t('matters.join.title', { name: institution.name })} onClose={onClose}>
      <div class="stack">
        <p class="muted small">{t('matters.join.hint')}</p>
        <Field label={t('matters.join.search')}>
          {(control) => (
            <input
              {...control}
              type="search"
              autocomplete="off"
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        {found.length === 0 && (
          <p class="muted" role="status">
            {t('matters.join.none')}
          </p>
        )}
        <ul class="side-rows">
          {found.slice(0, SHOWN).map((candidate) => (
            <li key={candidate.key}>
              <button type="button" class="menu-link" onClick={() => onChoose(candidate)}>
                <Icon name="check" />
                <span class="grow">
                  {candidate.name}{' '}
                  <small class="muted">
                    {[
                      candidate.isLike ? t('matters.join.like') : '',
                      candidate.id === null ? t('matters.join.named') : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {mayBeNamed([...institution.contacts, ...institution.matters]) && (
        <div class="buttons dialog-foot">
          <Button kind="plain" onClick={() => onChoose(null)}>
            {t('matters.join.itself')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
