import { describe, expect, it } from 'vitest';
import { ACCEPT, WHOLE_FILE_LIMIT, canShow, judgeFile, recognise } from './accepted-types.ts';

describe('a file that somebody wants to add', () => {
  it('is recognised by its ending when the phone gives no type', () => {
    expect(recognise('Протокол.PDF', '')).toEqual({ mediaType: 'application/pdf', family: 'pdf' });
    expect(recognise('IMG_001.heic', 'application/octet-stream')).toEqual({
      mediaType: 'image/heic',
      family: 'image',
    });
  });
  it('keeps a voice recording a recording, though its name ends like a video', () => {
    expect(recognise('voice.webm', 'audio/webm;codecs=opus')?.family).toBe('audio');
  });
  it('is refused when it is a program or a page that could run', () => {
    for (const [name, type] of [
      ['a.exe', 'application/x-msdownload'],
      ['a.html', 'text/html'],
      ['a.svg', 'image/svg+xml'],
      ['a.apk', ''],
      ['none', ''],
    ] as const) {
      expect(judgeFile({ name, type, size: 5 }), name).toEqual({ accepted: false, why: 'type' });
    }
  });
  it('may be as large as is said before it is chosen, whatever it is, and not one byte more', () => {
    for (const name of ['a.jpg', 'a.docx', 'a.mp4', 'a.txt']) {
      const judged = (size: number) => judgeFile({ name, type: '', size });
      expect(judged(WHOLE_FILE_LIMIT).accepted, name).toBe(true);
      expect(judged(WHOLE_FILE_LIMIT + 1), name).toEqual({
        accepted: false,
        why: 'size',
        limit: WHOLE_FILE_LIMIT,
      });
    }
  });
  it('is refused when there is nothing in it', () => {
    expect(judgeFile({ name: 'a.png', type: 'image/png', size: 0 })).toEqual({
      accepted: false,
      why: 'empty',
    });
  });
  it('is only shown inside the page when the page can show it', () => {
    expect(canShow('image', 'image/jpeg')).toBe(true);
    expect(canShow('image', 'image/heic')).toBe(false);
    expect(canShow('document', 'application/msword')).toBe(false);
  });
  it('finds its type in what the picker offers', () => {
    for (const part of ['.pdf', 'image/jpeg', '.docx', 'audio/mp4'])
      expect(ACCEPT.split(',')).toContain(part);
  });
});
