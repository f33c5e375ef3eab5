import { textIn } from '@dayaq/acts/record-values';
import { Button } from '../../look/Button.tsx';
import { type CountryPack, unlockedBy } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Chip } from '../../look/Chip.tsx';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { Menu } from '../../look/Menu.tsx';
import { FieldValue, useWords } from '../detail/FieldValue.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import type { PaperDemand, PaperState } from './papers.ts';

const TONES: Readonly<Record<PaperState, Tone>> = {
  has: 'o',
  'in-progress': 'a',
  impossible: 'w',
  missing: 'w',
};
/** What can be ticked, with the state that it means. */
const MARKS = [
  ['has', () => t('papers.demand.has')],
  ['in-progress', () => t('papers.demand.asked')],
  ['impossible', () => t('papers.demand.impossible')],
] as const satisfies readonly (readonly [PaperState, () => string])[];

/** Goals that are named of those that a document opens; the others are counted. */
const NAMED = 3;

interface Props {
  demand: PaperDemand;
  goal: string;
  person: Id;
  pack: CountryPack;
}

/** One thing that an office asks for: how far it is, what else it opens, and three ticks to say so. */
export function DemandRow({ demand, goal, person, pack }: Props) {
  const open = useOpenCase();
  const { translator, mayWrite } = open;
  const document = (code: string) => codeLabel(translator, 'documents', code);
  const names = demand.anyOf.map(document);
  const title =
    names.length < 2
      ? names.join()
      : t('papers.demand.or', { all: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });
  const first = demand.anyOf[0] ?? '';
  const others = unlockedBy(first, pack).goals.filter((other) => other !== goal);
  const unlocks = others.slice(0, NAMED).map((other) => codeLabel(translator, 'document-goals', other));
  const lacking = demand.records[0];
  // Why it is lacking is asked once: the same cause in many cases is a barrier.
  const isUnexplained =
    demand.state !== 'has' && !demand.sometimes && demand.records.every((record) => !says(record, 'cause'));
  if (others.length > NAMED) unlocks.push(`+${others.length - NAMED}`);
  return (
    <li class="side-row">
      <p class="side-title">
        <span>{title}</span>
        <Tag tone={TONES[demand.state]}>
          {demand.state === 'missing'
            ? t('papers.demand.missing')
            : codeLabel(translator, 'document-states', demand.state)}
        </Tag>
        {demand.sometimes && <Tag>{t('papers.demand.sometimes')}</Tag>}
      </p>
      <p class="small muted">
        {[
          demand.state !== 'has' && demand.by.length > 0
            ? t('papers.demand.by', {
                goal: demand.by.map((by) => codeLabel(translator, 'document-goals', by)).join(', '),
              })
            : '',
          unlocks.length > 0 ? t('papers.demand.unlocks', { what: unlocks.join(', ') }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {demand.records.map((record) => (
        <NeedLine key={record.id} record={record} isNamed={demand.anyOf.length > 1} />
      ))}
      {mayWrite && isUnexplained && (
        <Button
          kind="quiet"
          class="case-invite no-print"
          small
          label={`${title}: ${t('papers.demand.cause')}`}
          onClick={() =>
            open.edit({
              title: `${title}: ${t('papers.demand.cause')}`,
              kind: 'document-need',
              record: lacking ?? null,
              purpose: `cause ${person} ${first}`,
              only: ['cause', 'note'],
              preset: { of: person, document: first, goal, state: 'missing' },
            })
          }
        >
          {t('papers.demand.cause')}
        </Button>
      )}
      {mayWrite && (
        <div class="cluster paper-marks">
          {MARKS.map(([state, words]) => (
            <Mark
              key={state}
              words={words()}
              state={state}
              demand={demand}
              title={title}
              documentName={document}
              onMark={(code) => void mark(code, state)}
            />
          ))}
        </div>
      )}
    </li>
  );

  async function mark(code: string, state: PaperState): Promise<void> {
    const known = demand.records.find((record) => textIn(record, 'document') === code);
    const name = document(code);
    if (state === 'impossible' && (known === undefined || textIn(known, 'state') !== 'impossible')) {
      open.edit({
        title: `${name}: ${t('papers.demand.why')}`,
        kind: 'document-need',
        record: known ?? null,
        purpose: `impossible ${person} ${code}`,
        only: ['cause', 'impossibleWhy'],
        preset: { of: person, document: code, goal, state },
        begin: { state },
      });
      return;
    }
    const before = known === undefined ? null : textIn(known, 'state');
    // Ticked once more, a tick is taken back.
    const next = before === state ? 'missing' : state;
    const said = t('papers.demand.saved', {
      document: name,
      state: codeLabel(translator, 'document-states', next),
    });
    const record = known?.id ?? (await open.vault.newId());
    const begun = { of: { set: person }, document: { set: code }, goal: { set: goal } };
    await open.save(
      [
        {
          kind: 'document-need',
          record,
          fields: { ...(known === undefined ? begun : {}), state: { set: next } },
        },
      ],
      said,
      [
        known === undefined
          ? { kind: 'document-need', record, fields: {}, deleted: true }
          : { kind: 'document-need', record, fields: { state: { set: before } } },
      ],
    );
  }
}

interface MarkProps {
  words: string;
  state: PaperState;
  demand: PaperDemand;
  title: string;
  documentName: (code: string) => string;
  onMark: (code: string) => void;
}

/** A tick; where any of several documents is enough, it asks which. */
function Mark({ words, state, demand, title, documentName, onMark }: MarkProps) {
  const label = t('papers.demand.mark', { document: title, state: words });
  const [only] = demand.anyOf;
  if (demand.anyOf.length === 1 && only !== undefined)
    return (
      <Chip label={label} chosen={demand.state === state} onClick={() => onMark(only)}>
        {words}
      </Chip>
    );
  return (
    <Menu
      label={`${label}. ${t('papers.demand.which')}`}
      as={demand.state === state ? 'chosen' : 'chip'}
      items={demand.anyOf.map((code) => ({ text: documentName(code), onChoose: () => onMark(code) }))}
    >
      {words}
    </Menu>
  );
}

/** What is written of one document: why it cannot be had, the steps done, the days that matter. */
function NeedLine({ record, isNamed }: { record: RecordView; isNamed: boolean }) {
  const { mayWrite, edit } = useOpenCase();
  const words = useWords();
  const expected = words(record, 'expected');
  const valid = words(record, 'validUntil');
  const facts = [
    isNamed ? `${words(record, 'document')}: ${words(record, 'state')}` : '',
    textIn(record, 'state') === 'has' ? '' : words(record, 'cause'),
    words(record, 'steps'),
    expected === '' ? '' : t('papers.demand.expected', { day: expected }),
    valid === '' ? '' : t('papers.demand.valid', { day: valid }),
  ].filter(Boolean);
  return (
    <div class="small" id={`record-${record.id}`}>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      {says(record, 'impossibleWhy') && (
        <div>
          <FieldValue record={record} field="impossibleWhy" />
        </div>
      )}
      {says(record, 'note') && (
        <div>
          <FieldValue record={record} field="note" />
        </div>
      )}
      {mayWrite && (
        <Button
          kind="quiet"
          class="case-invite no-print"
          small
          label={`${words(record, 'document')}: ${t('papers.demand.steps')}`}
          onClick={() =>
            edit({
              title: words(record, 'document'),
              kind: 'document-need',
              record,
              only: ['state', 'cause', 'impossibleWhy', 'steps', 'expected', 'validUntil', 'note'],
              removable: true,
            })
          }
        >
          {t('papers.demand.steps')}
        </Button>
      )}
    </div>
  );
}
