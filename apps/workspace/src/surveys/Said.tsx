import { type Language, spokenIn, type Survey, type Words } from '@dayaq/domain/survey';
import { language as ours } from '../locale/index.ts';

interface Props {
  words: Words;
  survey: Pick<Survey, 'languages'>;
  /** That of the page, where nothing else is said. */
  language?: Language;
  /** Where there are no words at all. */
  otherwise?: string;
}

/** A survey's words, which say in which language they are where that is not the one asked for. */
export function Said({ words, survey, language = ours.value, otherwise = '' }: Props) {
  const spoken = spokenIn(words, language, survey);
  if (spoken.text === '') return otherwise;
  return spoken.language === language ? spoken.text : <span lang={spoken.language}>{spoken.text}</span>;
}
