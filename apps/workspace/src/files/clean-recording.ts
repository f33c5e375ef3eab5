import {
  ADTS,
  AdtsOutputFormat,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FLAC,
  FlacOutputFormat,
  Input,
  type InputFormat,
  type InputTrack,
  MATROSKA,
  MkvOutputFormat,
  MovOutputFormat,
  MP3,
  Mp3OutputFormat,
  MP4,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';

/** What can be put together anew, and as what. */
const FORMATS: readonly (readonly [InputFormat, () => OutputFormat])[] = [
  [MP4, () => new Mp4OutputFormat({ fastStart: 'in-memory' })],
  [QTFF, () => new MovOutputFormat({ fastStart: 'in-memory' })],
  [WEBM, () => new WebMOutputFormat()],
  [MATROSKA, () => new MkvOutputFormat()],
  [MP3, () => new Mp3OutputFormat({ xingHeader: false })],
  [WAVE, () => new WavOutputFormat()],
  [OGG, () => new OggOutputFormat()],
  [FLAC, () => new FlacOutputFormat()],
  [ADTS, () => new AdtsOutputFormat()],
];

/**
 * The same film or recording without what stands beside picture and sound: place, device, names, covers, subtitles, other tracks.
 * Picture and sound are taken over packet by packet, as they are; what is seen and heard in them stays. Null where it is none that
 * can be put together anew whole.
 */
export async function cleanRecording(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const input = new Input({ source: new BufferSource(bytes), formats: FORMATS.map(([format]) => format) });
  try {
    const format = await input.getFormat();
    const made = FORMATS.find(([each]) => each === format)?.[1]();
    const tracks = (await input.getTracks()).filter((track) => track.isVideoTrack() || track.isAudioTrack());
    if (made === undefined || tracks.length === 0) return null;
    const target = new BufferTarget();
    const output = new Output({ format: made, target });
    const copies = await Promise.all(tracks.map((track) => copyOf(track, output)));
    if (!copies.every((copy) => copy !== null)) return null;
    await output.start();
    const counts = await Promise.all(copies.map((copy) => copy()));
    if (counts.some((count) => count === 0)) return null;
    await output.finalize();
    return target.buffer === null ? null : new Uint8Array(target.buffer);
  } catch {
    // Damaged, locked, or with a codec that the other end does not take: the original alone is kept, and that is said.
    return null;
  } finally {
    input.dispose();
  }
}

/** Announces a track of the copy; what it answers copies its packets and says how many there were. */
async function copyOf(track: InputTrack, output: Output): Promise<(() => Promise<number>) | null> {
  const sink = new EncodedPacketSink(track);
  if (track.isVideoTrack()) {
    const codec = await track.getCodec();
    const decoderConfig = await track.getDecoderConfig();
    if (codec === null || decoderConfig === null) return null;
    const source = new EncodedVideoPacketSource(codec);
    output.addVideoTrack(source, { rotation: await track.getRotation() });
    return () =>
      copied(
        sink,
        (packet, meta) => source.add(packet, meta),
        { decoderConfig },
        () => source.close(),
      );
  }
  if (track.isAudioTrack()) {
    const codec = await track.getCodec();
    const decoderConfig = await track.getDecoderConfig();
    if (codec === null || decoderConfig === null) return null;
    const source = new EncodedAudioPacketSource(codec);
    output.addAudioTrack(source);
    return () =>
      copied(
        sink,
        (packet, meta) => source.add(packet, meta),
        { decoderConfig },
        () => source.close(),
      );
  }
  return null;
}

async function copied<Meta>(
  sink: EncodedPacketSink,
  add: (packet: EncodedPacket, meta: Meta) => Promise<void>,
  meta: Meta,
  close: () => void,
): Promise<number> {
  let count = 0;
  for await (const packet of sink.packets()) {
    await add(packet, meta);
    count += 1;
  }
  close();
  return count;
}
