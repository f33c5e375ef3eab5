import { LIMITS } from '@dayaq/protocol';
import { dayNumberOf } from '../../days.ts';
import { sha256 } from '../../hash.ts';
import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { insertSound } from '../../storage/survey-sounds.ts';
import type { Handler } from '../handler.ts';

export const put: Handler<'sounds/put'> = async ({ space, sound }, { parts, session }) => {
  const { tables } = parts.db;
  const member = await findMember(tables, space, session.account);
  if (!member || member.role === 'viewer') return refuse('not-allowed');
  const hash = sha256(sound);
  const row = { space, hash, sound, day: dayNumberOf(parts.clock()), by: session.account };
  const kept = await insertSound(tables, row, LIMITS.soundsPerMember);
  return kept === null ? refuse('too-large', 'sounds') : { hash };
};
