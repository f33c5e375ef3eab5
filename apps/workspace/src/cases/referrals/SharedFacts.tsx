import { fieldOf, kindOf, TRAVELLING_KINDS } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import {
  contradictionText,
  fieldLabel,
  kindLabel,
  recordTitle,
  type Values,
  valueText,
  ValueText,
} from '../../fields/index.ts';

const ORDER: readonly string[] = TRAVELLING_KINDS;

interface Props {
  /** What is carried over: all of it stands here, or it does not go. A file is told here, and opened below. */
  records: readonly RecordView[];
  translator: Translator;
  country: string;
}

/** The facts that a referral carries, as whoever receives them reads them. The same before, during and after. */
export function SharedFacts({ records, translator, country }: Props) {
  const around = { translator, records, members: [], country };
  const shown = records
    .filter((record) => ORDER.includes(record.kind) && !record.deleted)
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
  return (
    <div class="shared-facts">
      {shown.map((record) => {
        const values = Object.fromEntries(
          Object.entries(record.fields).map(([name, { value }]) => [name, value]),
        );
        // What titles a record is not said twice.
        const titled =
          record.kind === 'case'
            ? undefined
            : kindOf(record.kind)?.title.find((name) => values[name] !== undefined && values[name] !== null);
        const fields = (kindOf(record.kind)?.fields ?? []).filter(
          ({ name, type }) =>
            type.is !== 'blob' &&
            valueText({ ...around, kind: record.kind, field: name, value: values[name], values }) !== '' &&
            !isOtherOf(record, name) &&
            name !== titled,
        );
        if (fields.length === 0 && titled === undefined) return null;
        const title = recordTitle(record, around);
        const kind =
          record.kind === 'case' ? translator.t('referrals.facts.case') : kindLabel(translator, record.kind);
        return (
          <section key={record.id} class="shared-fact">
            <h4 class="story-title">
              {title === kindLabel(translator, record.kind) ? kind : `${kind}: ${title}`}
            </h4>
            <Contradiction kind={record.kind} values={values} translator={translator} />
            <dl class="story-facts">
              {fields.map(({ name }) => (
                <div key={name}>
                  <dt>{fieldLabel(translator, record.kind, name)}</dt>
                  <dd>
                    <ValueText
                      {...around}
                      kind={record.kind}
                      field={name}
                      value={values[name]}
                      values={values}
                    />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

/** Both answers go, as both were given; that one says no to the other is said with them. */
function Contradiction({
  kind,
  values,
  translator,
}: {
  kind: string;
  values: Values;
  translator: Translator;
}) {
  const text = contradictionText(translator, kind, values);
  return text === undefined ? null : <p class="late">{text}</p>;
}

/** The words of an "other" are shown with its field. */
function isOtherOf(record: RecordView, name: string): boolean {
  if (!name.endsWith('Other')) return false;
  const of = name.slice(0, -'Other'.length);
  return fieldOf(record.kind, of) !== undefined && record.fields[of] !== undefined;
}
