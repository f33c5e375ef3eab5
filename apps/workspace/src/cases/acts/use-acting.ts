import type { ActPlan, Standing, Writing } from '@dayaq/acts/plan';
import type { Translator } from '@dayaq/locale';
import { useLocation } from 'preact-iso';
import type { RecordRequest } from '../../dossier/record-request.ts';
import { type OpenCase, useOpenCase } from '../detail/open-case.ts';
import { sayWords } from './say-words.ts';

/** Who acts in the open case. */
export function standingIn({ me, today, country, dossier, live, translator }: OpenCase): Standing {
  return { me, today, country, dossier: dossier.id, live, say: (words) => sayWords(translator, words) };
}

/** A form that an act asks for, with its heading in words. */
export function requestOf(
  { does: _does, title, with: alongside, ...request }: Writing,
  translator: Translator,
): RecordRequest {
  return {
    ...request,
    title: sayWords(translator, title),
    ...(alongside === undefined ? {} : { stamp: () => ({ ...alongside }) }),
  };
}

/** Does what an act comes to, and says `said` of what was kept where the act has no words for it; but choosing a file, which whoever offers it does. */
export function useActing(): { standing: Standing; carryOut: (plan: ActPlan, said: string) => void } {
  const open = useOpenCase();
  const { route } = useLocation();
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
        case 'add-file':
          throw new Error('a file is chosen where its button stands');
      }
    },
  };
}
