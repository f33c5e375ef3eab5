import { toldText } from '@dayaq/domain';
import type { DossierRow } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';

/** What a pattern is called in a list. */
export const nameOf = (row: DossierRow): string => toldText(row, 'name') || t('patterns.unnamed');
