import type { DossierId } from '@dayaq/sealing';
import type { Files } from '../client.ts';
import { failed } from '../failure.ts';
import type { Gates } from '../gates.ts';
import type { Session } from '../session.ts';

export function files(session: Session, gates: Gates): Files {
  return {
    addFile: (request, at) =>
      gates.acting(at, (inside, unlocked, ring) => {
        const place = inside.placeOf(unlocked, request.dossier as DossierId, ring.space);
        return place === null ? failed('not-found') : inside.addFile(unlocked, place, request);
      }),
    openFile: (request) =>
      gates.whenOpen((inside, unlocked) => {
        const space = inside.spaceOf(unlocked.engine, request.dossier as DossierId);
        return space === null ? failed('not-found') : inside.openFile(unlocked, space, request.file);
      }),
    mendFile: async (request) => {
      const mended = await gates.whenOpen((inside, unlocked) => inside.mendFile(unlocked, request));
      if (mended.ok) session.loop?.soon();
      return mended;
    },
    dropFile: ({ dossier, blob }) =>
      gates.whenOpen((inside, unlocked) => inside.dropFile(unlocked, dossier as DossierId, blob)),
  };
}
