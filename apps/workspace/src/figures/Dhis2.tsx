import type { Given } from '@dayaq/domain/count';
import {
  dryRun,
  type Mapping,
  type MappingFault,
  MOST_MAPPING_BYTES,
  readMapping,
  valuesIn,
} from '@dayaq/domain/dhis2';
import type { Translator } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { FileButton } from '../look/FileButton.tsx';
import { Notice } from '../look/Notice.tsx';
import { rowName } from './words.ts';

interface Props {
  given: Given;
  translator: Translator;
  /** Gives it away by this mapping. */
  onLeave: (mapping: Mapping) => void;
}

/** Rows of a mapping that are wrong are named up to so many. */
const MOST_FAULTS = 50;
/** Numbers of a dry run that are drawn. */
const MOST_LINES = 500;

/** A figure as values of a DHIS2: a mapping is chosen, everything that it would become is shown, and only then a file is made. */
export function Dhis2({ given, translator, onLeave }: Props) {
  const [read, setRead] = useState<ReturnType<typeof readMapping> | null>(null);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const tooLarge = file.size > MOST_MAPPING_BYTES;
    const fault: MappingFault = { list: 'file', row: 0, fault: 'too-large' };
    setRead(tooLarge ? { mapping: null, faults: [fault] } : readMapping(await file.text()));
  };
  return (
    <details class="no-print">
      <summary>{t('figures.dhis2.title')}</summary>
      <div class="stack">
        <p class="muted">{t('figures.dhis2.hint')}</p>
        <div class="buttons">
          <FileButton accept=".json,application/json" onFiles={([file]) => void open(file)}>
            {t('figures.dhis2.choose')}
          </FileButton>
        </div>
        {read !== null && read.mapping === null && <Faults faults={read.faults} />}
        {read?.mapping != null && (
          <DryRun given={given} mapping={read.mapping} translator={translator} onLeave={onLeave} />
        )}
      </div>
    </details>
  );
}

function Faults({ faults }: { faults: readonly MappingFault[] }) {
  return (
    <Notice tone="w" role="alert">
      <p class="strong">{t('figures.dhis2.wrong')}</p>
      <ul>
        {faults.slice(0, MOST_FAULTS).map(({ list, row, fault }) => (
          <li key={`${list} ${row} ${fault}`}>
            {row > 0 && `${t('figures.dhis2.row', { list, row })}: `}
            {row === 0 && list !== 'file' && `${list}: `}
            {t(`figures.dhis2.faults.${fault}`)}
          </li>
        ))}
      </ul>
      {faults.length > MOST_FAULTS && (
        <p>{t('figures.dhis2.moreFaults', { count: faults.length - MOST_FAULTS })}</p>
      )}
    </Notice>
  );
}

function DryRun({ given, mapping, translator, onLeave }: Props & { mapping: Mapping }) {
  const lines = dryRun(given, mapping);
  const count = valuesIn(lines).length;
  const nameOf = (names: readonly string[]): string =>
    names
      .flatMap((name, at) => {
        const dimension = given.question.by[at];
        return dimension === undefined ? [] : [rowName(translator, dimension, name)];
      })
      .join(' · ') || t('figures.dhis2.all');
  return (
    <>
      <p class="strong">
        {t('figures.dhis2.found', { count })} {t('figures.dhis2.left', { count: lines.length - count })}
      </p>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('figures.dhis2.title')}>
        <table class="figure-table">
          <thead>
            <tr>
              <th scope="col">{t('figures.dhis2.of')}</th>
              <th scope="col">dataElement</th>
              <th scope="col">categoryOptionCombo</th>
              <th scope="col">orgUnit</th>
              <th scope="col">period</th>
              <th scope="col" class="number">
                value
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, MOST_LINES).map(({ names, value }) => (
              <tr key={names.join(' ')}>
                <th scope="row">{nameOf(names)}</th>
                {typeof value === 'string' ? (
                  <td colSpan={5}>{t(`figures.dhis2.unsent.${value}`)}</td>
                ) : (
                  <>
                    <td>{value.dataElement}</td>
                    <td>{value.categoryOptionCombo ?? ''}</td>
                    <td>{value.orgUnit}</td>
                    <td>{value.period}</td>
                    <td class="number">{value.value}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > MOST_LINES && (
        <p class="muted">{t('figures.dhis2.moreLines', { count: lines.length - MOST_LINES })}</p>
      )}
      {count > 0 && (
        <div class="buttons">
          <Button kind="plain" onClick={() => onLeave(mapping)}>
            {t('figures.dhis2.save')}
          </Button>
        </div>
      )}
    </>
  );
}
