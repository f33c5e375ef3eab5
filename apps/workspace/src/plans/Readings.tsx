import { spoken } from '@dayaq/domain';
import { codeLabel } from '../fields/index.ts';
import { sayDate } from '../fields/say-date.ts';
import type { Translator } from '@dayaq/locale';
import { textIn } from '@dayaq/acts/record-values';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import type { IconName } from '../look/Icon.tsx';
import { Tag, type Tone } from '../look/Tag.tsx';
import { speakerName } from './speaker.ts';
import type { Said } from './use-framework.ts';

/** What is said of how far it came. Red is for people in danger alone. */
export const TONES: Readonly<Record<string, Tone>> = { done: 'o', partly: 'a', begun: 'a', 'gone-back': 'w' };
/** The same for who does not see colours. */
export const SIGNS: Readonly<Record<string, IconName>> = {
  done: 'check',
  partly: 'clock',
  begun: 'clock',
  'gone-back': 'warning',
  'not-begun': 'close',
};

/** In a line: who says what, side by side. */
export function ReadingTags({ said, translator }: { said: readonly Said[]; translator: Translator }) {
  const all = spoken(said);
  if (all.length === 0) return <span class="muted small">{t('plans.nobody')}</span>;
  return (
    <ul class="cluster plan-said">
      {all.map((each) => (
        <li key={each.last.id}>
          <span class="small">{speakerName(translator, each)}: </span>
          <Tag tone={TONES[each.last.rating] ?? 'n'}>
            {codeLabel(translator, 'progress-ratings', each.last.rating)}
          </Tag>
        </li>
      ))}
    </ul>
  );
}

interface ReadingsProps {
  said: readonly Said[];
  translator: Translator;
  /** Absent where this person may only read. */
  onEdit?: ((said: Said) => void) | undefined;
}

/** Whole: each with its day, words and source, and what the same one said before. */
export function Readings({ said, translator, onEdit }: ReadingsProps) {
  return (
    <ul class="plan-readings">
      {spoken(said).map((each) => (
        <li key={each.last.id}>
          <OneReading said={each.last} translator={translator} onEdit={onEdit} />
          {each.before.length > 0 && (
            <details>
              <summary class="small">{t('plans.before', { count: each.before.length })}</summary>
              {each.before.map((before) => (
                <OneReading key={before.id} said={before} translator={translator} onEdit={onEdit} />
              ))}
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function OneReading({ said, translator, onEdit }: { said: Said } & Omit<ReadingsProps, 'said'>) {
  const words = textIn(said.record, 'words');
  const source = textIn(said.record, 'source');
  return (
    <div class="plan-reading">
      <p>
        <strong>{speakerName(translator, said)}</strong>{' '}
        <Tag tone={TONES[said.rating] ?? 'n'}>{codeLabel(translator, 'progress-ratings', said.rating)}</Tag>{' '}
        <span class="muted small">{sayDate(translator, said.date)}</span>
      </p>
      {words !== '' && <p class="value-long">{words}</p>}
      {source !== '' && <p class="muted small">{t('plans.source', { source })}</p>}
      {onEdit !== undefined && (
        <Button kind="quiet" small onClick={() => onEdit(said)}>
          {t('plans.editReading')}
        </Button>
      )}
    </div>
  );
}
