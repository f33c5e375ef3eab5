import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { showAlone } from '../../shell/alone.ts';
import { sheetThatLeaves } from '../embargo.ts';
import { EmbargoWord } from '../EmbargoWord.tsx';
import type { PlanSheet, SheetItem } from '../plan-sheet.ts';
import { chosenOf, countOf, type Part, PARTS, partKey } from './choose.ts';
import { MeetingPage } from './MeetingPage.tsx';

const PART_WORDS = {
  text: () => t('plans.meeting.part.text'),
  annex: () => t('plans.annex'),
  asked: () => t('plans.meeting.part.asked'),
  money: () => t('plans.funding.title'),
} as const satisfies Record<Part, () => string>;

interface Props {
  sheet: PlanSheet;
  /** Commitments on the agenda of the newest review. */
  agenda: readonly string[];
  onClose: () => void;
}

/** What is to be shown in a meeting where others sit: nothing is chosen before somebody chooses it. */
export function MeetingDialog({ sheet, agenda, onClose }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isFailed, setIsFailed] = useState(false);
  const [word, setWord] = useState(false);
  const leaving = sheetThatLeaves(sheet, word);
  const shown = chosenOf(sheet, chosen);
  const put = (key: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const show = async (): Promise<void> => {
    if (leaving === null) return;
    const alone = chosenOf(leaving, chosen);
    setIsFailed(!(await showAlone(() => <MeetingPage sheet={alone} />)));
  };
  return (
    <Dialog open title={t('plans.meeting.title')} onClose={onClose}>
      <p>{t('plans.meeting.about')}</p>
      <EmbargoWord embargo={sheet.embargo} word={word} onWord={setWord} />
      {agenda.length > 0 && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => setChosen(new Set([...chosen, ...agenda]))}>
            {t('plans.meeting.agenda', { count: agenda.length })}
          </Button>
        </div>
      )}
      {sheet.groups.map((group) => (
        <ChoiceGroup key={group.id} legend={group.name}>
          {group.items.map((item) => (
            <div key={item.id}>
              <Choice
                type="checkbox"
                label={[item.number, item.name].filter(Boolean).join(' ')}
                checked={chosen.has(item.id)}
                onChange={(on) => put(item.id, on)}
              />
              {chosen.has(item.id) && <PartsOf item={item} chosen={chosen} put={put} />}
            </div>
          ))}
        </ChoiceGroup>
      ))}
      {isFailed && (
        <Notice tone="w" role="alert">
          <p>{t('plans.meeting.failed')}</p>
        </Notice>
      )}
      <div class="buttons">
        <Button
          disabled={shown.items.length === 0 || leaving === null}
          why={t(leaving === null ? 'plans.embargo.held' : 'plans.meeting.chooseFirst')}
          onClick={() => void show()}
        >
          {t('plans.meeting.show', { count: countOf(shown) })}
        </Button>
      </div>
    </Dialog>
  );
}

function PartsOf({
  item,
  chosen,
  put,
}: {
  item: SheetItem;
  chosen: ReadonlySet<string>;
  put: (key: string, on: boolean) => void;
}) {
  const rows = [
    ...PARTS.flatMap((part) =>
      item[part].length === 0 ? [] : [{ key: partKey(item.id, part), label: PART_WORDS[part]() }],
    ),
    ...item.said.map((said) => ({ key: said.id, label: `${said.who}: ${said.ratingWords}` })),
    ...item.indicators.map(({ id, name }) => ({ key: id, label: name })),
  ];
  return (
    <div class="meeting-parts">
      {rows.map(({ key, label }) => (
        <Choice
          key={key}
          type="checkbox"
          label={label}
          checked={chosen.has(key)}
          onChange={(on) => put(key, on)}
        />
      ))}
    </div>
  );
}
