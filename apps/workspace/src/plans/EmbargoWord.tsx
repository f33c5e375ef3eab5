import { t } from '../locale/index.ts';
import { Choice } from '../look/Choice.tsx';
import { Notice } from '../look/Notice.tsx';

/** What is under embargo, and the word without which nothing of it goes out; nothing where nothing is. */
export function EmbargoWord({
  embargo,
  word,
  onWord,
}: {
  embargo: readonly string[];
  word: boolean;
  onWord: (word: boolean) => void;
}) {
  if (embargo.length === 0) return null;
  return (
    <Notice tone="w">
      {embargo.map((words) => (
        <p key={words} class="strong">
          {words}
        </p>
      ))}
      <Choice
        type="checkbox"
        label={t('plans.embargo.word')}
        hint={t('plans.embargo.hint')}
        checked={word}
        onChange={onWord}
      />
    </Notice>
  );
}
