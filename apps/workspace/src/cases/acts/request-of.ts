import type { Standing, Writing } from '@dayaq/acts/plan';
import type { Translator } from '@dayaq/locale';
import type { RecordRequest } from '../../dossier/record-request.ts';
import type { OpenCase } from '../detail/open-case.ts';
import { sayWords } from './say-words.ts';

/** Who acts in the open case. */
export function standingIn(open: OpenCase): Standing {
  const { me, today, country, dossier, live, mayQualify, translator } = open;
  const say: Standing['say'] = (words) => sayWords(translator, words);
  return { me, today, country, dossier: dossier.id, live, mayQualify, say };
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
