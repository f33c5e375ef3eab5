/** Names of kinds, fields, codes and areas in the chosen language: the one place that knows how their keys are built. */
import { VALUE_WORDS } from '@dayaq/register/words';
import { areaOf, childrenOf, codeOf, isOffered, otherCodes, packOf } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import type { Choice } from './inputs/choice-rows.tsx';

export function kindLabel(translator: Translator, kind: string): string {
  return translator.label('kinds', kind, 'one');
}

export function fieldLabel(translator: Translator, kind: string, field: string): string {
  return translator.label('kinds', kind, 'fields', field);
}

export function fieldHint(
  translator: Translator,
  kind: string,
  field: string,
  type?: unknown,
): string | undefined {
  const names = typeof type === 'string' ? [`${field}-${type}`, field] : [field];
  const name = names.find((each) => translator.hasLabel('kinds', kind, 'hints', each));
  return name === undefined ? undefined : translator.label('kinds', kind, 'hints', name);
}

/** A code that this version does not know (a newer colleague's) is shown as it is, never hidden. */
export function codeLabel(translator: Translator, list: string, code: string): string {
  return translator.label('codes', list, code);
}

/** Short explanation of a code, where there is one. */
function codeHint(translator: Translator, list: string, code: string): string | undefined {
  const path = [`${list}-hints`, code] as const;
  return translator.hasLabel('codes', ...path) ? translator.label('codes', ...path) : undefined;
}

/** An area with what holds it, e.g. "Zaqatala"; the special answers are codes of the list `answer`. */
export function areaLabel(translator: Translator, area: string): string {
  const known = areaOf(area);
  if (known === undefined)
    return codeOf('answer', area) === undefined ? area : codeLabel(translator, 'answer', area);
  return translator.label('packs', 'areas', area);
}

/**
 * Every code of a list that forms offer as something to choose, an "other" with the call to say what; second-level codes are
 * grouped under their first level.
 * @param held what stands in the record: offered even where the list no longer does
 */
export function choicesOf(translator: Translator, list: string, held: readonly string[] = []): Choice[] {
  const others = new Set(otherCodes(list));
  const labelOf = (code: string): string => {
    const label = codeLabel(translator, list, code);
    return others.has(code) ? translator.t('fields.choice.toWrite', { label }) : label;
  };
  const toChoice = (code: string, group?: string): Choice => ({
    code,
    label: labelOf(code),
    hint: codeHint(translator, list, code),
    group,
    also: VALUE_WORDS[list]?.[code],
  });
  const offered = childrenOf(list).filter((each) => isOffered(each) || held.includes(each.code));
  return offered.flatMap(({ code }) => {
    const children = childrenOf(list, code);
    if (children.length === 0) return [toChoice(code)];
    const group = codeLabel(translator, list, code);
    // The first level can be meant as it is: "violence", without saying which.
    const rows = [toChoice(code, group), ...children.map((child) => toChoice(child.code, group))];
    return rows;
  });
}

/** Districts and cities of a country grouped by region, then "unknown" and "prefers not to say". */
export function areaChoices(translator: Translator, country: string): Choice[] {
  const areas = packOf(country)?.areas ?? [];
  const places = areas
    .filter((area) => area.level !== 'region')
    .map((area) => ({
      code: area.code,
      label: areaLabel(translator, area.code),
      group: area.parent === country ? undefined : areaLabel(translator, area.parent),
    }));
  const open = ['unknown', 'prefers-not'].map((code) => ({
    code,
    label: codeLabel(translator, 'answer', code),
  }));
  return [...places, ...open];
}
