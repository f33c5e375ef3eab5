import { clientOf } from '@dayaq/acts/client';
import { plainRecord } from '@dayaq/acts/record-values';
import { consentGaps, partsAgreed } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { codeLabel, kindLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { CONSENT_KIND_NAMES, type ConsentKind, consentsTo, stateOf } from './consent-state.ts';
import { useWords } from './FieldValue.tsx';
import { WithdrawDialog } from '../referrals/WithdrawDialog.tsx';
import { useOpenCase } from './open-case.ts';
import { dateIn } from './when.ts';
import { Button } from '../../look/Button.tsx';

/** What the client agreed to: help, sharing with each recipient, statistics, a story. Nothing asked is said as such. */
export function Consents() {
  const { live, translator, today } = useOpenCase();
  const gaps = consentGaps(live.map(plainRecord), Number(today.slice(0, 4)));
  const client = clientOf(live);
  if (client === undefined) return null;
  return (
    <div class="case-fact">
      <dt>{translator.t('cases.consent.title')}</dt>
      <dd>
        <ul class="case-consents">
          {CONSENT_KIND_NAMES.map((kind) => {
            const decisions = consentsTo(live, client.id, kind);
            const rows: (RecordView | undefined)[] = decisions.length === 0 ? [undefined] : decisions;
            return rows.map((consent) => (
              <ConsentLine key={consent?.id ?? kind} consent={consent} kind={kind} client={client.id} />
            ));
          })}
        </ul>
        {gaps.some(({ gap }) => gap === 'minor-who-decided') && (
          <p class="case-gap small">{translator.t('cases.consent.minorWhoDecided')}</p>
        )}
        {gaps.some(({ gap }) => gap === 'adult-decided-for') && (
          <p class="case-gap small">{translator.t('cases.consent.adultDecidedFor')}</p>
        )}
      </dd>
    </div>
  );
}

const TONES = { yes: 'o', no: 'w', withdrawn: 'w', 'not-asked': 'n' } as const;

function ConsentLine({
  consent,
  kind,
  client,
}: {
  consent: RecordView | undefined;
  kind: ConsentKind;
  client: Id;
}) {
  const { live, translator, mayWrite, edit, today, me } = useOpenCase();
  const [withdrawing, setWithdrawing] = useState(false);
  const { t } = translator;
  const words = useWords();
  const state = stateOf(consent);
  const said = {
    yes: t('cases.consent.yes'),
    no: t('cases.consent.no'),
    withdrawn: t('cases.consent.withdrawn'),
    'not-asked': t('cases.consent.notAsked'),
  }[state];
  const what = codeLabel(translator, 'consent-kinds', kind);
  const recipient = consent === undefined ? '' : words(consent, 'recipient');
  const date =
    consent === undefined
      ? null
      : dateIn(consent.fields[state === 'withdrawn' ? 'withdrawn' : 'date']?.value);
  const detail = [
    recipient,
    consent === undefined
      ? ''
      : partsAgreed(live.map(plainRecord), plainRecord(consent))
          .parts.map((part) => codeLabel(translator, 'shared-parts', part))
          .join(', '),
    date && sayDate(translator, date),
  ];
  return (
    <li>
      <button
        type="button"
        class="case-consent"
        disabled={!mayWrite}
        onClick={() =>
          edit({
            title: `${kindLabel(translator, 'consent')}: ${what}`,
            kind: 'consent',
            record: consent ?? null,
            purpose: `${kind} ${client}`,
            preset: { of: client, to: kind, date: { day: today }, takenBy: me },
          })
        }
      >
        <span>{what}</span>
        <span class={`case-consent-state case-consent-${TONES[state]}`}>{said}</span>
        <span class="muted small">{detail.filter(Boolean).join(' · ')}</span>
      </button>
      {mayWrite && kind === 'sharing' && state === 'yes' && consent !== undefined && (
        <Button kind="quiet" class="case-invite no-print" small onClick={() => setWithdrawing(true)}>
          {t('referrals.withdraw.open')}
        </Button>
      )}
      {withdrawing && consent !== undefined && (
        <WithdrawDialog consent={consent} onClose={() => setWithdrawing(false)} />
      )}
    </li>
  );
}
