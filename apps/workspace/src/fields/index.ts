/** The form engine: inputs, words and changes of any record, from its kind's definition alone. */
export { applyChanges, changesBetween, sameValue, textsOf, type Values } from '@dayaq/acts/changes-between';
export { contradictionText } from './contradiction.ts';
export { areaChoices, areaLabel, choicesOf, codeLabel, fieldHint, fieldLabel, kindLabel } from './labels.ts';
export type { LinkNames, RecordFormProps, Surroundings, ValueProps } from './props.ts';
export { problemText, RecordForm } from './record-form.tsx';
export { recordTitle, titleFields, valueText } from './value-text.ts';
export { ValueText } from './value-view.tsx';
