import type { ActPlan, Standing } from '@dayaq/acts/plan';
import { useLocation } from 'preact-iso';
import { useOpenCase } from '../detail/open-case.ts';
import { useAnswerDanger } from '../safety/use-answer-danger.tsx';
import { requestOf, standingIn } from './request-of.ts';
import { sayWords } from './say-words.ts';

/** Does what an act comes to, and says `said` of what was kept where the act has no words for it; but choosing a file, which whoever offers it does. */
export function useActing(): { standing: Standing; carryOut: (plan: ActPlan, said: string) => void } {
  const open = useOpenCase();
  const { route } = useLocation();
  const protect = useAnswerDanger();
  const { translator, dossier, edit, save } = open;
  return {
    standing: standingIn(open),
    carryOut(plan, said) {
      switch (plan.does) {
        case 'write':
          return edit(requestOf(plan, translator));
        case 'save':
          return void save(
            plan.changes,
            plan.said === undefined ? said : sayWords(translator, plan.said),
            plan.back,
          );
        case 'open':
          return route(`/cases/${dossier.id}/${plan.at}`);
        case 'protect':
          return protect(plan.danger);
        case 'add-file':
          throw new Error('a file is chosen where its button stands');
      }
    },
  };
}
