import { type ClientSummary, CONSENT_KIND_NAMES, type ConsentState, type GivenTo } from '@dayaq/domain';
import { dayOf, type MessageKey, type Translator } from '@dayaq/locale';
import { codeLabel, kindLabel, recordTitle, type Surroundings } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { Paper } from '../../look/Paper.tsx';
import { WrittenDown } from './WrittenDown.tsx';

/** How much stands on the sheet: `short` is for a sheet that somebody might find. */
export type SummaryForm = 'short' | 'full';

interface Props {
  summary: ClientSummary;
  form: SummaryForm;
  /** The case's records and members, in the client's language, whatever the worker's is. */
  around: Surroundings;
  /** Answers about health stand on the full sheet. */
  health: boolean;
  reference: string;
  /** As the worker typed it; empty: nothing stands there. */
  contact: string;
  /** YYYY-MM-DD */
  today: string;
}

/** What the client holds in their hand. The short form names nobody, no organisation, nothing that happened. */
export function SummarySheet({ summary, form, around, health, reference, contact, today }: Props) {
  const words = around.translator;
  const { t } = words;
  const day = sayDate(words, { day: today });
  return (
    <Paper
      label={t('summary.sheet')}
      lang={words.language}
      title={form === 'short' ? t('summary.paper.short.title') : t('summary.paper.title')}
      facts={[t('summary.paper.number', { reference }), day]}
      foot={[reference, day].join(' · ')}
    >
      {form === 'full' && summary.alias !== '' && (
        <p class="strong">{t('summary.paper.hello', { name: summary.alias })}</p>
      )}
      {contact.trim() !== '' && <p>{t('summary.paper.contact', { contact: contact.trim() })}</p>}
      {form === 'short' ? (
        <Short summary={summary} words={words} />
      ) : (
        <Full summary={summary} around={around} health={health} today={today} />
      )}
    </Paper>
  );
}

/** Counts alone: a number tells somebody who searches a bag nothing. */
function Short({ summary, words }: { summary: ClientSummary; words: Translator }) {
  const { t } = words;
  const notes = summary.held.reduce((sum, { records }) => sum + records.length, 0);
  const told = summary.given.filter(({ sent }) => sent !== null);
  const places = new Set(told.map(({ recipient }) => recipient)).size;
  const back = told.filter(({ revoked }) => revoked !== null).length;
  return (
    <ul class="summary-lines">
      <li>{t('summary.paper.short.notes', { count: notes })}</li>
      <li>
        {t('summary.paper.short.places', { count: places })}
        {back > 0 && ` ${t('summary.paper.short.back', { count: back })}`}
      </li>
      <li>{t('summary.paper.short.ask')}</li>
    </ul>
  );
}

const STATES = {
  yes: 'summary.paper.state.yes',
  no: 'summary.paper.state.no',
  withdrawn: 'summary.paper.state.withdrawn',
  'not-asked': 'summary.paper.state.notAsked',
} as const satisfies Record<ConsentState, MessageKey>;

/** What it was a copy of, and which copy, as far as anybody said. */
function fileGiven(words: Translator, { role, description, copy }: NonNullable<GivenTo['file']>): string {
  const what = description || (role === '' ? kindLabel(words, 'file') : codeLabel(words, 'file-roles', role));
  return copy === '' ? what : `${what} (${codeLabel(words, 'file-copies', copy)})`;
}

/** What we will do, in its own words; what is late is said as late, and is no promise for a day that is over. */
function aheadWords(around: Surroundings, id: string, planned: string, today: string): string {
  const { translator } = around;
  const record = around.records.find((each) => each.id === id);
  const what = record === undefined ? kindLabel(translator, 'response') : recordTitle(record, around);
  if (planned === '') return what;
  const day = sayDate(translator, { day: planned });
  return planned < today.slice(0, planned.length)
    ? translator.t('summary.paper.aheadLate', { what, day })
    : `${what}, ${day}`;
}

function Full({ summary, around, health, today }: Pick<Props, 'summary' | 'around' | 'health' | 'today'>) {
  const words = around.translator;
  const { t } = words;
  const parts = (codes: readonly string[]): string =>
    codes.map((code) => codeLabel(words, 'shared-parts', code)).join(', ');
  const day = (at: number): string => sayDate(words, { day: dayOf(at) });
  return (
    <>
      <section>
        <h3>{t('summary.paper.held')}</h3>
        <p class="small muted">{t('summary.paper.heldLead')}</p>
        {summary.held.length === 0 ? (
          <p>{t('summary.paper.nothing')}</p>
        ) : (
          <WrittenDown held={summary.held} around={around} health={health} />
        )}
      </section>
      <section>
        <h3>{t('summary.paper.consents')}</h3>
        <ul class="summary-lines">
          {CONSENT_KIND_NAMES.map((kind) => (
            <li key={kind}>
              {codeLabel(words, 'consent-kinds', kind)}: <b>{t(STATES[summary.consents[kind]])}</b>
            </li>
          ))}
        </ul>
        {summary.hasExclusions && <p>{t('summary.paper.exclusions')}</p>}
      </section>
      {summary.agreed.length > 0 && (
        <section>
          <h3>{t('summary.paper.agreed')}</h3>
          <ul class="summary-lines">
            {summary.agreed.map(({ recipient, parts: codes }) => (
              <li key={`${recipient}${codes.join()}`}>
                <b>{recipient || t('summary.paper.noRecipient')}</b>:{' '}
                {parts(codes) || t('summary.paper.noParts')}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('summary.paper.given')}</h3>
        {summary.given.length === 0 ? (
          <p>{t('summary.paper.givenNone')}</p>
        ) : (
          <ul class="summary-lines">
            {summary.given.map((given, i) => (
              <li key={i}>
                <b>{given.recipient || t('summary.paper.noRecipient')}</b>:{' '}
                {given.file === null ? parts(given.parts) : fileGiven(words, given.file)}
                {' · '}
                {given.sent === null
                  ? t('summary.paper.notSent')
                  : t('summary.paper.sentOn', {
                      day: given.on === null ? day(given.sent) : sayDate(words, { day: given.on }),
                    })}
                {given.revoked !== null && (
                  <>
                    {' · '}
                    {t('summary.paper.takenBack', { day: day(given.revoked) })}
                    {', '}
                    {given.confirmed ? t('summary.paper.confirmed') : t('summary.paper.notConfirmed')}
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {summary.ahead.length > 0 && (
        <section>
          <h3>{t('summary.paper.ahead')}</h3>
          <ul class="summary-lines">
            {summary.ahead.map(({ record, day: planned }) => (
              <li key={record}>{aheadWords(around, record, planned, today)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('summary.paper.rights')}</h3>
        <ul class="summary-lines">
          <li>{t('summary.paper.right.see')}</li>
          <li>{t('summary.paper.right.withdraw')}</li>
          <li>{t('summary.paper.right.stop')}</li>
        </ul>
      </section>
    </>
  );
}
