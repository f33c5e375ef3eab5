import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Input,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { cleanRecording } from './clean-recording.ts';
import { hiddenData } from './hidden-data.ts';

/** Where, by whom and with what it was taken, as phones write it. */
const TAGS = {
  artist: 'Wren Invented',
  title: 'At the police station',
  raw: {
    '\u00a9xyz': '+40.4093+049.8671/',
    'com.apple.quicktime.location.ISO6709': '+40.4093+049.8671/',
    'com.apple.quicktime.make': 'Some Phone',
    'com.apple.quicktime.author': 'Wren Invented',
  },
};
const MARKS = /Wren|40\.4093|Some Phone|police/;
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

async function film(format: OutputFormat): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const picture = new EncodedVideoPacketSource('vp9');
  const sound = new EncodedAudioPacketSource('opus');
  output.addVideoTrack(picture, { rotation: 90, name: 'Wren Invented' });
  output.addAudioTrack(sound, { name: 'Wren Invented' });
  output.setMetadataTags(TAGS);
  await output.start();
  const packet = (fill: number, type: 'key' | 'delta', at: number) =>
    new EncodedPacket(new Uint8Array(60).fill(fill), type, at, 0.04);
  await picture.add(packet(3, 'key', 0), {
    decoderConfig: { codec: 'vp09.00.10.08', codedWidth: 64, codedHeight: 48 },
  });
  await sound.add(packet(9, 'key', 0), {
    decoderConfig: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000 },
  });
  await picture.add(packet(4, 'delta', 0.04));
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}

/** An MP3 with its author in front, and twenty silent frames. */
function recording(): Uint8Array<ArrayBuffer> {
  const said = [0, ...new TextEncoder().encode('Wren Invented')];
  const frame = [...new TextEncoder().encode('TPE1'), 0, 0, 0, said.length, 0, 0, ...said];
  const tag = [...new TextEncoder().encode('ID3'), 3, 0, 0, 0, 0, 0, frame.length, ...frame];
  const silent = [0xff, 0xfb, 0x90, 0x00, ...Array.from({ length: 413 }, () => 0)];
  return Uint8Array.from([...tag, ...Array.from({ length: 20 }, () => silent).flat()]);
}

async function packetsIn(bytes: Uint8Array<ArrayBuffer>): Promise<[string, number][]> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const tracks = await input.getTracks();
  const counts = tracks.map(
    async (track): Promise<[string, number]> => [track.type, (await track.computePacketStats()).packetCount],
  );
  return (await Promise.all(counts)).sort();
}

describe('the clean copy of a film or recording', () => {
  it.each<[string, OutputFormat, 'place' | 'author']>([
    ['MP4', new Mp4OutputFormat({ metadataFormat: 'udta' }), 'place'],
    ['MOV', new MovOutputFormat({ metadataFormat: 'mdta' }), 'place'],
    ['WebM', new WebMOutputFormat(), 'author'],
  ])(
    'has picture and sound of %s, turned as they were, and no place, author or device',
    async (_, format, tell) => {
      const original = await film(format);
      expect(latin(original)).toMatch(MARKS);
      if (tell === 'place') expect(await hiddenData(original, 'video')).toContain('place');
      const clean = await cleanRecording(original);
      if (clean === null) throw new Error('it was not cleaned');
      expect(latin(clean)).not.toMatch(MARKS);
      for (const left of ['place', 'author', 'device'])
        expect(await hiddenData(clean, 'video')).not.toContain(left);
      expect(await packetsIn(clean)).toEqual(await packetsIn(original));
      const [picture] = await new Input({
        source: new BufferSource(clean),
        formats: ALL_FORMATS,
      }).getVideoTracks();
      expect(await picture?.getRotation()).toBe(90);
    },
  );

  it('has every frame of an MP3, and not whose it is', async () => {
    const original = recording();
    expect(await hiddenData(original, 'audio')).toContain('author');
    const clean = await cleanRecording(original);
    if (clean === null) throw new Error('it was not cleaned');
    expect(await hiddenData(clean, 'audio')).toEqual([]);
    expect(await packetsIn(clean)).toEqual(await packetsIn(original));
  });

  it('is not made of what cannot be put together whole: then the original alone is kept', async () => {
    expect(await cleanRecording(new Uint8Array(500).fill(7))).toBeNull();
    expect(await cleanRecording(recording().slice(0, 30))).toBeNull();
    const whole = await film(new Mp4OutputFormat());
    expect(await cleanRecording(whole.slice(0, whole.length - 40))).toBeNull();
  });
});
