import { type Call, wordsIn } from '@dayaq/domain/survey';
import { formatDate } from '@dayaq/locale';
import { language, t } from '../locale/index.ts';

/** What a call says of itself, as it is read before it is signed. */
export function CallTerms({ call }: { call: Call }) {
  const { aim, from, to, who, deadline, stages, keep } = call.call;
  const said = (words: Call['title']): string => wordsIn(words, language.value, call);
  const ages =
    from !== undefined && to !== undefined
      ? t('calls.ages', { from, to })
      : from !== undefined
        ? t('calls.agesFrom', { from })
        : to !== undefined
          ? t('calls.agesTo', { to })
          : t('calls.anyAge');
  const rows: [string, string][] = [
    [t('calls.form.aim'), t(`calls.aim.${aim}`)],
    [t('calls.terms.who'), [ages, said(who)].filter((text) => text !== '').join('. ')],
    [t('calls.form.deadline'), formatDate(language.value, deadline, 'long')],
    [t('calls.terms.stages'), stages.map(said).join(' → ')],
    [t('calls.form.keep'), t('calls.form.months', { count: keep })],
  ];
  return (
    <>
      <p class="value-long">{said(call.intro)}</p>
      <dl class="story-facts">
        {rows.map(
          ([name, text]) =>
            text !== '' && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}
