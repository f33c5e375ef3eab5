import type { Translator } from '@dayaq/locale';
import { isBeside, type Target } from '@dayaq/register';
import { fieldLabel } from '../fields/labels.ts';
import { t } from '../locale/index.ts';

/** What a column can fill, in the reader's language. */
export const targetLabel = (translator: Translator, { kind, field }: Target): string =>
  isBeside({ kind, field })
    ? t(`register.beside.${field as 'nights' | 'children' | 'childAges'}`)
    : fieldLabel(translator, kind, field);
