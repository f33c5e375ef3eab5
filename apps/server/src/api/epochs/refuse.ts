import { refuse as refuseCall } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { refuseWrap } from '../../storage/wraps.ts';
import type { Handler } from '../handler.ts';

/** The others are nudged, so that one of them hands over a key that opens. */
export const refuse: Handler<'epochs/refuse'> = async (body, { parts, session }) => {
  const { tables } = parts.db;
  if (!(await findMember(tables, body.space, session.account))) return refuseCall('not-allowed');
  await refuseWrap(tables, { ...body, account: session.account });
  parts.nudges.changed(body.space);
  return {};
};
