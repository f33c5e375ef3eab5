import { begunOn, dependantsOn, NOTHING_CHOSEN, offersOn } from '@dayaq/acts/referral/choose';
import { plainRecord } from '@dayaq/acts/record-values';
import { codeList, familyHarmed, isMinor, minorGap, partsAgreed } from '@dayaq/domain';
import { useId, useMemo } from 'preact/hooks';
import { codeLabel, RecordForm } from '../../../fields/index.ts';
import { sayDate } from '../../../fields/say-date.ts';
import { Choice, ChoiceGroup } from '../../../look/Choice.tsx';
import { Notice } from '../../../look/Notice.tsx';
import { ConsentGapWords } from '../../../consent/ConsentGapWords.tsx';
import { GivenFields } from '../../../consent/GivenFields.tsx';
import { useOpenCase } from '../../detail/open-case.ts';
import { dateIn } from '../../detail/when.ts';
import { type FlowState, isAnythingChosen, standingConsent } from './flow-state.ts';

interface Props {
  state: FlowState;
  name: string;
  showProblems: boolean;
  onChange: (change: Partial<FlowState>) => void;
}

/** The person's own yes: to this recipient and to these answers, one that stands or one that is given now. */
export function ConsentStep({ state, name, showProblems, onChange }: Props) {
  const { live, around, translator, today, country } = useOpenCase();
  const { t } = translator;
  const group = useId();
  const plain = useMemo(() => live.map(plainRecord), [live]);
  const standing = standingConsent(live, state.of, state.recipient);
  const used = plain.find((record) => record.id === state.standing) ?? null;
  const offers = useMemo(() => offersOn(plain, state.of, used), [plain, state.of, used]);
  const person = plain.find((record) => record.id === state.of);
  const year = Number(today.slice(0, 4));
  const isYoung = person !== undefined && isMinor(person, year) === 'yes';
  // It is said, and stops nothing: a child is not left without help because an adult is missing.
  const gap =
    isYoung && isSaid(state.fresh['givenBy'])
      ? minorGap(state.fresh, person, { country, year, familyHarmed: familyHarmed(plain) })
      : null;
  const given = standing === undefined ? null : dateIn(standing.fields['date']?.value);
  const parts =
    used === null
      ? (codeList('shared-parts')?.codes ?? []).map(({ code }) => code)
      : partsAgreed(plain, used).parts;
  return (
    <>
      <p>{t('referrals.consent.lead', { name })}</p>
      {standing !== undefined && (
        <ChoiceGroup legend={t('referrals.consent.which')}>
          <Choice
            type="radio"
            name={group}
            label={t('referrals.consent.standing', {
              day: given === null ? t('referrals.consent.noDay') : sayDate(translator, given),
            })}
            hint={partsAgreed(plain, plainRecord(standing))
              .parts.map((code) => codeLabel(translator, 'shared-parts', code))
              .join(', ')}
            checked={state.standing === standing.id}
            onChange={() =>
              onChange({
                standing: standing.id,
                choosing: begunOn(plain, state.of, plainRecord(standing)),
                files: [],
              })
            }
          />
          <Choice
            type="radio"
            name={group}
            label={t('referrals.consent.askAnew')}
            checked={state.standing === null}
            onChange={() => onChange({ standing: null, choosing: NOTHING_CHOSEN, files: [] })}
          />
        </ChoiceGroup>
      )}
      <GivenFields
        live={live}
        around={around}
        of={state.of}
        name={name}
        offers={offers}
        dependants={dependantsOn(plain, state.of, used)}
        parts={parts}
        choosing={state.choosing}
        problem={
          showProblems && offers.length > 0 && !isAnythingChosen(state)
            ? t('referrals.consent.partsNeeded')
            : undefined
        }
        onChange={(choosing) => onChange({ choosing })}
      />
      {state.standing === null && (
        <>
          {isYoung && gap === null && (
            <Notice tone="w">
              <p>{t('intake.consent.minor')}</p>
            </Notice>
          )}
          <RecordForm
            {...around}
            kind="consent"
            record=""
            values={state.fresh}
            only={['how', 'givenBy', 'decidedBy', 'decidedWhy']}
            words={{
              how: { label: t('intake.consent.how') },
              givenBy: { label: t('intake.consent.givenBy') },
            }}
            onChange={(fresh) => onChange({ fresh })}
          />
          {showProblems && lacksHow(state) && (
            <p class="field-error" role="alert">
              {t('referrals.consent.howNeeded')}
            </p>
          )}
          {gap !== null && (
            <Notice tone="w" role="status">
              <ConsentGapWords gap={gap} country={country} translator={translator} />
            </Notice>
          )}
        </>
      )}
    </>
  );
}

const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const lacksHow = ({ fresh }: FlowState): boolean => !isSaid(fresh['how']) || !isSaid(fresh['givenBy']);
/** Whether the consent says enough to go on with: of what may be passed on something, where there is anything. */
export function consentIsComplete(state: FlowState, anyOffers: boolean): boolean {
  if (anyOffers && !isAnythingChosen(state)) return false;
  return state.standing !== null || !lacksHow(state);
}
