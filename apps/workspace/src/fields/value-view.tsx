import { fieldOf } from '@dayaq/domain';
import './fields.css';
import type { ValueProps } from './props.ts';
import { valueText } from './value-text.ts';

/** A stored value in the chosen language; long texts keep their paragraphs. Nothing there shows as a quiet dash. */
export function ValueText(props: ValueProps) {
  const text = valueText(props);
  if (text === '') {
    return (
      <span class="muted">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{props.translator.t('fields.notAnswered')}</span>
      </span>
    );
  }
  const type = fieldOf(props.kind, props.field)?.type;
  return type?.is === 'text' && type.long ? <span class="value-long">{text}</span> : <span>{text}</span>;
}
