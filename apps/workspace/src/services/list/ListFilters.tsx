import { Button } from '../../look/Button.tsx';
import { ADMISSION_GROUP_NAMES, type AdmissionGroup } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { useId, useState } from 'preact/hooks';
import { Picker } from '../../fields/inputs/picker.tsx';
import { pickerWords } from '../../fields/inputs/picker-words.ts';
import { areaChoices, areaLabel, choicesOf, codeLabel } from '../../fields/labels.ts';
import { t } from '../../locale/index.ts';
import { Chip } from '../../look/Chip.tsx';
import { Choice } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Field } from '../../look/Field.tsx';
import { FieldFrame } from '../../look/FieldFrame.tsx';
import type { Room } from '../../cases/room.ts';
import { EVERYTHING, type ListSearch } from './list-search.ts';

interface Props {
  room: Room;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

/** The filter that everybody uses, every other chosen one as a chip to take away, and the way to more. */
export function ListFilters({ room, search, onSearch }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { translator } = room;
  const change = (part: Partial<ListSearch>) => onSearch({ ...search, ...part });
  const chosen = chips(translator, search);
  return (
    <div class="case-chips">
      <Chip chosen={search.openNow} onClick={() => change({ openNow: !search.openNow })}>
        {t('services.open.now')}
      </Chip>
      {chosen.map(({ text, without }) => (
        <Chip
          key={text}
          chosen
          goes
          label={t('services.filters.remove', { filter: text })}
          onClick={() => change(without)}
        >
          {text}
        </Chip>
      ))}
      <Button kind="quiet" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('services.filters.all')}
      </Button>
      {isOpen && (
        <FilterDialog room={room} search={search} onChange={change} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

interface Chip {
  text: string;
  without: Partial<ListSearch>;
}

/** Every filter that is set, in words, with what takes it away. */
function chips(translator: Translator, search: ListSearch): Chip[] {
  const { need, area, admits, answer, state, verifiedWithin } = search;
  const all: (Chip | false)[] = [
    need !== '' && { text: codeLabel(translator, 'services', need), without: { need: '' } },
    area !== '' && { text: areaLabel(translator, area), without: { area: '' } },
    admits !== '' && {
      text: t('services.filters.admitsChip', {
        answer: codeLabel(translator, 'admission', answer),
        group: codeLabel(translator, 'admission-groups', admits),
      }),
      without: { admits: '', answer: EVERYTHING.answer },
    },
    state !== '' && { text: codeLabel(translator, 'provider-states', state), without: { state: '' } },
    verifiedWithin > 0 && {
      text: t('services.filters.verifiedChip', { months: verifiedWithin }),
      without: { verifiedWithin: 0 },
    },
  ];
  return all.filter((chip) => chip !== false);
}

const ANSWERS = ['admits', 'depends', 'refuses', 'unknown'] as const;
const MONTHS = [1, 3, 6, 12] as const;
const STATES = ['active', 'paused', 'ended'] as const;

/** The list behind follows at once; nothing needs to be confirmed. */
function FilterDialog({
  room,
  search,
  onChange,
  onClose,
}: {
  room: Room;
  search: ListSearch;
  onChange: (part: Partial<ListSearch>) => void;
  onClose: () => void;
}) {
  const { translator, country } = room;
  const ids = useId();
  const picker = (name: 'need' | 'area', title: string, choices: ReturnType<typeof choicesOf>) => (
    <FieldFrame id={`${ids}-${name}`} labelId={`${ids}-${name}-label`} label={title}>
      <Picker
        id={`${ids}-${name}`}
        labelledBy={`${ids}-${name}-label`}
        describedBy={undefined}
        choices={choices}
        chosen={search[name] === '' ? null : search[name]}
        onChoose={(code) => onChange({ [name]: code ?? '' })}
        words={pickerWords(translator)}
      />
    </FieldFrame>
  );
  const needs = choicesOf(translator, 'services').filter(
    ({ code }) => code !== 'unknown' && code !== 'prefers-not',
  );
  const areas = areaChoices(translator, country).filter(
    ({ code }) => code !== 'unknown' && code !== 'prefers-not',
  );
  return (
    <Dialog open title={t('services.filters.title')} onClose={onClose}>
      <div class="stack">
        {picker('need', t('services.filters.need'), needs)}
        {picker('area', t('services.filters.area'), areas)}
        <Field label={t('services.filters.admits')}>
          {(control) => (
            <select
              {...control}
              value={search.admits}
              onChange={(event) => onChange({ admits: event.currentTarget.value as AdmissionGroup | '' })}
            >
              <option value="">{t('services.filters.anybody')}</option>
              {ADMISSION_GROUP_NAMES.map((group) => (
                <option key={group} value={group}>
                  {codeLabel(translator, 'admission-groups', group)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {search.admits !== '' && (
          <Field label={t('services.filters.answer')}>
            {(control) => (
              <select
                {...control}
                value={search.answer}
                onChange={(event) => onChange({ answer: event.currentTarget.value as ListSearch['answer'] })}
              >
                {ANSWERS.map((answer) => (
                  <option key={answer} value={answer}>
                    {codeLabel(translator, 'admission', answer)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={t('services.filters.verified')}>
          {(control) => (
            <select
              {...control}
              value={String(search.verifiedWithin)}
              onChange={(event) => onChange({ verifiedWithin: Number(event.currentTarget.value) })}
            >
              <option value="0">{t('services.filters.whenever')}</option>
              {MONTHS.map((months) => (
                <option key={months} value={String(months)}>
                  {t('services.filters.months', { months })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('services.filters.state')}>
          {(control) => (
            <select
              {...control}
              value={search.state}
              onChange={(event) => onChange({ state: event.currentTarget.value as ListSearch['state'] })}
            >
              <option value="">{t('services.filters.notEnded')}</option>
              {STATES.map((state) => (
                <option key={state} value={state}>
                  {codeLabel(translator, 'provider-states', state)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Choice
          type="checkbox"
          label={t('services.open.now')}
          checked={search.openNow}
          onChange={(openNow) => onChange({ openNow })}
        />
      </div>
      <div class="buttons dialog-foot">
        <Button onClick={onClose}>{t('services.filters.show')}</Button>
        <Button
          kind="plain"
          onClick={() => onChange({ ...EVERYTHING, text: search.text, sort: search.sort })}
        >
          {t('services.filters.clear')}
        </Button>
      </div>
    </Dialog>
  );
}
