import { type Bounds, type Question, readBounds, type Survey, writeBounds } from '@dayaq/domain/survey';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { TextField } from '../../look/Field.tsx';
import { ExpressionField } from './ExpressionField.tsx';

interface Props {
  survey: Survey;
  before: readonly Question[];
  text: string;
  onText: (text: string) => void;
}

/** What a number may be; whatever bounds it otherwise is shown as it is written. */
export function Limits({ survey, before, text, onText }: Props) {
  const [typed, setTyped] = useState<Bounds | null>(() => readBounds(text));
  if (typed === null)
    return (
      <ExpressionField
        label={t('building.constraint')}
        hint={t('building.constraintHint')}
        survey={survey}
        before={before}
        text={text}
        onText={onText}
      />
    );
  const put = (next: Bounds): void => {
    setTyped(next);
    onText(writeBounds(next) ?? '');
  };
  const problem = writeBounds(typed) === null ? t('building.noNumber') : undefined;
  return (
    <div class="in-languages">
      <TextField
        label={t('building.least')}
        exact
        value={typed.least}
        error={problem}
        onValue={(least) => put({ ...typed, least: least.trim() })}
      />
      <TextField
        label={t('building.most')}
        exact
        value={typed.most}
        onValue={(most) => put({ ...typed, most: most.trim() })}
      />
    </div>
  );
}
