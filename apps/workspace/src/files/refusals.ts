import { formatBytes } from '@dayaq/locale';
import type { Failure } from '@dayaq/vault/client';
import { t, translator } from '../locale/index.ts';
import type { FileVerdict } from './accepted-types.ts';

/** Why a file is not taken, and what would be. */
export function refusalWords(file: File, verdict: Exclude<FileVerdict, { accepted: true }>): string {
  const { language } = translator.value;
  const name = file.name;
  if (verdict.why !== 'size') {
    return verdict.why === 'type'
      ? t('files.add.refused.type', { name })
      : t('files.add.refused.empty', { name });
  }
  return t('files.add.refused.size', {
    name,
    size: formatBytes(language, file.size),
    limit: formatBytes(language, verdict.limit),
  });
}

/** Why a file could not be sealed here. */
export function failureWords(failure: Failure): string {
  if (failure.code === 'disk-full') return t('files.add.failed.diskFull');
  return t(failure.code === 'store-lost' ? 'files.add.failed.storeLost' : 'files.add.failed.other');
}
