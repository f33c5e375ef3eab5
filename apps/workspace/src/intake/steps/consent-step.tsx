import { isFamily, isMinor, minorGap } from '@dayaq/domain';
import type { MessageKey } from '@dayaq/locale';
import { RadioRows } from '../../fields/inputs/choice-rows.tsx';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { ConsentGapWords } from '../../consent/ConsentGapWords.tsx';
import { Notice } from '../../look/Notice.tsx';
import { ASKED_CONSENTS, type AskedConsent, perpetratorsOf, saidNo } from '@dayaq/acts/intake/draft';
import type { StepProps } from '../room.ts';
import { SharingAnswers } from './sharing-answers.tsx';
import { StepForm } from './step-form.tsx';

const WORDS = {
  service: { title: 'intake.consent.service', meaning: 'intake.consent.serviceMeaning' },
  sharing: { title: 'intake.consent.sharing', meaning: 'intake.consent.sharingMeaning' },
  statistics: { title: 'intake.consent.statistics', meaning: 'intake.consent.statisticsMeaning' },
} as const satisfies Record<AskedConsent, { title: MessageKey; meaning: MessageKey }>;

/** Three questions, asked one by one, each with what it means. "Not asked yet" is an honest answer. */
export function ConsentStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const year = Number(draft.opened.slice(0, 4));
  const forMinor = isMinor({ fields: draft.client }, year) === 'yes';
  // Who does not want to be helped by us is asked nothing more.
  const isRefused = saidNo(draft);
  const asks = isRefused ? (['service'] as const) : ASKED_CONSENTS;
  const asked = !isRefused && ASKED_CONSENTS.some((name) => draft.consents[name] !== 'not-asked');
  const gap =
    forMinor && asked && typeof draft.consent['givenBy'] === 'string'
      ? minorGap(
          draft.consent,
          { fields: draft.client },
          {
            country: room.country,
            year,
            familyHarmed: perpetratorsOf(draft).some(({ type }) => isFamily(type)),
          },
        )
      : null;
  return (
    <>
      {forMinor && gap === null && <Notice tone="w">{t('intake.consent.minor')}</Notice>}
      {asks.map((name) => (
        <section key={name} class="stack stack-tight">
          <FieldGroup
            id={`intake-consent-${name}`}
            label={t(WORDS[name].title)}
            hint={t(WORDS[name].meaning)}
          >
            <RadioRows
              name={`intake-consent-${name}`}
              compact
              firm
              choices={[
                { code: 'yes', label: t('intake.consent.yes') },
                { code: 'no', label: t('intake.consent.no') },
                { code: 'not-asked', label: t('intake.consent.notAsked') },
              ]}
              chosen={draft.consents[name]}
              onChoose={(code) =>
                put({
                  consents: {
                    ...draft.consents,
                    [name]: code === 'yes' || code === 'no' ? code : 'not-asked',
                  },
                })
              }
            />
          </FieldGroup>
          {name === 'sharing' && draft.consents.sharing === 'yes' && (
            <>
              <StepForm
                {...props}
                kind="consent"
                values={{ ...draft.consent, to: 'sharing' }}
                only={['recipient']}
                words={{
                  recipient: {
                    label: t('intake.consent.recipient'),
                    hint: t('intake.consent.recipientHint'),
                  },
                }}
                onChange={({ to: _to, ...consent }) => put({ consent })}
              />
              <SharingAnswers {...props} />
            </>
          )}
        </section>
      ))}
      {asked && (
        <StepForm
          {...props}
          kind="consent"
          values={draft.consent}
          only={forMinor ? ['givenBy', 'decidedBy', 'decidedWhy', 'how'] : ['how']}
          words={{
            how: { label: t('intake.consent.how') },
            givenBy: { label: t('intake.consent.givenBy') },
          }}
          onChange={(consent) => put({ consent })}
        />
      )}
      {gap !== null && (
        <Notice tone="w" role="status">
          <ConsentGapWords gap={gap} country={room.country} translator={room.translator} />
        </Notice>
      )}
      {!isRefused && <p class="field-hint">{t('intake.consent.later')}</p>}
    </>
  );
}
