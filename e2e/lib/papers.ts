import type { Device } from './device.ts';
import { partOf } from './sides.ts';

/** Ticks one of the papers that a goal asks for, on the papers of the open case. */
export async function markPaper(
  device: Device,
  { goal, document, mark }: { goal: string; document: string; mark: 'has' | 'asked' },
): Promise<void> {
  const { t, label } = device.words;
  const card = partOf(device, label('codes', 'document-goals', goal));
  const name = t('papers.demand.mark', {
    document: label('codes', 'documents', document),
    state: t(`papers.demand.${mark}`),
  });
  await card.getByRole('button', { name, exact: true }).click();
  const kept = label('codes', 'document-states', mark === 'has' ? 'has' : 'in-progress');
  await card.getByText(kept, { exact: true }).first().waitFor();
}
