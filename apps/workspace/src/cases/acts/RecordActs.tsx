import { actsOn } from '@dayaq/acts/acts';
import type { RecordView } from '@dayaq/vault/client';
import { Button } from '../../look/Button.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { sayWords } from './say-words.ts';
import { useActing } from './use-acting.ts';

interface Props {
  record: RecordView;
  /** The whole of an act for who hears it, e.g. "Appeal: complaint to the court". */
  label?: (act: string) => string;
  /** What is said once it is kept. */
  said?: (act: string) => string;
  /** Only what is offered in the story, too. */
  inStory?: true;
}

/** What can be done about a record now, each in one tap. */
export function RecordActs({ record, label, said, inStory }: Props) {
  const { translator } = useOpenCase();
  const { standing, carryOut } = useActing();
  return (
    <>
      {actsOn(record, standing).map(({ act, text, quiet, inStory: isTold, plan }) => {
        if (inStory === true && isTold !== true) return null;
        const words = sayWords(translator, text);
        return (
          <Button
            key={act}
            kind={quiet === true ? 'quiet' : 'plain'}
            small
            class={inStory === true && quiet === true ? 'case-invite no-print' : 'no-print'}
            {...(label === undefined ? {} : { label: label(words) })}
            onClick={() => carryOut(plan(record, standing), said?.(words) ?? words)}
          >
            {words}
          </Button>
        );
      })}
    </>
  );
}
