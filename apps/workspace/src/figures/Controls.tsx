import { childrenOf, fuzzyRange, isFuzzyDate } from '@dayaq/domain';
import {
  BASES,
  type Dimension,
  DIMENSIONS,
  MOST_DIMENSIONS,
  PLACE_DIMENSION,
  type Question,
  RULES,
  TIMES,
  WHO,
} from '@dayaq/domain/count';
import type { Room } from '../cases/room.ts';
import { areaChoices, codeLabel } from '../fields/index.ts';
import { DateInput } from '../fields/inputs/date-input.tsx';
import { t } from '../locale/index.ts';
import { Choice } from '../look/Choice.tsx';
import { Field } from '../look/Field.tsx';
import { daysOf, periodOf, PERIODS } from './periods.ts';
import { canBeFine, dimensionName, UNIT_NAMES } from './words.ts';

interface Props {
  room: Room;
  question: Question;
  onAsk: (question: Question) => void;
}

interface Option {
  readonly value: string;
  readonly text: string;
}

/** What is asked: of what, by what, of when and where, whom, and how somebody stands who belongs to several groups. */
export function Controls({ room, question, onAsk }: Props) {
  const ask = (part: Partial<Question>): void => onAsk({ ...question, ...part });
  return (
    <div class="stack figure-controls no-print">
      <div class="figure-asked">
        <Select
          label={t('figures.ask.unit')}
          value={question.unit}
          options={UNIT_NAMES.map((value) => ({ value, text: t(`figures.unit.${value}`) }))}
          onValue={(value) => ask({ unit: UNIT_NAMES.find((each) => each === value) ?? question.unit })}
        />
        <Period room={room} question={question} ask={ask} />
        <Select
          label={t('figures.ask.area')}
          value={question.area ?? ''}
          options={[
            { value: '', text: t('figures.ask.everywhere') },
            ...areaChoices(room.translator, room.country)
              .filter(({ code }) => code !== 'unknown' && code !== 'prefers-not')
              .map(({ code, label }) => ({ value: code, text: label })),
          ]}
          onValue={(value) => ask({ area: value === '' ? null : value })}
        />
      </div>
      <ByChoices room={room} question={question} ask={ask} />
      <details>
        <summary>{t('figures.ask.rules')}</summary>
        <div class="figure-asked">
          <Select
            label={t('figures.ask.dated')}
            value={question.dated}
            options={RULES.map((value) => ({ value, text: t(`figures.dated.${value}`) }))}
            onValue={(value) => ask({ dated: RULES.find((each) => each === value) ?? question.dated })}
          />
          <Select
            label={t('figures.ask.placed')}
            value={question.placed}
            options={RULES.map((value) => ({ value, text: t(`figures.placed.${value}`) }))}
            onValue={(value) => ask({ placed: RULES.find((each) => each === value) ?? question.placed })}
          />
          <Select
            label={t('figures.ask.basis')}
            value={question.basis}
            options={BASES.map((value) => ({ value, text: t(`figures.basis.${value}`) }))}
            onValue={(value) => ask({ basis: BASES.find((each) => each === value) ?? question.basis })}
          />
          <Select
            label={t('figures.ask.who')}
            value={question.who}
            options={WHO.map((value) => ({ value, text: t(`figures.who.${value}`) }))}
            onValue={(value) => ask({ who: WHO.find((each) => each === value) ?? question.who })}
          />
          <Only room={room} question={question} ask={ask} />
        </div>
      </details>
    </div>
  );
}

type Part = Pick<Props, 'room' | 'question'> & { ask: (part: Partial<Question>) => void };

function Select({
  label,
  value,
  options,
  onValue,
}: {
  label: string;
  value: string;
  options: readonly Option[];
  onValue: (value: string) => void;
}) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Period({ room, question, ask }: Part) {
  const { today, translator } = room;
  const period = periodOf(question, today);
  return (
    <>
      <Select
        label={t('figures.ask.period')}
        value={period}
        options={PERIODS.map((value) => ({ value, text: t(`figures.period.${value}`) }))}
        onValue={(value) => {
          const chosen = PERIODS.find((each) => each === value);
          if (chosen === 'own') ask({ from: `${today.slice(0, 4)}-01-01`, to: today });
          else if (chosen !== undefined) ask(daysOf(chosen, today));
        }}
      />
      {period === 'own' &&
        (['from', 'to'] as const).map((end) => (
          <DateInput
            key={end}
            id={`figure-${end}`}
            label={t(`figures.ask.${end}`)}
            translator={translator}
            value={question[end] === null ? null : { day: question[end] }}
            isOurs
            onChange={(value) => ask({ [end]: isFuzzyDate(value) ? fuzzyRange(value)[end] : null })}
          />
        ))}
    </>
  );
}

/** One choice after the other, each of what is not chosen yet. */
function ByChoices({ room, question, ask }: Part) {
  const { by } = question;
  const put = (at: number, dimension: Dimension | null): void => {
    const others = by.filter((each, i) => i !== at && each.by !== dimension?.by);
    ask({ by: dimension === null ? others : [...others.slice(0, at), dimension, ...others.slice(at)] });
  };
  const shown = Math.min(by.length + 1, MOST_DIMENSIONS);
  return (
    <div class="figure-asked">
      {Array.from({ length: shown }, (_, at) => {
        const chosen = by[at];
        const taken = by.filter((_, i) => i !== at).map((each) => each.by);
        return (
          <div key={at} class="stack stack-tight">
            <Select
              label={at === 0 ? t('figures.ask.by') : t('figures.ask.andBy')}
              value={chosen?.by ?? ''}
              options={[
                { value: '', text: at === 0 ? t('figures.ask.nothing') : t('figures.ask.nothingMore') },
                ...offered(room, taken),
              ]}
              onValue={(value) => put(at, value === '' ? null : { by: value })}
            />
            {chosen !== undefined && canBeFine(chosen) && (
              <Choice
                type="checkbox"
                label={t('figures.ask.fine')}
                checked={chosen.fine === true}
                onChange={(fine) => put(at, fine ? { by: chosen.by, fine: true } : { by: chosen.by })}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function offered({ translator }: Room, taken: readonly string[]): Option[] {
  return [...TIMES, PLACE_DIMENSION, ...DIMENSIONS.keys()]
    .filter((by) => !taken.includes(by))
    .map((by) => ({ value: by, text: dimensionName(translator, { by }) }));
}

/** Only what has one code: of everything that has a list. */
function Only({ room, question, ask }: Part) {
  const { translator } = room;
  const { only } = question;
  const list = only === null ? null : (DIMENSIONS.get(only.by)?.field.list ?? null);
  const codesOf = (name: string): Option[] =>
    childrenOf(name).flatMap(({ code }) =>
      [code, ...childrenOf(name, code).map((child) => child.code)].map((each) => ({
        value: each,
        text: codeLabel(translator, name, each),
      })),
    );
  return (
    <>
      <Select
        label={t('figures.ask.only')}
        value={only?.by ?? ''}
        options={[
          { value: '', text: t('figures.ask.all') },
          ...[...DIMENSIONS].flatMap(([by, { field }]) =>
            field.list === null ? [] : [{ value: by, text: dimensionName(translator, { by }) }],
          ),
        ]}
        onValue={(by) => {
          const first = childrenOf(DIMENSIONS.get(by)?.field.list ?? '')[0];
          ask({ only: by === '' || first === undefined ? null : { by, code: first.code } });
        }}
      />
      {only !== null && list !== null && (
        <Select
          label={t('figures.ask.which')}
          value={only.code}
          options={codesOf(list)}
          onValue={(code) => ask({ only: { by: only.by, code } })}
        />
      )}
    </>
  );
}
