import { CODE_LISTS, spoken, VOICE_ORDER } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { codeLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import type { Commitment } from './use-framework.ts';

interface Props {
  translator: Translator;
  all: readonly Commitment[];
}

const RATINGS = CODE_LISTS['progress-ratings'].codes.map(({ code }) => code);

/** What became of it, first and in words: how many commitments we call what, and how many the state. The words of each stay its own. */
export function PlanFinding({ translator, all }: Props) {
  const list = (voice: string): string => {
    const counts = RATINGS.map((rating) => ({ rating, count: calledBy(all, voice, rating) }));
    const without = all.filter(({ said }) => !said.some((each) => each.voice === voice)).length;
    return [
      ...counts.flatMap(({ rating, count }) =>
        count === 0
          ? []
          : [t('plans.show.count', { what: codeLabel(translator, 'progress-ratings', rating), count })],
      ),
      ...(without === 0 ? [] : [t('plans.show.count', { what: t('plans.noWord'), count: without })]),
    ].join(' · ');
  };
  return (
    <>
      <p class="plan-finding">{t('plans.finding', { count: all.length, list: list('ours') })}</p>
      <p>{t('plans.findingState', { list: list('state') })}</p>
    </>
  );
}

/** Commitments that a voice calls so; two of one voice who differ are counted under both. */
const calledBy = (all: readonly Commitment[], voice: string, rating: string): number =>
  all.filter(({ said }) => spoken(said).some((each) => each.voice === voice && each.last.rating === rating))
    .length;

/** The same of everybody who spoke, as a table: put together with nobody's. */
export function Tally({ translator, all }: Props) {
  const last = all.flatMap(({ said }) => spoken(said));
  if (last.length === 0) return null;
  const voices = VOICE_ORDER.filter((voice) => last.some((each) => each.voice === voice));
  return (
    <details>
      <summary>{t('plans.tallyAct')}</summary>
      <table class="plan-tally">
        <caption>{t('plans.tally', { count: all.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plans.far')}</th>
            {voices.map((voice) => (
              <th key={voice} scope="col" class="number">
                {codeLabel(translator, 'voices', voice)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RATINGS.map((rating) => (
            <tr key={rating}>
              <th scope="row">{codeLabel(translator, 'progress-ratings', rating)}</th>
              {voices.map((voice) => (
                <td key={voice} class="number">
                  {last.filter((each) => each.voice === voice && each.last.rating === rating).length}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
