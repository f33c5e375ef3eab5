import type { RowFault, RowPlan, RowRemark, RowReport, Subject } from '@dayaq/register';
import { formatNumber } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice } from '../look/Choice.tsx';
import { TextField } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { SaveLink } from '../services/exchange/SaveLink.tsx';
import { chosenRows } from './chosen-rows.ts';
import type { Found } from './known-here.ts';
import { RowRecords } from './RowRecords.tsx';

/** Rows that stand on the page; the whole list can be saved. */
const SHOWN = 100;
const FIRST = 5;

interface Props {
  room: Room;
  reports: readonly RowReport[];
  /** What is here of each case already, by its place in `RowPlanner.cases`. */
  found: ReadonlyMap<number, Found>;
  about: Subject;
  /** Reads the rows of a case once more, by its place in `RowPlanner.cases`. */
  planOf: (at: number) => RowPlan;
  onBack: () => void;
  /** Places of the cases in `RowPlanner.cases`; whether they come in again that were deleted. */
  onImport: (chosen: readonly number[], again: boolean) => void;
}

/** What each row becomes, and which cannot come in, before anything is saved. */
export function Report({ room, reports, found, about, planOf, onBack, onImport }: Props) {
  const { language } = room.translator;
  const [only, setOnly] = useState('');
  const [again, setAgain] = useState(false);
  const isChosen = chosenRows(only);
  const cannot = reports.filter(({ faults }) => faults.length > 0);
  const come = rowsThatCome(reports);
  const rows = reports.length - cannot.length;
  const chosen =
    isChosen === null
      ? []
      : [...come].flatMap(([at, numbers]) =>
          numbers.some((number) => isChosen(number)) && isToCome(found.get(at), again) ? [at] : [],
        );
  const count = (...is: Found['is'][]): number =>
    [...found.values()].filter((each) => is.includes(each.is)).length;
  const [here, elsewhere, deleted, destroyed] = [
    count('here', 'elsewhere'),
    count('elsewhere'),
    count('deleted'),
    count('destroyed'),
  ];
  const isOfCases = about === 'case';
  return (
    <div class="stack stack-loose">
      <h2>{t('register.report')}</h2>
      <div class="stack stack-tight" role="status">
        <p class="strong">
          {come.size === rows
            ? t(isOfCases ? 'register.ready' : 'register.readyProviders', { count: rows })
            : t(isOfCases ? 'register.gathered' : 'register.gatheredProviders', { rows, count: come.size })}
        </p>
        <p class="strong">{t('register.cannot', { count: cannot.length })}</p>
        {here > 0 && <p class="strong">{t('register.already', { count: here })}</p>}
        {elsewhere > 0 && <p>{t('register.elsewhere', { count: elsewhere })}</p>}
        {destroyed > 0 && <p>{t('register.destroyed', { count: destroyed })}</p>}
      </div>
      {deleted > 0 && (
        <Choice
          type="checkbox"
          label={t('register.again', { count: deleted })}
          hint={t('register.againHint')}
          checked={again}
          onChange={setAgain}
        />
      )}
      {cannot.length > 0 && (
        <section class="stack stack-tight" aria-label={t('register.cannot', { count: cannot.length })}>
          <p class="muted">{t('register.cannotHint')}</p>
          <ul class="exchange-report">
            {cannot.slice(0, SHOWN).map(({ number, faults }) => (
              <li key={number}>
                <span class="strong">{t('register.row', { number })}</span>
                {faults.map((fault, i) => (
                  <span key={i} class="small">
                    {faultText(fault)}
                  </span>
                ))}
              </li>
            ))}
          </ul>
          {cannot.length > SHOWN && (
            <p class="small muted">{t('register.more', { number: formatNumber(language, cannot.length) })}</p>
          )}
          <SaveLink name="rows.txt" type="text/plain" text={() => cannot.map(line).join('\r\n')}>
            {t('register.saveList')}
          </SaveLink>
        </section>
      )}
      <Remarks reports={reports} />
      <TextField
        label={t('register.only')}
        hint={t('register.onlyHint')}
        error={isChosen === null ? t('register.onlyWrong') : undefined}
        value={only}
        exact
        onValue={setOnly}
      />
      {chosen.length > 0 && (
        <section class="stack stack-tight" aria-label={t('register.becomes')}>
          <h3>{t('register.becomes')}</h3>
          <ul class="exchange-report">
            {chosen.slice(0, FIRST).map((at) => (
              <li key={at}>
                <span class="strong">{rowsOf(room.translator, come.get(at) ?? [])}</span>
                <RowRecords room={room} plan={planOf(at)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Notice>
        <p>{t(isOfCases ? 'register.everybody' : 'register.everybodyProviders')}</p>
      </Notice>
      <div class="buttons">
        <Button
          disabled={chosen.length === 0}
          why={t('register.nothingToImport')}
          onClick={() => onImport(chosen, again)}
        >
          {t(isOfCases ? 'register.import' : 'register.importProviders', { count: chosen.length })}
        </Button>
        <Button kind="plain" onClick={onBack}>
          {t('register.back')}
        </Button>
      </div>
    </div>
  );
}

const isToCome = (found: Found | undefined, again: boolean): boolean =>
  found === undefined || found.is === 'new' || (found.is === 'deleted' && again);

/** The numbers of the rows that come in, by the place of what they come in as. */
function rowsThatCome(reports: readonly RowReport[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { comes, number } of reports)
    if (comes !== null) found.set(comes, [...(found.get(comes) ?? []), number]);
  return found;
}

/** Rows that are shown by their numbers; of more, how many there are. */
const NUMBERED = 6;

const rowsOf = ({ language }: Room['translator'], numbers: readonly number[]): string => {
  const [first = 0, ...others] = numbers;
  if (others.length === 0) return t('register.row', { number: first });
  const shown = numbers.slice(0, NUMBERED).map((number) => formatNumber(language, number));
  return t('register.rows', {
    numbers: `${shown.join(', ')}${numbers.length > NUMBERED ? ' …' : ''}`,
  });
};

/** What stands in the way, with the column and the value as the file has them. */
function faultText(fault: RowFault): string {
  const why = t(`register.fault.${fault.fault}`);
  const said = 'column' in fault && fault.column !== '' ? `${fault.column} «${fault.value}»: ${why}` : why;
  return 'row' in fault ? `${said} (${t('register.row', { number: fault.row })})` : said;
}

const line = ({ number, faults }: RowReport): string =>
  `${t('register.row', { number })}: ${faults.map(faultText).join('; ')}`;

/** What somebody should know of rows that do come in, counted. */
function Remarks({ reports }: { reports: readonly RowReport[] }) {
  const counts = new Map<RowRemark['remark'], number>();
  for (const { faults, remarks } of reports)
    if (faults.length === 0)
      for (const remark of new Set(remarks.map((each) => each.remark)))
        counts.set(remark, (counts.get(remark) ?? 0) + 1);
  const said = [...counts];
  if (said.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-label={t('register.remarks')}>
      <h3>{t('register.remarks')}</h3>
      <ul>
        {said.map(([remark, count]) => (
          <li key={remark}>{t(`register.remark.${remark}`, { count })}</li>
        ))}
      </ul>
    </section>
  );
}
