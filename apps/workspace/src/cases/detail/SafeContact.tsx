import { groupOf, isEmpty, withoutRuledOut } from '@dayaq/domain';
import { clientOf } from '@dayaq/acts/client';
import { valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { contradictionText, fieldLabel } from '../../fields/index.ts';
import { ExcludeButton } from '../referrals/exclusions/ExcludeButton.tsx';
import { exclusionsOf } from '../referrals/exclusions/exclusions.ts';
import { FieldValue } from './FieldValue.tsx';
import { says, useOpenCase } from './open-case.ts';
import { Button } from '../../look/Button.tsx';

/**
 * How the person may be reached, and what must never be done. It stands above everything else of the case, because a
 * wrong call can cost more than anything that we write here can give.
 */
export function SafeContact() {
  const { live, translator, mayWrite, onPaper } = useOpenCase();
  const { t } = translator;
  const client = clientOf(live);
  if (client === undefined) return null;
  const isKnown = says(client, ...SAFE_CONTACT_FIELDS) || (!onPaper && says(client, 'excludedIds'));
  if (!isKnown) {
    return mayWrite ? (
      <p class="safe-contact safe-contact-unknown">
        <span>{t('cases.safe.unknown')}</span> <EditSafeContact client={client} label={t('cases.safe.ask')} />{' '}
        <ExcludeButton person={client} />
      </p>
    ) : null;
  }
  return (
    <section class="safe-contact" aria-labelledby="safe-contact">
      <h3 id="safe-contact" class="kicker">
        {t('cases.safe.title')}
      </h3>
      <SafeContactLines client={client} />
      {mayWrite && (
        <div class="cluster safe-contact-acts no-print">
          <EditSafeContact client={client} label={t('cases.edit.edit')} />
          <ExcludeButton person={client} />
        </div>
      )}
    </section>
  );
}

const BESIDE = ['codeWord', 'mayLeaveMessage', 'exclusions'] as const;

/** The fields of a person that say how to reach them, how never to, and who must not learn of it. */
export const SAFE_CONTACT_FIELDS = groupOf('person', 'contact');

const WAYS = ['safeChannel', 'safeContact', 'safeHours'] as const;

/**
 * The ways and hours in one line, the "never" in another that cannot be overlooked. A way that "never" says no to is none:
 * that the two contradict each other stands first.
 */
export function SafeContactLines({ client }: { client: RecordView }) {
  const { translator } = useOpenCase();
  const said = valuesOf(client);
  const contradiction = contradictionText(translator, 'person', said);
  const meant = contradiction === undefined ? said : withoutRuledOut('person', said);
  // A number to which no way is left is no invitation to dial it.
  const hasWay = isEmpty(said['safeChannel']) || !isEmpty(meant['safeChannel']);
  const ways = hasWay ? WAYS.filter((field) => !isEmpty(meant[field])) : [];
  const beside = [...(hasWay ? [] : WAYS.slice(1)), ...BESIDE].filter((field) => !isEmpty(meant[field]));
  return (
    <>
      {contradiction !== undefined && <p class="safe-contact-never">{contradiction}</p>}
      {/* A number that came with a list is none that the person called safe. */}
      {!isEmpty(said['safeContact']) && isEmpty(said['safeChannel']) && (
        <p class="safe-contact-never">{translator.t('cases.safe.unknown')}</p>
      )}
      {ways.length > 0 && (
        <p class="safe-contact-way">
          {ways.map((field, i) => (
            <span key={field}>
              <FieldValue record={client} field={field} values={meant} />
              {i < ways.length - 1 && '\u00a0· '}
            </span>
          ))}
        </p>
      )}
      {says(client, 'neverContact') && (
        <p class="safe-contact-never">
          <FieldValue record={client} field="neverContact" />
        </p>
      )}
      <ExcludedOfOurs client={client} />
      {beside.length > 0 && (
        <dl class="story-facts">
          {beside.map((field) => (
            <div key={field}>
              <dt>{fieldLabel(translator, 'person', field)}</dt>
              <dd>
                <FieldValue record={client} field={field} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Members whom the person does not want to see the case; organisations stand in the words below. */
function ExcludedOfOurs({ client }: { client: RecordView }) {
  const { members, onPaper, translator } = useOpenCase();
  const { ids } = exclusionsOf(client);
  const names = members.filter(({ account }) => ids.includes(account)).map(({ name }) => name);
  if (names.length === 0 || onPaper) return null;
  return (
    <p class="safe-contact-never">
      {translator.t('referrals.exclude.open')}:{' '}
      {translator.t('referrals.exclude.ours', { names: names.join(', ') })}
    </p>
  );
}

function EditSafeContact({ client, label }: { client: RecordView; label: string }) {
  const { edit, translator } = useOpenCase();
  const title = translator.t('cases.safe.title');
  return (
    <Button
      kind="quiet"
      class="safe-contact-act no-print"
      small
      label={`${label}: ${title}`}
      onClick={() => edit({ title, kind: 'person', record: client, only: SAFE_CONTACT_FIELDS })}
    >
      {label}
    </Button>
  );
}
