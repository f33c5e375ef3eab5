import { useSignal } from '@preact/signals';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { usePeople } from '../spaces/people.ts';
import { HandedLine, textOf } from '../waiting/HandedLine.tsx';
import type { HandedWords } from './use-handed.ts';

/** A colleague's words, whole, with what can be done with them. */
export function HandedDetail({ words: { space, record } }: { words: HandedWords }) {
  const people = usePeople([space]);
  const isAway = useSignal(false);
  if (record.fields['taken'] != null && !isAway.value) {
    return (
      <div class="stack">
        <p>{t('shell.waiting.handed.taken')}</p>
        <div class="buttons">
          <Button kind="plain" href={`/cases/${textOf(record, 'of')}`}>
            {t('referrals.inbox.theCase')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <HandedLine
      record={record}
      space={space}
      name={people.nameOf(space, record.created.by)}
      isAway={isAway.value}
      onAway={(away) => (isAway.value = away)}
    />
  );
}
