import type { Values } from '@dayaq/acts/changes-between';
import { fieldOf, ruledOut } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { codeLabel, fieldLabel } from './labels.ts';

/**
 * Which answers of a record say no to each other, in words: to stand under `field`, or for all of them. Undefined where
 * nothing contradicts.
 */
export function contradictionText(
  translator: Translator,
  kind: string,
  values: Values,
  field?: string,
): string | undefined {
  const words = (name: string, code: string): string => {
    const type = fieldOf(kind, name)?.type;
    const list = type?.is === 'code' || type?.is === 'codes' ? type.list : 'answer';
    const label = codeLabel(translator, list, code);
    return type?.is === 'answer' ? `${fieldLabel(translator, kind, name)}: ${label}` : label;
  };
  const texts = ruledOut(kind, values)
    .filter((each) => field === undefined || each.field === field || each.by === field)
    .map(({ field: name, code, by, never }) =>
      translator.t('fields.problem.ruledOut', { answer: words(name, code), never: words(by, never) }),
    );
  return texts.length === 0 ? undefined : texts.join(' ');
}
