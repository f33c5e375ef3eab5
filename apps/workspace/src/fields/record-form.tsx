import {
  fieldOf,
  type FieldProblem,
  isEmpty,
  isRequired,
  kindOf,
  type Problem,
  stands,
  validateValue,
} from '@dayaq/domain';
import type { MessageKey, Translator } from '@dayaq/locale';
import type { Value } from '@dayaq/vault/client';
import { useId, useRef, useState } from 'preact/hooks';
import './fields.css';
import { FieldInput } from './field-input.tsx';
import { NamedAs } from './inputs/named-as.tsx';
import { contradictionText } from './contradiction.ts';
import { fieldHint, fieldLabel } from './labels.ts';
import { readCode, readText } from './read-value.ts';
import type { RecordFormProps } from './props.ts';
import { shownFields } from './shown-fields.ts';

/**
 * The inputs of one record, from its kind's definition. Problems are told under the field once it was touched; they
 * are advice, and only what cannot be read at all (a date that is no date) is reported through `onUnreadable`.
 */
export function RecordForm({
  kind: kindName,
  record,
  values,
  onChange,
  only,
  showProblems = false,
  onUnreadable,
  words = {},
  tooLong,
  ...around
}: RecordFormProps) {
  const stem = useId();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const unreadable = useRef(new Set<string>());
  // Two inputs may change before the page has rendered anew; the second must not undo the first.
  const latest = useRef(values);
  latest.current = values;
  const kind = kindOf(kindName);
  if (kind === undefined) return <p class="muted">{around.translator.t('fields.newerKind')}</p>;

  const put = (name: string, value: Value, along: Readonly<Record<string, Value>> = {}) => {
    const next = { ...latest.current, [name]: value, ...along };
    latest.current = next;
    if (!touched.has(name)) setTouched(new Set([...touched, name]));
    onChange(next);
  };
  return (
    <div class="stack stack-loose record-form">
      {shownFields(kind, values, only).map((field) => {
        const value = values[field.name];
        const problem = touched.has(field.name) || showProblems ? problemOf(field, value, values) : null;
        const input = (
          <FieldInput
            key={field.name}
            {...around}
            field={field}
            record={record}
            value={value}
            tooLong={tooLong?.(field.name)}
            frame={{
              id: `${stem}-${field.name}`,
              label: words[field.name]?.label ?? fieldLabel(around.translator, kindName, field.name),
              hint:
                !isEmpty(value) && !stands(kindName, field.name, values)
                  ? around.translator.t('fields.stale')
                  : (words[field.name]?.hint ??
                    fieldHint(around.translator, kindName, field.name, values['type'])),
              // Of two answers that contradict each other neither is wrong by itself: it is said at once, under both.
              problem:
                problem === null
                  ? contradictionText(around.translator, kindName, values, field.name)
                  : around.translator.t(PROBLEM_WORDS[problem]),
            }}
            // Without a name nobody is meant any more.
            onChange={(next) =>
              put(field.name, next, field.names !== undefined && next === null ? { [field.names]: null } : {})
            }
            onReadable={(readable) => {
              if (readable === !unreadable.current.has(field.name)) return;
              if (readable) unreadable.current.delete(field.name);
              else unreadable.current.add(field.name);
              onUnreadable?.([...unreadable.current]);
            }}
          />
        );
        const link = field.names === undefined ? undefined : fieldOf(kindName, field.names)?.type;
        const find = link !== undefined && 'to' in link ? around.links?.finder(link.to.kinds) : undefined;
        const { names } = field;
        if (find === undefined || names === undefined) return input;
        return (
          <div key={field.name} class="stack stack-tight">
            {input}
            <NamedAs
              translator={around.translator}
              text={readText(value)}
              held={readCode(values[names])}
              nameOf={(id) => around.links?.nameOf(id)}
              find={find}
              onChoose={({ code, label }) => put(field.name, label, { [names]: code })}
              onDrop={() => put(names, null)}
            />
          </div>
        );
      })}
    </div>
  );
}

function problemOf(
  field: Parameters<typeof shownFields>[0]['fields'][number],
  value: Value | undefined,
  values: Readonly<Record<string, unknown>>,
): Problem | null {
  if (isEmpty(value)) return isRequired(field, values) ? 'required' : null;
  return validateValue(field.type, value);
}

const PROBLEM_WORDS = {
  required: 'fields.problem.required',
  'wrong-type': 'fields.problem.wrongType',
  'too-long': 'fields.problem.tooLong',
  'too-many': 'fields.problem.tooMany',
  'too-small': 'fields.problem.tooSmall',
  'too-large': 'fields.problem.tooLarge',
  'not-whole': 'fields.problem.notWhole',
  'unknown-code': 'fields.problem.unknownCode',
  contradicts: 'fields.problem.contradicts',
  'not-a-date': 'fields.date.unclear',
  'unknown-area': 'fields.problem.unknownArea',
} as const satisfies Record<Problem, MessageKey>;

/** What `validateRecord` found, in words: for a summary above a form. */
export function problemText(translator: Translator, kind: string, { field, problem }: FieldProblem): string {
  return `${fieldLabel(translator, kind, field)}: ${translator.t(PROBLEM_WORDS[problem])}`;
}
