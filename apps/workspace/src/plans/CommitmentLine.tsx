import { isFuzzyDate, type FuzzyDate, spoken, type Spoken } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import { codeLabel, type Surroundings, valueText } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import { ReadingTags, SIGNS, TONES } from './Readings.tsx';
import { TimeScale } from './TimeScale.tsx';
import { type Commitment, nameIn, type Said } from './use-framework.ts';

interface Props {
  commitment: Commitment;
  /** The years of its plan. */
  scale: FuzzyDate | null;
  around: Surroundings;
  /** YYYY-MM-DD */
  today: string;
}

/**
 * One commitment in a line: what, when, the state's word beside ours, and our reason. On a laptop its parts stand under the heads of
 * `CommitmentHeads`; on a phone each carries its own.
 */
export function CommitmentLine({ commitment: { record, values, said }, scale, around, today }: Props) {
  const { translator } = around;
  const words = (field: string): string =>
    valueText({ ...around, kind: 'commitment', field, value: values[field], values });
  const { count } = values;
  const all = spoken(said);
  const others = said.filter(({ voice }) => voice !== 'state' && voice !== 'ours');
  const because = all.flatMap(({ voice, last }) => (voice === 'ours' ? [textIn(last.record, 'words')] : []));
  return (
    <>
      <span class="plan-number">{words('number')}</span>
      <span class="plan-what">
        <span class="plan-name">{nameIn(record, translator.language)}</span>
        {typeof count === 'number' && <Tag>{t('plans.stands', { count })}</Tag>}
        {words('annexLacks') !== '' && <Tag tone="w">{t('plans.annexLacks')}</Tag>}
      </span>
      <span class="plan-when">
        {scale !== null && (
          <TimeScale
            scale={scale}
            start={dateIn(values['start'])}
            regular={dateIn(values['regular'])}
            today={today}
          />
        )}
        {words('written') !== '' && <span class="muted small">{words('written')}</span>}
      </span>
      <Word voice="state" all={all} around={around} />
      <Word voice="ours" all={all} around={around} />
      <span class="plan-because">
        {because.map((each) => each !== '' && <span key={each}>{each}</span>)}
        {others.length > 0 && <ReadingTags said={others} translator={translator} />}
      </span>
    </>
  );
}

/** Over the lines, where there is room for columns; each cell says for itself what it is to whoever hears it. */
export function CommitmentHeads() {
  return (
    <div class="plan-heads" aria-hidden="true">
      <span class="plan-head-what">{t('plans.columns.what')}</span>
      <span>{t('plans.columns.when')}</span>
      <span>{t('plans.columns.state')}</span>
      <span>{t('plans.columns.ours')}</span>
      <span>{t('plans.columns.because')}</span>
    </div>
  );
}

const dateIn = (value: unknown): FuzzyDate | null => (isFuzzyDate(value) ? value : null);

interface WordProps {
  voice: 'state' | 'ours';
  all: readonly Spoken<Said>[];
  around: Surroundings;
}

/** What one side says of it. The state's word has no colour: only our judgement has one. */
function Word({ voice, all, around }: WordProps) {
  const said = all.filter((each) => each.voice === voice);
  return (
    <span class="plan-word">
      <span class="plan-word-whose">{t(`plans.columns.${voice}`)}</span>
      {said.length === 0 && <span class="muted small">{t('plans.noWord')}</span>}
      {said.map(({ who, last }) => (
        <span key={last.id}>
          <Tag
            tone={voice === 'ours' ? (TONES[last.rating] ?? 'n') : 'n'}
            icon={SIGNS[last.rating] ?? 'minus'}
          >
            {codeLabel(around.translator, 'progress-ratings', last.rating)}
          </Tag>
          {who !== '' && <span class="muted small"> {who}</span>}
        </span>
      ))}
    </span>
  );
}
