import { textIn } from '@dayaq/acts/record-values';
import type { CountryPack } from '@dayaq/domain';
import type { Id, RecordView, Value } from '@dayaq/vault/client';
import { recordTitle } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { FieldValue, useWords } from '../detail/FieldValue.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import { EditButton } from '../detail/StoryEntry.tsx';
import { memberName } from '../room.ts';
import { Deadlines } from './Deadlines.tsx';
import { GatheredCases } from './GatheredCases.tsx';
import { MatterActs } from './MatterActs.tsx';
import { type Fields, matterState, type MatterState } from '@dayaq/acts/matter/matters';

export const STATE_TONES: Readonly<Record<MatterState, Tone | undefined>> = {
  draft: 'w',
  open: 'a',
  overdue: 'w',
  answered: undefined,
  closed: undefined,
};
export const STATE_WORDS = {
  draft: () => t('matters.states.draft'),
  open: () => t('matters.states.open'),
  overdue: () => t('matters.states.overdue'),
  answered: () => t('matters.states.answered'),
  closed: () => t('matters.states.closed'),
} as const satisfies Record<MatterState, () => string>;

interface Props {
  record: RecordView;
  fields: Fields;
  others: readonly { id: Id; fields: Fields }[];
  pack: CountryPack | undefined;
}

const ANSWER_TONES: Readonly<Record<string, Tone>> = {
  granted: 'o',
  'granted-partly': 'w',
  refused: 'w',
  formal: 'w',
  'no-answer': 'w',
};
/** What colour an answer has; the words carry the meaning. */
export function answerTone(answer: Value | undefined): { tone?: Tone } {
  const tone = typeof answer === 'string' ? ANSWER_TONES[answer] : undefined;
  return tone === undefined ? {} : { tone };
}

/** One matter: before whom, about what, by when, what they answered, and the next step in one tap. */
export function MatterCard({ record, fields, others, pack }: Props) {
  const open = useOpenCase();
  const { today, mayWrite, live, around } = open;
  const words = useWords();
  const state = matterState(fields, today);
  const tone = STATE_TONES[state];
  const title = [words(record, 'type'), words(record, 'forumName') || words(record, 'forum')]
    .filter(Boolean)
    .join(' · ');
  const filed = words(record, 'filed');
  const number = words(record, 'number');
  const lawyer = words(record, 'lawyer');
  const hearing = words(record, 'hearing');
  const fine = words(record, 'fine');
  const until = words(record, 'orderUntil');
  const owner = textIn(record, 'owner');
  const against = live.find(({ id }) => id === fields.appealOf);
  const isAppealed = others.some((other) => other.fields.appealOf === record.id);
  return (
    <li class="side-row" id={`record-${record.id}`}>
      <div class="story-line">
        <p class="side-title">
          <span>{title}</span>
          <Tag {...(tone === undefined ? {} : { tone })}>{STATE_WORDS[state]()}</Tag>
          {says(record, 'answer') && <Tag {...answerTone(fields.answer)}>{words(record, 'answer')}</Tag>}
          {isAppealed && <Tag>{t('matters.act.appealed')}</Tag>}
        </p>
        {mayWrite && <EditButton record={record} title={title} />}
      </div>
      <p class="small muted">
        {[
          // Talks with an institution are begun; nothing is put there.
          filed === ''
            ? ''
            : t(fields.type === 'advocacy' ? 'matters.facts.begun' : 'matters.facts.filed', { day: filed }),
          words(record, 'forWhom'),
          number === '' ? '' : t('matters.facts.number', { number }),
          owner === '' ? '' : memberName(open, owner),
          lawyer === '' ? '' : t('matters.facts.lawyer', { name: lawyer }),
          hearing === '' ? '' : t('matters.facts.hearing', { day: hearing }),
          fine === '' ? '' : t('matters.facts.fine', { amount: fine }),
          until === '' ? '' : t('matters.facts.orderUntil', { day: until }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {says(record, 'barrier') && (
        <p class="small">{t('matters.facts.barrier', { what: words(record, 'barrier') })}</p>
      )}
      {against !== undefined && (
        <p class="small">{t('matters.facts.appealOf', { what: recordTitle(against, around) })}</p>
      )}
      {says(record, 'charge') && (
        <div class="story-told">
          <FieldValue record={record} field="charge" />
        </div>
      )}
      {says(record, 'about') && (
        <div class="story-told">
          <FieldValue record={record} field="about" />
        </div>
      )}
      {says(record, 'answer', 'answered') && (
        <p>
          {t('matters.facts.answered', { day: words(record, 'answered'), answer: words(record, 'answer') })}
        </p>
      )}
      {says(record, 'answerWords') && (
        <div class="story-told small">
          <FieldValue record={record} field="answerWords" />
        </div>
      )}
      <Deadlines record={record} fields={fields} state={state} pack={isAppealed ? undefined : pack} />
      {state === 'closed' && (
        <p>
          {t('matters.facts.closed', {
            day: words(record, 'closed'),
            result: [words(record, 'result'), words(record, 'noGround'), words(record, 'remedies')]
              .filter(Boolean)
              .join(', '),
          })}
        </p>
      )}
      {fields.type === 'advocacy' && <GatheredCases record={record} />}
      {mayWrite && <MatterActs record={record} title={title} />}
    </li>
  );
}
