import { type Survey, writeSurvey } from '@dayaq/domain/survey';
import { LIMITS } from '@dayaq/protocol';
import { beginToken } from '@dayaq/sealing/blind-code';
import { letterWork } from '@dayaq/sealing/letter-work';
import {
  type AccountId,
  codeKeyHash,
  codeSecret,
  type CodeToken,
  fromBase64url,
  idBytes,
  type LetterContent,
  type LetterId,
  mailbox,
  newId,
  newReceipt,
  openReply,
  pollMessage,
  type PublicDoor,
  readDoor,
  readReply,
  type ReplyContent,
  sealLetter,
  type Secret,
  type SheetContent,
  type SpaceId,
  unwrap,
  writeApplication,
  writeLetter,
  writeSheetContent,
} from '@dayaq/sealing';
import { fetchTransport } from '../../packages/vault/src/transport.ts';
import { type Device, expectOk } from './world.ts';

/** Two members open the public door of their space; `worksInFlood` as the notice says it. */
export async function openDoor(
  proposer: Device,
  second: Device,
  readers: readonly Device[],
  more: { readonly worksInFlood?: true } = {},
): Promise<void> {
  expectOk(
    await proposer.vault.proposeDoor({
      notice: {
        name: 'Circle',
        languages: ['az', 'en'],
        about: { az: 'Biz', en: 'We' },
        phone: '+994 12 555 01 23',
        hours: { az: '9–18', en: '9–18' },
        dangerPhone: '102',
        answerDays: 3,
        ...more,
      },
      readers: readers.map(({ account }, i) => ({ account, name: `Reader ${i + 1}` })),
    }),
  );
  await second.vault.syncNow();
  const proposed = (await second.vault.door())?.proposed;
  expectOk(await second.vault.openDoor(proposed?.seq ?? -1));
}

/** Two sign that a survey is asked at their open door, too. Answers its hash. */
export async function askSurvey(proposer: Device, second: Device, survey: Survey): Promise<string> {
  const hash = expectOk(await proposer.vault.publishSurvey(writeSurvey(survey)));
  await proposer.vault.syncNow();
  const open = (await proposer.vault.door())?.open;
  if (open?.notice == null) throw new Error('no door is open');
  const { notice, readers } = open;
  const title = Object.fromEntries(notice.languages.map((language) => [language, 'Survey']));
  const until = survey.call === undefined ? {} : { until: survey.call.deadline };
  const surveys = [...(notice.surveys ?? []), { hash, title, ...until }];
  expectOk(await proposer.vault.proposeDoor({ notice: { ...notice, surveys }, readers }));
  await second.vault.syncNow();
  const proposed = (await second.vault.door())?.proposed;
  expectOk(await second.vault.openDoor(proposed?.seq ?? -1));
  return hash;
}

/** Somebody without an account, as the public page acts for them. */
export class Visitor {
  readonly #transport;
  readonly receipt: Secret;
  constructor(
    readonly origin: string,
    readonly space: SpaceId,
    receipt: Secret = newReceipt(),
  ) {
    this.#transport = fetchTransport(origin);
    this.receipt = receipt;
  }

  async door(): Promise<PublicDoor> {
    const answer = await this.#transport.call('doors/read', { space: idBytes(this.space) }, null);
    if (!answer.ok) throw new Error(answer.code);
    return unwrap(await readDoor(this.space, answer.value.acts));
  }

  /** Sends a letter, as often as asked; answers under which number. */
  async write(
    words: string,
    more: Partial<Pick<LetterContent, 'files' | 'answers' | 'box' | 'readers'>> & {
      barred?: readonly AccountId[];
    } = {},
    at: { door?: PublicDoor; letter?: LetterId } = {},
  ): Promise<LetterId> {
    const box = await mailbox(this.receipt);
    const { door = await this.door(), letter = newId<LetterId>() } = at;
    const { barred: kept = [], ...rest } = more;
    const barred = new Set(kept);
    const named = door.readers.map(({ account }) => account);
    const content: LetterContent = {
      words,
      language: 'az',
      answers: {},
      readers: named.filter((account) => !barred.has(account)),
      barred: named.filter((account) => barred.has(account)),
      files: [],
      thread: box.thread,
      address: box.address,
      verifier: box.verifier.publicKey,
      box: box.encryption.publicKey,
      ...rest,
    };
    await this.#put(door, letter, await sealLetter(door, barred, letter, writeLetter(content)));
    return letter;
  }

  /** Sends what another program of the page may put into the seal. */
  async send(content: Uint8Array): Promise<void> {
    const door = await this.door();
    const letter = newId<LetterId>();
    await this.#put(door, letter, await sealLetter(door, new Set(), letter, content));
  }

  /** Answers a survey, as its page does. */
  async answer(
    hash: string,
    answers: SheetContent['answers'],
    letter = newId<LetterId>(),
    token?: CodeToken,
  ): Promise<LetterId> {
    const door = await this.door();
    const survey = unwrap(fromBase64url(hash));
    const readers = door.readers.map(({ account }) => account);
    const content = writeSheetContent({
      survey,
      language: 'az',
      readers,
      answers,
      ...(token === undefined ? {} : { token }),
    });
    await this.#put(door, letter, await sealLetter(door, new Set(), letter, content));
    return letter;
  }

  /** Applies to a call, as its page does. */
  async apply(
    hash: string,
    answers: SheetContent['answers'],
    { language = 'az', letter = newId<LetterId>() }: { language?: string; letter?: LetterId } = {},
  ): Promise<LetterId> {
    const door = await this.door();
    const box = await mailbox(this.receipt);
    const content = writeApplication({
      call: unwrap(fromBase64url(hash)),
      language,
      readers: door.readers.map(({ account }) => account),
      barred: [],
      answers,
      thread: box.thread,
      address: box.address,
      verifier: box.verifier.publicKey,
      box: box.encryption.publicKey,
    });
    await this.#put(door, letter, await sealLetter(door, new Set(), letter, content));
    return letter;
  }

  /** Changes a code for the right to one answer; what is sent, and answered, is seen by `hear`. */
  async change(
    key: string,
    code: string,
    hear: (sent: Uint8Array, signed: Uint8Array) => void = () => undefined,
  ): Promise<CodeToken | string> {
    const publicKey = unwrap(fromBase64url(key));
    const keyHash = await codeKeyHash(publicKey);
    const secret = await codeSecret(this.space, keyHash, code);
    if (secret === null) return 'no code';
    const begun = unwrap(await beginToken(publicKey));
    const ask = () =>
      this.#transport.call(
        'codes/change',
        { space: idBytes(this.space), key: keyHash, code: secret, blinded: begun.blinded },
        null,
      );
    const answer = await ask();
    if (!answer.ok) return answer.code;
    // As where the first answer was lost on its way.
    const again = await ask();
    if (!again.ok) return again.code;
    hear(begun.blinded, again.value.signature);
    return unwrap(await begun.finish(again.value.signature));
  }

  async #put(door: PublicDoor, letter: LetterId, sealed: Uint8Array): Promise<void> {
    const pieces = Math.ceil(sealed.length / LIMITS.letterPiece);
    for (let piece = 0; piece < pieces; piece++) {
      const body = {
        space: idBytes(this.space),
        letter: idBytes(letter),
        epoch: door.epoch,
        piece,
        pieces,
        sealed: sealed.slice(piece * LIMITS.letterPiece, (piece + 1) * LIMITS.letterPiece),
      };
      let put = await this.#transport.call('letters/put', body, null);
      if (!put.ok && put.code === 'work-wanted')
        put = await this.#transport.call('letters/put', { ...body, work: await this.#work(letter) }, null);
      if (!put.ok) throw new Error(put.code);
    }
  }

  /** What a door in flood asks for. */
  async #work(letter: LetterId) {
    const asked = await this.#transport.call('letters/work', { space: idBytes(this.space) }, null);
    if (!asked.ok) throw new Error(asked.code);
    const { slot, tries, challenge } = asked.value;
    const working = letterWork({ challenge, tries }, idBytes(letter));
    for (;;) {
      const { done, value } = working.next();
      if (done === true) return { slot, tries, nonces: value };
    }
  }

  /** The replies that wait, newest first. */
  async replies(): Promise<ReplyContent[]> {
    const box = await mailbox(this.receipt);
    const day = Math.floor(Date.now() / 86_400_000);
    const signature = await box.verifier.sign('poll', pollMessage(box.address, day));
    const answer = await this.#transport.call(
      'mailboxes/poll',
      { space: idBytes(this.space), address: box.address, day, signature },
      null,
    );
    if (!answer.ok) throw new Error(answer.code);
    const found: ReplyContent[] = [];
    for (const slot of answer.value.slots) {
      const opened = await openReply(box, slot);
      if (opened.ok) found.push(unwrap(readReply(opened.value)));
    }
    return found;
  }
}
