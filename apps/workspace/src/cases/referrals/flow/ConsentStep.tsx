import { valuesOf } from '@dayaq/acts/record-values';
import { isMinor } from '@dayaq/domain';
import { useId } from 'preact/hooks';
import { choicesOf, codeLabel, RecordForm, textsOf } from '../../../fields/index.ts';
import { sayDate } from '../../../fields/say-date.ts';
import { Choice, ChoiceGroup } from '../../../look/Choice.tsx';
import { Notice } from '../../../look/Notice.tsx';
import { useOpenCase } from '../../detail/open-case.ts';
import { dateIn } from '../../detail/when.ts';
import { type FlowState, standingConsent } from './flow-state.ts';

interface Props {
  state: FlowState;
  name: string;
  showProblems: boolean;
  onChange: (change: Partial<FlowState>) => void;
}

/** The person's own yes: to this recipient and to these parts, one that stands or one that is given now. */
export function ConsentStep({ state, name, showProblems, onChange }: Props) {
  const { live, around, translator, today } = useOpenCase();
  const { t } = translator;
  const group = useId();
  const standing = standingConsent(live, state.of, name);
  const person = live.find((record) => record.id === state.of);
  const isYoung = person !== undefined && isMinor(valuesOf(person), Number(today.slice(0, 4))) === 'yes';
  const chosen = textsOf(state.fresh['parts']);
  const given = standing === undefined ? null : dateIn(standing.fields['date']?.value);
  const put = (parts: readonly string[]) => onChange({ fresh: { ...state.fresh, parts: [...parts] } });
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
            hint={textsOf(standing.fields['parts']?.value)
              .map((code) => codeLabel(translator, 'shared-parts', code))
              .join(', ')}
            checked={state.standing === standing.id}
            onChange={() => onChange({ standing: standing.id })}
          />
          <Choice
            type="radio"
            name={group}
            label={t('referrals.consent.askAnew')}
            checked={state.standing === null}
            onChange={() => onChange({ standing: null })}
          />
        </ChoiceGroup>
      )}
      {state.standing === null && (
        <>
          <ChoiceGroup
            legend={t('referrals.consent.parts', { name })}
            hint={t('referrals.consent.partsHint')}
            error={showProblems && chosen.length === 0 ? t('referrals.consent.partsNeeded') : undefined}
          >
            {choicesOf(translator, 'shared-parts').map(({ code, label }) => (
              <Choice
                key={code}
                type="checkbox"
                label={label}
                hint={partHint(code)}
                checked={chosen.includes(code)}
                onChange={(on) => put(on ? [...chosen, code] : chosen.filter((one) => one !== code))}
              />
            ))}
          </ChoiceGroup>
          {isYoung && (
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
          {showProblems && isYoung && lacksDecider(state) && (
            <p class="field-error" role="alert">
              {t('referrals.consent.deciderNeeded')}
            </p>
          )}
        </>
      )}
    </>
  );

  function partHint(code: string): string | undefined {
    switch (code) {
      case 'alias-age':
        return t('referrals.part.aliasAge');
      case 'contact':
        return t('referrals.part.contact');
      case 'populations':
        return t('referrals.part.populations');
      case 'health':
        return t('referrals.part.health');
      case 'what-happened':
        return t('referrals.part.whatHappened');
      case 'perpetrators':
        return t('referrals.part.perpetrators');
      case 'needs':
        return t('referrals.part.needs');
      case 'documents':
        return t('referrals.part.documents');
      case 'files':
        return t('referrals.part.files');
      case 'safety':
        return t('referrals.part.safety');
      default:
        return undefined;
    }
  }
}

const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const lacksHow = ({ fresh }: FlowState): boolean => !isSaid(fresh['how']) || !isSaid(fresh['givenBy']);
/** For somebody under 18 it has to be known who decided. */
const lacksDecider = ({ fresh }: FlowState): boolean =>
  fresh['givenBy'] === 'unknown' || (fresh['givenBy'] !== 'self' && !isSaid(fresh['decidedBy']));

/** Whether the consent says enough to rely on. */
export function consentIsComplete(state: FlowState, isYoung: boolean): boolean {
  if (state.standing !== null) return true;
  return textsOf(state.fresh['parts']).length > 0 && !lacksHow(state) && !(isYoung && lacksDecider(state));
}
