import {
  type Choosing,
  isChosen,
  offersNow,
  withDependant,
  withOffer,
  withPart,
} from '@dayaq/acts/referral/choose';
import { valuesOf } from '@dayaq/acts/record-values';
import { groupOf, type Offer, type PlainRecord } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { choicesOf, fieldLabel, recordTitle, valueText } from '../fields/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Notice } from '../look/Notice.tsx';
import type { Surroundings } from '../fields/props.ts';
import './given-fields.css';

interface Props {
  /** The records of which is chosen, and what they need to be told in words. */
  live: readonly RecordView[];
  around: Surroundings;
  of: Id;
  /** To whom. */
  name: string;
  offers: readonly Offer[];
  dependants: readonly PlainRecord[];
  /** Codes of the parts that may be opened. */
  parts: readonly string[];
  choosing: Choosing;
  problem: string | undefined;
  onChange: (choosing: Choosing) => void;
}

/** What may be passed on, field by field, each with what it says: read aloud, ticked or left. */
export function GivenFields({
  live,
  around,
  of,
  name,
  offers,
  dependants,
  parts,
  choosing,
  problem,
  onChange,
}: Props) {
  const { translator } = around;
  const { t } = translator;
  const now = offersNow(choosing, offers, of);
  return (
    <>
      {dependants.length > 0 && (
        <ChoiceGroup legend={t('referrals.consent.along')} hint={t('referrals.consent.alongHint')}>
          {dependants.map(({ id }) => {
            const person = live.find((record) => record.id === id);
            return (
              person !== undefined && (
                <Choice
                  key={id}
                  type="checkbox"
                  label={recordTitle(person, around)}
                  hint={valueText({
                    ...around,
                    kind: 'person',
                    field: 'ageBand',
                    value: person.fields.ageBand?.value ?? null,
                  })}
                  checked={Object.hasOwn(choosing.chosen, id)}
                  onChange={(on) => onChange(withDependant(choosing, offers, id, on))}
                />
              )
            );
          })}
        </ChoiceGroup>
      )}
      <ChoiceGroup
        legend={t('referrals.consent.parts', { name })}
        hint={t('referrals.consent.partsHint')}
        error={problem}
      >
        {choicesOf(translator, 'shared-parts')
          .filter(({ code }) => parts.includes(code))
          .map(({ code, label }) => {
            const inside = now.filter(({ part }) => part === code);
            const isOpen = choosing.parts.includes(code);
            return (
              <div key={code} class="given-part">
                <Choice
                  type="checkbox"
                  label={label}
                  hint={
                    inside.length === 0 && code !== 'files'
                      ? t('referrals.consent.nothingThere')
                      : hintOf(code)
                  }
                  checked={isOpen}
                  onChange={(on) => onChange(withPart(choosing, offers, of, code, on))}
                />
                {isOpen && inside.length > 0 && (
                  <Answers
                    live={live}
                    around={around}
                    label={label}
                    offers={inside}
                    of={of}
                    choosing={choosing}
                    onChange={onChange}
                  />
                )}
              </div>
            );
          })}
      </ChoiceGroup>
    </>
  );

  function hintOf(code: string): string | undefined {
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

const REACH = groupOf('person', 'reach');
const isReach = ({ kind, field }: Offer): boolean => kind === 'person' && REACH.includes(field);

/** So many answers of a part are seen at first. */
const AT_FIRST = 30;
/** Characters of an answer that are read here; the last look has it whole. */
const MOST_WORDS = 160;

function Answers({
  live,
  around,
  label,
  offers,
  of,
  choosing,
  onChange,
}: Pick<Props, 'live' | 'around' | 'offers' | 'of' | 'choosing' | 'onChange'> & { label: string }) {
  const { translator } = around;
  const { t } = translator;
  const [all, setAll] = useState(false);
  const shown = all ? offers : offers.slice(0, AT_FIRST);
  const waiting = offers.some((offer) => offer.alone && !isChosen(choosing, offer));
  // Whoever gets a number calls it: what must never be done has to go with it.
  const numbers = offers.filter((offer) => offer.field === 'safeContact' && isChosen(choosing, offer));
  const isBare = numbers.some(({ record }) =>
    offers.some((offer) => offer.record === record && isReach(offer) && !isChosen(choosing, offer)),
  );
  return (
    <div class="given-answers" role="group" aria-label={t('referrals.consent.answers', { part: label })}>
      {waiting && <p class="muted small">{t('referrals.consent.alone')}</p>}
      {shown.map((offer) => {
        const record = live.find(({ id }) => id === offer.record);
        return (
          record !== undefined && (
            <Choice
              key={`${offer.record} ${offer.field}`}
              type="checkbox"
              label={labelOf(record, offer.field)}
              hint={wordsOf(record, offer.field)}
              checked={isChosen(choosing, offer)}
              onChange={(on) => onChange(withOffer(choosing, offer, of, on))}
            />
          )
        );
      })}
      {isBare && (
        <Notice tone="w" role="status">
          <p>{t('referrals.consent.bareNumber')}</p>
        </Notice>
      )}
      {shown.length < offers.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('referrals.consent.more', { count: offers.length - shown.length })}
        </Button>
      )}
    </div>
  );

  function labelOf(record: RecordView, field: string): string {
    const label = fieldLabel(translator, record.kind, field);
    return record.id === of || record.kind === 'case' ? label : `${recordTitle(record, around)} · ${label}`;
  }

  function wordsOf(record: RecordView, field: string): string {
    const value = record.fields[field]?.value;
    const words = valueText({
      ...around,
      kind: record.kind,
      field,
      value: value ?? null,
      values: valuesOf(record),
    });
    return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).trimEnd()}…` : words;
  }
}
