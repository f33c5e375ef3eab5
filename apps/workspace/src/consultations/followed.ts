import { textIn } from '@dayaq/acts/record-values';
import type { Change, Id, RecordView } from '@dayaq/vault/client';

/**
 * The commitment as which a proposal is followed: in its own words. Of where it was made nothing stands there, as more people
 * may read a plan than a consultation; the proposal leads to it, and it back to the proposal for those who may read that.
 */
export function followed(proposal: RecordView, id: Id): Change {
  const words = textIn(proposal, 'words');
  const isTaken = ['taken-in', 'in-part'].includes(textIn(proposal, 'fate'));
  const name = words.split(/\r?\n/).find((line) => line.trim() !== '') ?? words;
  const fields = { what: isTaken ? 'promise' : 'our-recommendation', name, text: words };
  return {
    kind: 'commitment',
    record: id,
    // It was followed before, and its commitment was deleted since.
    ...(textIn(proposal, 'commitment') === '' ? {} : { deleted: false }),
    fields: Object.fromEntries(Object.entries(fields).map(([field, set]) => [field, { set }])),
  };
}
