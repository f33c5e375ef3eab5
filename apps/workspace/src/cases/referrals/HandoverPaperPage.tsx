import { plainRecord, textIn, valuesOf } from '@dayaq/acts/record-values';
import {
  allowsSharing,
  type ChosenFields,
  groupOf,
  isChosenFields,
  KINDS,
  shareOnly,
  withoutRuledOut,
} from '@dayaq/domain';
import type { DossierView, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useMemo } from 'preact/hooks';
import { fieldLabel, valueText } from '../../fields/index.ts';
import { sayDate, sayMoment } from '../../fields/say-date.ts';
import { t, translator } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Page } from '../../look/Page.tsx';
import { Paper } from '../../look/Paper.tsx';
import { QrCode } from '../../look/QrCode.tsx';
import { currentSpace, say, useQuery } from '../../vault/session.ts';
import '../cases.css';
import { memberName, type Room } from '../room.ts';
import { useRoom } from '../use-room.ts';
import { asViews } from '@dayaq/acts/referral/hand-over';
import './referrals.css';
import { needWord } from './referral-words.ts';
import { SharedFacts } from './SharedFacts.tsx';
import { shortText } from './short-text.ts';

/** A hand-over for paper or a camera: only the agreed fields, and nothing leaves the device. */
export function HandoverPaperPage({ id, referral }: { id: Id; referral: Id }) {
  const room = useRoom();
  const { data } = useQuery<Outcome<DossierView>>((vault) => vault.dossier(id), [id]);
  const record = data?.ok ? data.value.records.find((one) => one.id === referral && !one.deleted) : undefined;
  return (
    <Page title={t('referrals.paper.title')} back={`/cases/${id}/referrals`}>
      {data !== undefined && !data.ok && <p role="alert">{say(data.failure)}</p>}
      {data?.ok && record === undefined && <p>{t('shell.notFound.title')}</p>}
      {room !== null && data?.ok && record !== undefined && (
        <Sheet room={room} records={data.value.records} referral={record} />
      )}
    </Page>
  );
}

/** Carried facts that a short text can hold, the most needed first. */
const IN_SHORT = Object.keys(KINDS).flatMap((kind) =>
  groupOf(kind, 'short').map((field) => [kind, field] as const),
);

function Sheet({
  room,
  records,
  referral,
}: {
  room: Room;
  records: readonly RecordView[];
  referral: RecordView;
}) {
  const words = translator.value;
  const values = valuesOf(referral);
  const consent = records.find((one) => one.id === textIn(referral, 'consent'));
  const isRevoked = values['revoked'] !== undefined && values['revoked'] !== null;
  const views = useMemo(
    () =>
      consent === undefined || isRevoked
        ? []
        : asViews(shareOnly(records.map(plainRecord), plainRecord(consent), carriedBy(values)), room.me, 0),
    [records, consent, isRevoked],
  );
  if (isRevoked || consent === undefined || !allowsSharing(plainRecord(consent))) {
    return (
      <Notice tone="w">
        <p>{t('referrals.paper.revoked')}</p>
      </Notice>
    );
  }
  const need = needWord(words, values['need'], values['needOther']);
  const from = currentSpace()?.name ?? '';
  const reference = textIn(referral, 'reference');
  const around = { translator: words, records: views, members: [], country: room.country };
  const facts = IN_SHORT.flatMap(([kind, field]) =>
    views
      .filter((view) => view.kind === kind)
      .map((view) => {
        // In so few words a way that is ruled out would be taken for one.
        const values = withoutRuledOut(kind, valuesOf(view));
        const text = valueText({ ...around, kind, field, value: values[field], values });
        return text === '' ? '' : `${fieldLabel(words, kind, field)}: ${text}`;
      }),
  );
  const short = shortText([
    reference,
    `${t('referrals.preview.need')}: ${need}`,
    `${t('referrals.paper.from')}: ${from}`,
    ...facts,
    textIn(referral, 'needWords'),
  ]);
  return (
    <div class="stack">
      <div class="stack no-print">
        <Notice tone="w">
          <p>{t('referrals.paper.warning')}</p>
        </Notice>
        <div class="buttons">
          <Button onClick={() => print()}>
            <Icon name="print" />
            {t('referrals.paper.print')}
          </Button>
        </div>
      </div>
      <Paper
        label={t('referrals.paper.sheet')}
        kicker={t('referrals.paper.sheet')}
        title={need}
        facts={[
          `${t('referrals.paper.number')}: ${reference}`,
          said(
            t('referrals.paper.from'),
            [from, memberName(room, textIn(referral, 'owner'))].filter(Boolean).join(', '),
          ),
          said(t('referrals.paper.to'), textIn(referral, 'to')),
          typeof values['sent'] === 'number'
            ? said(t('referrals.paper.when'), sayMoment(words, values['sent']))
            : sayDate(words, { day: room.today }),
        ]}
        beside={<QrCode text={short} label={t('referrals.paper.qr')} />}
        foot={[reference, sayDate(words, { day: room.today })].join(' · ')}
      >
        {textIn(referral, 'needWords') !== '' && <p>{textIn(referral, 'needWords')}</p>}
        <SharedFacts records={views} translator={words} country={room.country} />
        <p class="small muted">{t('referrals.paper.agreed')}</p>
      </Paper>
      <p class="muted small no-print">{t('referrals.paper.qrHint')}</p>
    </div>
  );
}

/** What the last look showed; of a referral of before that was kept, what its consent says. */
const carriedBy = ({ carried }: Readonly<Record<string, unknown>>): ChosenFields | undefined =>
  isChosenFields(carried) ? carried : undefined;

const said = (name: string, value: string): string => (value === '' ? '' : `${name}: ${value}`);
