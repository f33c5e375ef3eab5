import { nameFor, namesOf } from '@dayaq/domain';
import type { ListedRecord } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { codeLabel, type Surroundings, valueText } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Chip } from '../../look/Chip.tsx';
import { Empty } from '../../look/Empty.tsx';
import { Page } from '../../look/Page.tsx';
import { Asking } from '../../shell/Asking.tsx';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { useQuery } from '../../vault/session.ts';
import '../cases.css';
import '../parts/side-rows.css';
import { caseName } from '../case-name.ts';
import type { Room } from '../room.ts';
import { useRoom } from '../use-room.ts';
import { allRecords } from './all-records.ts';
import { lacksOf } from './lacks.ts';
import { Lacks } from './Lacks.tsx';
import { Outcomes } from './Outcomes.tsx';
import { type Institution, institutionsOf } from './institutions.ts';
import { byPress, matterState, promiseState } from '@dayaq/acts/matter/matters';
import { useJoining } from './use-joining.tsx';
import { answerTone, STATE_TONES, STATE_WORDS } from './MatterCard.tsx';

/** Rows of each list that are drawn. */
const DRAWN = 200;
const NOBODY: readonly ListedRecord[] = [];
const FILTERS = ['open', 'overdue', 'all'] as const;
type Filter = (typeof FILTERS)[number];
const FILTER_WORDS = {
  open: () => t('matters.page.open'),
  overdue: () => t('matters.page.overdue'),
  all: () => t('matters.page.all'),
} as const satisfies Record<Filter, () => string>;

/** All matters and all institutions, over every case that this member can open. */
export function MattersPage() {
  const room = useRoom();
  return <Page title={t('matters.page.title')}>{room !== null && <Overview room={room} />}</Page>;
}

function Overview({ room }: { room: Room }) {
  const filter = useSignal<Filter>('open');
  const allMatters = useQuery((v) => allRecords(v, ['matter']), [], ['matter', 'case']);
  const allContacts = useQuery((v) => allRecords(v, ['contact']), [], ['contact', 'case']);
  const allNeeds = useQuery((v) => allRecords(v, ['document-need']), [], ['document-need', 'case']);
  const allProviders = useQuery((v) => allRecords(v, ['provider']), [], ['provider']);
  const matters = allMatters.data;
  const contacts = allContacts.data;
  const { today, translator } = room;
  const around: Surroundings = { translator, records: [], members: room.members, country: room.country };
  const nameOf = ({ fields }: ListedRecord): string =>
    typeof fields.forum === 'string' ? codeLabel(translator, 'forums', fields.forum) : '';
  const providers = allProviders.data?.records ?? NOBODY;
  const known = useMemo(
    () =>
      providers.map(({ record, fields }) => ({
        id: record,
        name: nameFor(fields, translator.language),
        names: namesOf(fields),
      })),
    [providers, translator],
  );
  const everyInstitution = useMemo(
    () =>
      institutionsOf(
        [...(matters?.records ?? []), ...(contacts?.records ?? [])],
        nameOf,
        new Map(known.map(({ id, name }) => [id, name])),
        today,
      ),
    [matters, contacts, known, today],
  );
  const joining = useJoining(room, everyInstitution, providers, known);
  if (matters === undefined || contacts === undefined || allProviders.data === undefined)
    return (
      <Asking
        query={matters === undefined ? allMatters : contacts === undefined ? allContacts : allProviders}
      />
    );
  const lacks = lacksOf(allNeeds.data?.records ?? [], matters.records, today);
  if (matters.records.length + contacts.records.length + lacks.length === 0) {
    return (
      <Empty icon="matters" title={t('matters.page.empty')}>
        <p class="muted">{t('matters.page.emptyHint')}</p>
      </Empty>
    );
  }

  const shown = [...matters.records]
    .filter(({ fields }) => {
      const state = matterState(fields, today);
      return (
        filter.value === 'all' || (filter.value === 'overdue' ? state === 'overdue' : state !== 'closed')
      );
    })
    .map((row) => ({ id: row.record, fields: row.fields, row }))
    .sort(byPress(today));
  const institutions = everyInstitution.filter(
    ({ open, overdue }) => filter.value === 'all' || (filter.value === 'overdue' ? overdue : open),
  );
  return (
    <div class="stack stack-loose">
      <div class="cluster" role="group" aria-label={t('matters.page.show')}>
        {FILTERS.map((name) => (
          <Chip key={name} chosen={filter.value === name} onClick={() => (filter.value = name)}>
            {FILTER_WORDS[name]()}
          </Chip>
        ))}
      </div>
      <section class="case-section" aria-labelledby="all-matters">
        <h2 id="all-matters">{t('matters.title')}</h2>
        {shown.length === 0 && <p class="muted">{t('matters.page.none')}</p>}
        <ul class="side-rows">
          {shown.slice(0, DRAWN).map(({ row }) => (
            <MatterRow key={row.record} row={row} around={around} today={today} />
          ))}
        </ul>
        {(shown.length > DRAWN || matters.more) && (
          <p class="muted">{t('matters.page.more', { count: Math.min(shown.length, DRAWN) })}</p>
        )}
      </section>
      <Lacks room={room} needs={allNeeds.data?.records ?? []} matters={matters.records} />
      <Outcomes matters={matters.records} translator={translator} today={today} />
      <section class="case-section" aria-labelledby="all-institutions">
        <h2 id="all-institutions">{t('matters.page.institutions')}</h2>
        <p class="small muted">{t('cases.onlyYours')}</p>
        {institutions.length === 0 && <p class="muted">{t('matters.page.none')}</p>}
        <ul class="side-rows">
          {institutions.slice(0, DRAWN).map((institution) => (
            <InstitutionRow
              key={institution.key}
              institution={institution}
              around={around}
              today={today}
              onJoin={joining.ask}
            />
          ))}
        </ul>
        {(institutions.length > DRAWN || contacts.more) && (
          <p class="muted">{t('matters.page.more', { count: Math.min(institutions.length, DRAWN) })}</p>
        )}
      </section>
      {joining.parts}
    </div>
  );
}

interface RowProps {
  around: Surroundings;
  today: string;
}

const wordsOf = (row: ListedRecord, field: string, around: Surroundings): string =>
  valueText({ ...around, kind: row.kind, field, value: row.fields[field], values: row.fields });
const nameIn = (row: ListedRecord): string => (row.case === null ? '' : caseName(row.case));

function MatterRow({ row, around, today }: RowProps & { row: ListedRecord }) {
  const words = (field: string) => wordsOf(row, field, around);
  const state = matterState(row.fields, today);
  const tone = STATE_TONES[state];
  const deadline = words('deadline');
  return (
    <li class="side-row">
      <p class="side-title">
        <a href={`/cases/${row.dossier}/matters`}>
          {[words('type'), words('forumName') || words('forum')].filter(Boolean).join(' · ')}
        </a>
        <Tag {...(tone === undefined ? {} : { tone })}>{STATE_WORDS[state]()}</Tag>
        {words('answer') !== '' && <Tag {...answerTone(row.fields.answer)}>{words('answer')}</Tag>}
      </p>
      <p class="small muted">
        {[
          nameIn(row),
          words('barrier'),
          words('owner'),
          deadline === '' || (state !== 'open' && state !== 'overdue')
            ? ''
            : t('matters.contacts.by', { day: deadline }),
          words('result'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

const KEPT_TONES: Readonly<Record<string, Tone>> = { kept: 'o', 'kept-partly': 'w', broken: 'w' };

function InstitutionRow({
  institution,
  around,
  today,
  onJoin,
}: RowProps & { institution: Institution; onJoin: ((institution: Institution) => void) | undefined }) {
  const { id, name, contacts, matters, last, openPromises, broken, overdue } = institution;
  const { translator } = around;
  return (
    <li class="side-row">
      <p class="side-title">
        {id === null ? <span>{name}</span> : <a href={`/services/${id}`}>{name}</a>}
        {openPromises > 0 && (
          <Tag tone={overdue ? 'w' : 'a'}>{t('matters.page.promises', { count: openPromises })}</Tag>
        )}
        {broken > 0 && <Tag tone="w">{t('matters.page.broken', { count: broken })}</Tag>}
      </p>
      <p class="small muted">
        {[
          contacts.length > 0 ? t('matters.page.contacts', { count: contacts.length }) : '',
          matters.length > 0 ? t('matters.page.matters', { count: matters.length }) : '',
          last === '' ? '' : t('matters.page.last', { day: sayDate(translator, { day: last }) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {id === null && onJoin !== undefined && (
        <div>
          <Button
            kind="quiet"
            small
            class="case-invite no-print"
            label={`${t('matters.join.act')} (${name})`}
            onClick={() => onJoin(institution)}
          >
            {t('matters.join.act')}
          </Button>
        </div>
      )}
      {contacts.length > 0 && (
        <details>
          <summary>{t('matters.contacts.title')}</summary>
          <ul class="small">
            {contacts.slice(0, DRAWN).map((contact) => {
              const kept = typeof contact.fields.kept === 'string' ? contact.fields.kept : '';
              const state = promiseState(contact.fields, today);
              const tone = KEPT_TONES[kept];
              return (
                <li key={contact.record}>
                  <a href={`/cases/${contact.dossier}/matters`}>{nameIn(contact)}</a>{' '}
                  {[
                    wordsOf(contact, 'date', around),
                    wordsOf(contact, 'who', around),
                    wordsOf(contact, 'about', around),
                    wordsOf(contact, 'promised', around),
                  ]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  {state === 'overdue' && <Tag tone="w">{t('matters.contacts.overdue')}</Tag>}
                  {state === 'open' && <Tag tone="a">{t('matters.contacts.waiting')}</Tag>}
                  {state === 'settled' && (
                    <Tag {...(tone === undefined ? {} : { tone })}>{wordsOf(contact, 'kept', around)}</Tag>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </li>
  );
}
