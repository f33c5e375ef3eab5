import { LETTER_LIMITS, type LetterFile } from '@dayaq/sealing';
import { part } from './page.ts';
import { drawnAnew } from './photo.ts';
import { type Recorder, record } from './voice.ts';
import { say, tell } from './words.ts';

/** Bytes of all files of one letter. */
const MOST = 7 * 1024 * 1024;

let files: LetterFile[] = [];

export const attached = (): readonly LetterFile[] => files;

/** Takes a file in if it still fits, and says so if not. */
function add(file: LetterFile): void {
  const total = [...files, file].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const fits = files.length < LETTER_LIMITS.files && total <= MOST;
  tell('file-problem', fits ? '' : say('tell.most'));
  if (!fits) return;
  files = [...files, file];
  sayFiles();
}

/** Says anew what is attached, in the page's language. */
export function sayFiles(): void {
  part('files').replaceChildren(
    ...files.map((file) => {
      const row = document.createElement('li');
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.className = 'quiet';
      remove.textContent = say('tell.remove');
      remove.addEventListener('click', () => {
        files = files.filter((each) => each !== file);
        tell('file-problem', '');
        sayFiles();
      });
      const key = file.mediaType.startsWith('audio/') ? 'tell.recording' : 'tell.file';
      const number = files.filter(({ mediaType }) => mediaType === file.mediaType).indexOf(file) + 1;
      row.append(say(key, { number }), remove);
      return row;
    }),
  );
}

async function addPhoto(input: HTMLInputElement): Promise<void> {
  const [chosen] = input.files ?? [];
  input.value = '';
  if (chosen === undefined) return;
  const bytes = await drawnAnew(chosen);
  if (bytes === null) tell('file-problem', say('tell.photoBad'));
  // The name that it had on the device says where it is from, and when.
  else add({ name: 'photo.jpg', mediaType: 'image/jpeg', bytes });
}

export function startFiles(): void {
  const photo = part<HTMLInputElement>('photo');
  photo.addEventListener('change', () => void addPhoto(photo));
  const voice = part('voice');
  let recorder: Recorder | null = null;
  voice.addEventListener('click', () => {
    if (recorder !== null) return recorder.stop();
    void record().then(async (begun) => {
      tell('file-problem', begun === null ? say('tell.voiceNo') : '');
      if (begun === null) return;
      recorder = begun;
      voice.textContent = say('tell.voiceStop');
      const heard = await begun.done;
      recorder = null;
      voice.textContent = say('tell.voice');
      if (heard !== null) add({ name: 'voice', ...heard });
    });
  });
}
