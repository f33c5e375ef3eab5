import type { Surroundings } from './adapters.ts';
import type { Vault, VaultEvent } from './client.ts';
import { Gates } from './gates.ts';
import { circle } from './offers/circle.ts';
import { comingIn } from './offers/coming-in.ts';
import { dossiers } from './offers/dossiers.ts';
import { erasures } from './offers/erasure.ts';
import { figures } from './offers/figures.ts';
import { files } from './offers/files.ts';
import { keptHere } from './offers/kept-here.ts';
import { letters } from './offers/letters.ts';
import { surveys } from './offers/surveys.ts';
import { links } from './offers/links.ts';
import { likenesses } from './offers/alike.ts';
import { lists } from './offers/lists.ts';
import { sharing } from './offers/sharing.ts';
import { waiting } from './offers/waiting.ts';
import { waking } from './offers/waking.ts';
import { work } from './offers/work.ts';
import { Session } from './session.ts';

/** The vault itself: what the pages ask of `Vault`, done on this device. One instance at a time has the database open. */
export interface LocalVault extends Vault, Pick<Session, 'start' | 'takeOver' | 'handOver'> {}

/** @param tell hears what the pages are to be told. Nothing is read before `start`. */
export function localVault(around: Surroundings, tell: (event: VaultEvent) => void): LocalVault {
  const session = new Session(around, tell);
  const gates = new Gates(session);
  return {
    start: () => session.start(),
    takeOver: (handed) => session.takeOver(handed),
    handOver: () => session.handOver(),
    ...comingIn(session),
    ...circle(session, gates),
    ...dossiers(session, gates),
    ...erasures(gates),
    ...likenesses(gates),
    ...figures(gates),
    ...lists(gates),
    ...letters(gates),
    ...surveys(gates),
    ...links(gates),
    ...work(gates),
    ...sharing(gates),
    ...files(session, gates),
    ...keptHere(session, gates),
    ...waking(session, gates),
    ...waiting(session, gates),
  };
}
