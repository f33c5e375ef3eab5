import { type ClientSummary, fieldOf, type Held, kindOf } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { valuesOf } from '@dayaq/acts/record-values';
import { fieldLabel, kindLabel, recordTitle, type Surroundings, valueText } from '../../fields/index.ts';

interface Props {
  held: ClientSummary['held'];
  /** In the client's language, with the case's own records. */
  around: Surroundings;
  /** Answers about health stand there too; otherwise only how many there are. */
  health: boolean;
}

/** What is written down, in the answers themselves: nobody can correct the name of a question. */
export function WrittenDown({ held, around, health }: Props) {
  const ids = new Set(held.flatMap(({ records }) => records.map(({ id }) => id)));
  // Names of others in the case are not theirs to carry: a reference to what does not stand here says nothing.
  const here = { ...around, records: around.records.filter(({ id }) => ids.has(id)) };
  return held.map(({ kind, records }) => (
    <section key={kind} class="summary-kind">
      <h4>
        {records.length === 1
          ? kindLabel(around.translator, kind)
          : `${around.translator.label('kinds', kind, 'many')} (${records.length})`}
      </h4>
      {records.map((each) => {
        const record = here.records.find(({ id }) => id === each.id);
        return (
          record !== undefined && (
            <Written key={each.id} held={each} record={record} around={here} health={health} />
          )
        );
      })}
    </section>
  ));
}

function Written({
  held,
  record,
  around,
  health,
}: Pick<Props, 'around' | 'health'> & { held: Held; record: RecordView }) {
  const { translator } = around;
  const { kind } = record;
  const said = held.fields.filter((field) => health || !isGuarded(kind, field));
  // Only what may stand here gives the record its title.
  const fields = Object.fromEntries(Object.entries(record.fields).filter(([name]) => said.includes(name)));
  const title = recordTitle({ ...record, fields }, around);
  const values = valuesOf(record);
  const answers = said
    // The words of an "other" stand in the place of its code.
    .filter(
      (name) => !(name.endsWith('Other') && fieldOf(kind, name.slice(0, -'Other'.length)) !== undefined),
    )
    .map((name) => ({ name, text: valueText({ ...around, kind, field: name, value: values[name], values }) }))
    .filter(({ name, text }) => text !== '' && !(isInTitle(kind, name) && title.includes(text)));
  const hidden = held.fields.length - said.length;
  return (
    <div class="summary-record">
      {title !== kindLabel(translator, kind) && <p class="strong">{title}</p>}
      <dl class="story-facts">
        {answers.map(({ name, text }) => (
          <div key={name}>
            <dt>{fieldLabel(translator, kind, name)}</dt>
            <dd class="value-long">{text}</dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && <p class="muted">{translator.t('summary.paper.health', { count: hidden })}</p>}
    </div>
  );
}

/** What a paper that somebody finds must not say unless it was asked for: illness, treatment, and to which group they belong. */
function isGuarded(kind: string, name: string): boolean {
  const field = fieldOf(kind, name);
  const list = field?.type.is === 'code' || field?.type.is === 'codes' ? field.type.list : '';
  return ['health', 'populations'].includes(field?.part ?? '') || list === 'populations';
}

const isInTitle = (kind: string, name: string): boolean => {
  const { title = [], titleMore = [] } = kindOf(kind) ?? {};
  return [...title, ...titleMore].includes(name);
};
