import { begunOn } from '@dayaq/acts/acts';
import type { ActPlan, Beginning, Choosing, Tab, Words } from '@dayaq/acts/plan';
import { useState } from 'preact/hooks';
import { AddFileDialog } from '../detail/AddFileDialog.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { type Act, ActBar } from './ActBar.tsx';
import { sayWords } from './say-words.ts';
import { useActing } from './use-acting.ts';

/** What can be begun on a tab of the case: two acts at hand, the rest behind "Other". */
export function TabActs({ tab }: { tab: Tab }) {
  const { translator, askFirst } = useOpenCase();
  const { standing, carryOut } = useActing();
  const [addingFile, setAddingFile] = useState(false);
  const { first, second, others } = begunOn(tab);
  const words = (said: Words): string => sayWords(translator, said);
  const start = (plan: ActPlan, said: string): void =>
    plan.does === 'add-file'
      ? askFirst(() => setAddingFile(true))
      : plan.does === 'open'
        ? askFirst(() => carryOut(plan, said))
        : carryOut(plan, said);
  const act = ({ text, icon, plan }: Beginning): Act => ({
    text: words(text),
    ...(icon === undefined ? {} : { icon }),
    onChoose: () => start(plan(standing), words(text)),
  });
  const choices = ({ choices: of }: Choosing, before = ''): Act[] =>
    of.map(({ text, plan }) => ({
      text: `${before}${words(text)}`,
      onChoose: () => start(plan(standing), words(text)),
    }));
  if (first === undefined) return null;
  return (
    <>
      <ActBar
        first={'choices' in first ? { text: words(first.text), items: choices(first) } : act(first)}
        {...(second === undefined ? {} : { second: act(second) })}
        others={others.flatMap((one) =>
          'choices' in one ? choices(one, `${words(one.text)}: `) : [act(one)],
        )}
      />
      {addingFile && <AddFileDialog onClose={() => setAddingFile(false)} />}
    </>
  );
}
