import { isCall, readSurvey, wordsIn } from '@dayaq/domain/survey';
import { CallTerms } from '../calls/CallTerms.tsx';
import { language, t } from '../locale/index.ts';
import { say, useQuery } from '../vault/session.ts';
import { QuestionList } from './QuestionList.tsx';

/** What two sign for, read by its hash: the very words that visitors are asked, and not those that are saved here. */
export function PublishedSurvey({ hash }: { hash: string }) {
  const { data } = useQuery((vault) => vault.publishedSurvey(hash), [hash]);
  if (data === undefined) return <p class="muted">{t('surveys.loading')}</p>;
  const survey = data.ok ? readSurvey(data.value) : null;
  if (survey === null) return <p role="alert">{data.ok ? t('surveys.notRead') : say(data.failure)}</p>;
  return (
    <details>
      <summary>{wordsIn(survey.title, language.value, survey) || t('surveys.noTitle')}</summary>
      {isCall(survey) && <CallTerms call={survey} />}
      <QuestionList survey={survey} heard />
    </details>
  );
}
