import { plainRecord, textIn, valuesOf } from '@dayaq/acts/record-values';
import { clientSummary } from '@dayaq/domain';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '@dayaq/locale';
import type { DossierView, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useId, useMemo, useState } from 'preact/hooks';
import { DraftLine } from '../../drafts/DraftLine.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { recordTitle, textsOf } from '../../fields/index.ts';
import { t, translator } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { TextField } from '../../look/Field.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Page } from '../../look/Page.tsx';
import { shareOf, useShares } from '../../referrals/use-shares.ts';
import { say, useQuery } from '../../vault/session.ts';
import '../cases.css';
import { lifeOf } from '@dayaq/acts/referral/life';
import type { Room } from '../room.ts';
import { useRoom } from '../use-room.ts';
import './summary.css';
import { type SummaryForm, SummarySheet } from './SummarySheet.tsx';
import { useWordsOf } from './summary-words.ts';

/** What the client may see of their own case, in their language: to show, or to print and take away. */
export function SummaryPage({ id }: { id: Id }) {
  const room = useRoom();
  const { data } = useQuery<Outcome<DossierView>>((vault) => vault.dossier(id), [id]);
  const root = data?.ok ? data.value.records.find((record) => record.id === id) : undefined;
  return (
    <Page title={t('summary.title')} back={`/cases/${id}/referrals`}>
      {data !== undefined && !data.ok && <p role="alert">{say(data.failure)}</p>}
      {data === undefined && <p class="muted">{t('cases.list.loading')}</p>}
      {room !== null && data?.ok && root !== undefined && (
        <Summary room={room} dossier={data.value} root={root} />
      )}
    </Page>
  );
}

function Summary({ room, dossier, root }: { room: Room; dossier: DossierView; root: RecordView }) {
  const own = translator.value;
  const name = useId();
  const shares = useShares();
  const live = useMemo(() => dossier.records.filter((record) => !record.deleted), [dossier]);
  const clients = live.filter((record) => record.kind === 'person' && textIn(record, 'role') === 'client');
  const [of, setOf] = useState<Id>(clients[0]?.id ?? '');
  const person = clients.find((one) => one.id === of);
  const [form, setForm] = useState<SummaryForm>('short');
  const [health, setHealth] = useState(false);
  const [language, setLanguage] = useState<Language>(() => spoken(clients[0]) ?? own.language);
  // It stands on paper only; kept like all words, it is offered at the next paper.
  const typed = useDrafted({
    place: { dossier: dossier.id, about: 'summary', purpose: 'contact' },
    title: t('summary.contact'),
    begin: { contact: '' },
  });
  const { contact } = typed.typed;
  const { words, failed } = useWordsOf(language, own);
  const summary = useMemo(() => {
    if (person === undefined) return null;
    // What both sides wrote in a hand-over is newer than our own note of it.
    const records = live.map((record) => {
      const plain = plainRecord(record);
      if (record.kind !== 'referral') return plain;
      const share = shareOf(shares, textIn(record, 'dossier'));
      const life = lifeOf(valuesOf(record), share?.fields ?? null);
      if (share?.acknowledged === true) life['revokedSeen'] ??= share.updated;
      return { ...plain, fields: { ...plain.fields, ...life } };
    });
    return clientSummary(records, person.id);
  }, [live, shares, person]);

  if (summary === null) {
    return (
      <Notice>
        <p>{t('summary.nobody')}</p>
      </Notice>
    );
  }
  return (
    <div class="stack">
      <div class="stack no-print">
        <p class="muted">{t('summary.lead')}</p>
        {clients.length > 1 && (
          <ChoiceGroup legend={t('summary.whose')}>
            {clients.map((client) => (
              <Choice
                key={client.id}
                type="radio"
                name={`${name}-of`}
                label={recordTitle(client, {
                  translator: own,
                  records: live,
                  members: room.members,
                  country: room.country,
                })}
                checked={client.id === of}
                onChange={() => {
                  setOf(client.id);
                  setLanguage(spoken(client) ?? own.language);
                }}
              />
            ))}
          </ChoiceGroup>
        )}
        <ChoiceGroup legend={t('summary.form')}>
          {(['short', 'full'] as const).map((one) => (
            <Choice
              key={one}
              type="radio"
              name={`${name}-form`}
              label={one === 'short' ? t('summary.short') : t('summary.full')}
              hint={one === 'short' ? t('summary.shortHint') : t('summary.fullHint')}
              checked={form === one}
              onChange={() => setForm(one)}
            />
          ))}
        </ChoiceGroup>
        {form === 'full' && (
          <Choice
            type="checkbox"
            label={t('summary.health')}
            hint={t('summary.healthHint')}
            checked={health}
            onChange={setHealth}
          />
        )}
        <ChoiceGroup legend={t('summary.language')} two>
          {LANGUAGES.map((one) => (
            <Choice
              key={one}
              type="radio"
              name={`${name}-language`}
              label={<span lang={one}>{LANGUAGE_NAMES[one]}</span>}
              checked={language === one}
              onChange={() => setLanguage(one)}
            />
          ))}
        </ChoiceGroup>
        {typed.ready && (
          <TextField
            label={t('summary.contact')}
            hint={t('summary.contactHint')}
            value={contact}
            onValue={(next) => typed.put({ contact: next })}
            max={120}
          />
        )}
        <DraftLine form={typed} />
        {failed && (
          <Notice tone="w" role="alert">
            <p>{t('summary.languageFailed')}</p>
          </Notice>
        )}
        <div class="buttons">
          <Button disabled={words === null} onClick={() => print()}>
            <Icon name="print" />
            {t('summary.print')}
          </Button>
        </div>
      </div>
      {words !== null && (
        <SummarySheet
          summary={summary}
          form={form}
          around={{ translator: words, records: live, members: room.members, country: room.country }}
          health={health}
          reference={textIn(root, 'reference')}
          contact={contact}
          today={room.today}
        />
      )}
    </div>
  );
}

/** The first language of the person in which the sheet can be written. */
function spoken(person: RecordView | undefined): Language | null {
  return textsOf(person?.fields['languages']?.value).find(isLanguage) ?? null;
}
