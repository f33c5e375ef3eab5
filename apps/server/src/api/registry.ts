import type { RouteName } from '@dayaq/protocol';
import { create as accountsCreate } from './accounts/create.ts';
import { keys as accountsKeys } from './accounts/keys.ts';
import { rekey as accountsRekey } from './accounts/rekey.ts';
import { begin as blobsBegin } from './blobs/begin.ts';
import { erase as blobsErase } from './blobs/erase.ts';
import { get as blobsGet } from './blobs/get.ts';
import { put as blobsPut } from './blobs/put.ts';
import { append as charterAppend } from './charter/append.ts';
import { read as charterRead } from './charter/read.ts';
import { settle as charterSettle } from './charter/settle.ts';
import { teach as charterTeach } from './charter/teach.ts';
import { read as doorsRead } from './doors/read.ts';
import { erase as dossiersErase } from './dossiers/erase.ts';
import { erased as dossiersErased } from './dossiers/erased.ts';
import { append as entriesAppend } from './entries/append.ts';
import { dossier as entriesDossier } from './entries/dossier.ts';
import { pull as entriesPull } from './entries/pull.ts';
import { missing as epochsMissing } from './epochs/missing.ts';
import { read as epochsRead } from './epochs/read.ts';
import { refuse as epochsRefuse } from './epochs/refuse.ts';
import { wrap as epochsWrap } from './epochs/wrap.ts';
import { begun as generationsBegun } from './generations/begun.ts';
import type { Handler } from './handler.ts';
import { answer as introductionsAnswer } from './introductions/answer.ts';
import { charter as introductionsCharter } from './introductions/charter.ts';
import { open as introductionsOpen } from './introductions/open.ts';
import { read as introductionsRead } from './introductions/read.ts';
import { read as invitationsRead } from './invitations/read.ts';
import { get as lettersGet } from './letters/get.ts';
import { list as lettersList } from './letters/list.ts';
import { put as lettersPut } from './letters/put.ts';
import { work as lettersWork } from './letters/work.ts';
import { change as codesChange } from './codes/change.ts';
import { count as codesCount } from './codes/count.ts';
import { put as codesPut } from './codes/put.ts';
import { get as soundsGet } from './sounds/get.ts';
import { put as soundsPut } from './sounds/put.ts';
import { read as soundsRead } from './sounds/read.ts';
import { get as surveysGet } from './surveys/get.ts';
import { put as surveysPut } from './surveys/put.ts';
import { read as surveysRead } from './surveys/read.ts';
import { poll as mailboxesPoll } from './mailboxes/poll.ts';
import { key as pushKey } from './push/key.ts';
import { listeners as pushListeners } from './push/listeners.ts';
import { subscribe as pushSubscribe } from './push/subscribe.ts';
import { unsubscribe as pushUnsubscribe } from './push/unsubscribe.ts';
import { put as repliesPut } from './replies/put.ts';
import { hello as serverHello } from './server/hello.ts';
import { challenge as sessionsChallenge } from './sessions/challenge.ts';
import { close as sessionsClose } from './sessions/close.ts';
import { open as sessionsOpen } from './sessions/open.ts';
import { append as sharesAppend } from './shares/append.ts';
import { list as sharesList } from './shares/list.ts';
import { pull as sharesPull } from './shares/pull.ts';
import { create as spacesCreate } from './spaces/create.ts';
import { list as spacesList } from './spaces/list.ts';
import { unreadable as spacesOnlyReader } from './spaces/unreadable.ts';
import { clear as timersClear } from './timers/clear.ts';
import { only as timersOnly } from './timers/only.ts';
import { set as timersSet } from './timers/set.ts';

/** Every route of the contract with its handler; a missing one does not compile. */
export const HANDLERS: { [R in RouteName]: Handler<R> } = {
  'server/hello': serverHello,
  'accounts/create': accountsCreate,
  'accounts/keys': accountsKeys,
  'accounts/rekey': accountsRekey,
  'sessions/challenge': sessionsChallenge,
  'sessions/open': sessionsOpen,
  'sessions/close': sessionsClose,
  'spaces/create': spacesCreate,
  'spaces/list': spacesList,
  'spaces/unreadable': spacesOnlyReader,
  'charter/append': charterAppend,
  'charter/read': charterRead,
  'charter/teach': charterTeach,
  'charter/settle': charterSettle,
  'invitations/read': invitationsRead,
  'epochs/read': epochsRead,
  'epochs/missing': epochsMissing,
  'epochs/wrap': epochsWrap,
  'epochs/refuse': epochsRefuse,
  'dossiers/erase': dossiersErase,
  'dossiers/erased': dossiersErased,
  'entries/append': entriesAppend,
  'entries/pull': entriesPull,
  'entries/dossier': entriesDossier,
  'generations/begun': generationsBegun,
  'shares/list': sharesList,
  'shares/pull': sharesPull,
  'shares/append': sharesAppend,
  'blobs/begin': blobsBegin,
  'blobs/put': blobsPut,
  'blobs/get': blobsGet,
  'blobs/erase': blobsErase,
  'introductions/open': introductionsOpen,
  'introductions/answer': introductionsAnswer,
  'introductions/read': introductionsRead,
  'introductions/charter': introductionsCharter,
  'doors/read': doorsRead,
  'letters/put': lettersPut,
  'letters/work': lettersWork,
  'letters/list': lettersList,
  'letters/get': lettersGet,
  'codes/put': codesPut,
  'codes/count': codesCount,
  'codes/change': codesChange,
  'surveys/put': surveysPut,
  'surveys/get': surveysGet,
  'surveys/read': surveysRead,
  'sounds/put': soundsPut,
  'sounds/get': soundsGet,
  'sounds/read': soundsRead,
  'replies/put': repliesPut,
  'mailboxes/poll': mailboxesPoll,
  'push/key': pushKey,
  'push/subscribe': pushSubscribe,
  'push/unsubscribe': pushUnsubscribe,
  'push/listeners': pushListeners,
  'timers/set': timersSet,
  'timers/clear': timersClear,
  'timers/only': timersOnly,
};
