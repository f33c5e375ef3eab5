import type { Translator } from '@dayaq/locale';
import { codeLabel, fieldLabel } from '../../fields/index.ts';
import type { Fields } from '@dayaq/acts/referral/life';

/** Why it was declined, and how it ended; "other" as what was said. Nothing where nobody has answered. */
export function AnswerFacts({ life, translator }: { life: Fields; translator: Translator }) {
  const text = (field: string): string => {
    const value = life[field];
    return typeof value === 'string' ? value : '';
  };
  const coded = (field: string, list: string): string => {
    const code = text(field);
    if (code === 'other' && text(`${field}Other`) !== '') return text(`${field}Other`);
    return code === '' ? '' : codeLabel(translator, list, code);
  };
  const facts = [
    { field: 'declinedWhy', said: coded('declinedWhy', 'decline-reasons') },
    { field: 'declinedWords', said: text('declinedWords') },
    { field: 'result', said: coded('result', 'results') },
    { field: 'mendedWhat', said: coded('mendedWhat', 'referral-statuses') },
    { field: 'mendedWhy', said: text('mendedWhy') },
  ].filter(({ said }) => said !== '');
  return (
    <>
      {facts.map(({ field, said }) => (
        <div key={field}>
          <dt>{fieldLabel(translator, 'referral', field)}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </>
  );
}
