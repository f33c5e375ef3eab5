/**
 * What works behind the lock: database, projection, queries, sync. It is fetched apart, because whoever types a passphrase
 * for the first time waits for none of it.
 */
export { alikeTo, likelyPairs, numbered } from './alike/alike.ts';
export { apartCount, apartRows } from './apart.ts';
export { apartReport } from './apart-report.ts';
export {
  appendAct,
  invite,
  inviteViews,
  memberViews,
  revokeInvitation,
  rosterDossier,
} from './circle.ts';
export { eraseDossier } from './erasure/erase.ts';
export { withoutErased } from './erasure/forget-kept.ts';
export { erasureViews } from './erasure/listing.ts';
export { listDossiers } from './dossiers.ts';
export { addFile, dropFile, mendFile, openFile } from './files.ts';
export { figure } from './figures/figure.ts';
export { bearing } from './figures/bearing.ts';
export { patterns } from './figures/patterns.ts';
export { find } from './find.ts';
export { circleNumber, comparisons, noteCompared } from './history/circle-number.ts';
export { disputesOf } from './history/disputes.ts';
export { answerLetter } from './letters/answer.ts';
export { surveyAnswers } from './surveys/answers.ts';
export { publishedSurvey, publishSurvey } from './surveys/publish.ts';
export { beginRound, interviewsWaiting } from './surveys/rounds.ts';
export { publishedSound, publishSound } from './surveys/sounds.ts';
export { makeSurveyCodes, surveyCodes } from './surveys/codes.ts';
export { closeDoor, doorStanding, openDoor, proposeDoor } from './letters/door.ts';
export { linked, named } from './linked.ts';
export { mendKeep } from './mend-keep.ts';
export { acceptIntroduction, introduce, peerViews } from './introductions.ts';
export { closeUnlocked, markDamaged, openUnlocked } from './open.ts';
export { idsFor } from './ids-for.ts';
export { presence } from './presence.ts';
export { saveAct, saveActs } from './act.ts';
export { newRecordId } from './outbox.ts';
export { restrictWhole } from './restrict.ts';
export { casePage, casesAsked } from './queries.ts';
export { listOversteps } from './oversteps.ts';
export { wantedIn } from './search/wanted.ts';
export { pushKey, turnPushOff, turnPushOn } from './reminders/push.ts';
export { TASK_REMINDERS } from './reminders/wanted-timers.ts';
export { newestShared, sharedRows } from './sharing/listing.ts';
export { homeOf, placeOf } from './sharing/rows.ts';
export { endShare, share } from './sharing/share.ts';
export { lookForSpaces } from './space/adopt.ts';
export { signKeyViews, signManifest } from './sign-keys.ts';
export { spaceOf } from './space/home.ts';
export { chosenSpace, rememberChosen, summariesOf } from './space/summaries.ts';
export { foundFurther, foundingIsOver, joinFurther } from './space/further.ts';
export { fetchingOf } from './sync/first-fetch.ts';
export { SyncLoop } from './sync/loop.ts';
export { openTo } from './open-to.ts';
export { removalEffects } from './removal.ts';
export { tryAll } from './sync/held.ts';
export { dossierHistory, dossierView } from './views.ts';
export { dropHeld, heldAct, sendHeld, waitingItems } from './waiting.ts';
export { shutOutIn } from './shut-out.ts';
export { listDangers, listRecords, listTasks, mostDangerous, mostUrgent, workloadOf } from './work.ts';
