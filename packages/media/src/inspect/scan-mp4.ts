import { MediaError } from '../media-error.ts';
import { viewOf } from '../photo/image-scan.ts';
import type { ClipLimits } from './clip-limits.ts';
import { readTrack, type TrackScan } from './scan-track.ts';
import { refuseForeign } from './sniff-media.ts';
import { type Mp4Box, walkBoxes } from './walk-boxes.ts';

export interface Mp4Scan {
  readonly isFragmented: boolean;
  readonly video: TrackScan;
  readonly audio: TrackScan | undefined;
}

/** Every one of these makes a player open other files, or hides what is in this one. */
const REFUSED_BOXES: Readonly<Record<string, string>> = {
  rmra: 'only refers to other files; send the film itself',
  rmda: 'only refers to other files; send the film itself',
  cmov: 'has a packed index; save it anew as MP4',
  pssh: 'is encrypted; send it without protection',
  encv: 'is encrypted; send it without protection',
  enca: 'is encrypted; send it without protection',
};

/** Boxes of the first level that may hold anything; what is in them is looked at for what it might be elsewhere. */
const PADDING = new Set(['free', 'skip', 'wide', 'pnot']);

/**
 * Holds the index of an MP4 against itself and against the limits before any demuxer sees it: every table fits into its
 * box, counts agree, nothing points out of the file, nothing refers to other files.
 * @throws {MediaError} `damaged`, `unsupported`, `too_large`.
 * @see ISO/IEC 14496-12, 8
 */
export function scanMp4(bytes: Uint8Array, limits: ClipLimits): Mp4Scan {
  if (bytes.length > limits.bytesMax) {
    throw new MediaError('too_large', `expected a video of at most ${limits.bytesMax} bytes, got ${bytes.length}`);
  }
  const boxes = walkBoxes(bytes);
  for (const box of boxes) {
    const reason = REFUSED_BOXES[box.type];
    if (reason !== undefined) throw new MediaError('unsupported', `the video ${reason}`);
    const isLoose = box.depth === 0 && (PADDING.has(box.type) || !/^[ -~]{4}$/.test(box.type));
    if (isLoose) refuseForeign('video', bytes.subarray(box.start, box.end));
    if (box.type === 'dref') refuseOtherFiles(bytes, box);
  }
  const top = boxes.filter(({ depth }) => depth === 0);
  const indexes = top.filter(({ type }) => type === 'moov');
  if (indexes.length !== 1) {
    const advice = 'expected one index (moov)';
    throw new MediaError('damaged', `${advice} in the video, found ${indexes.length}; send the whole file`);
  }
  const last = top.at(-1)!;
  refuseForeign('video', bytes.subarray(last.end));
  const tracks = readTracks(bytes, boxes, limits);
  const isFragmented = boxes.some(({ type }) => type === 'mvex');
  if (isFragmented) checkFragments(bytes, boxes, limits);
  return { isFragmented, ...tracks };
}

function readTracks(bytes: Uint8Array, boxes: readonly Mp4Box[], limits: ClipLimits) {
  const tracks = boxes.filter(({ type, parent }) => type === 'trak' && parent?.type === 'moov');
  if (tracks.length > limits.tracksMax) {
    throw new MediaError('too_large', `expected at most ${limits.tracksMax} tracks in the video, got ${tracks.length}`);
  }
  const scans = tracks.map((track) => readTrack(bytes, boxes, track, limits));
  const videos = scans.filter(({ kind }) => kind === 'video');
  if (videos.length !== 1) {
    throw new MediaError('unsupported', `expected one video track, found ${videos.length}`);
  }
  return { video: videos[0]!, audio: scans.find(({ kind }) => kind === 'audio') };
}

/** A data reference that is not marked "in this file" names a path or an address. */
function refuseOtherFiles(bytes: Uint8Array, { start, end }: Mp4Box): void {
  const view = viewOf(bytes);
  let at = start + 8;
  const count = start + 8 <= end ? view.getUint32(start + 4) : 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + 12 > end) throw new MediaError('damaged', 'the data references of the video are cut short');
    const isHere = (bytes[at + 11]! & 1) === 1;
    if (!isHere) throw new MediaError('unsupported', 'the video refers to other files; send it with its media inside');
    const size = view.getUint32(at);
    if (size < 12) throw new MediaError('damaged', 'a data reference of the video is smaller than its header');
    at += size;
  }
}

const FRAGMENTS_MAX = 4000;

/** Fragments list their samples themselves, next to them. */
function checkFragments(bytes: Uint8Array, boxes: readonly Mp4Box[], limits: ClipLimits): void {
  const view = viewOf(bytes);
  const fragments = boxes.filter(({ type }) => type === 'moof').length;
  if (fragments > FRAGMENTS_MAX) {
    throw new MediaError('too_large', `expected at most ${FRAGMENTS_MAX} fragments in the video, got ${fragments}`);
  }
  let samples = 0;
  for (const { type, start, end } of boxes) {
    if (type !== 'trun') continue;
    if (start + 8 > end) throw new MediaError('damaged', 'a run of the video is cut short');
    const flags = view.getUint32(start) & 0xffffff;
    const count = view.getUint32(start + 4);
    const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
    const head = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
    if (start + head + count * fields * 4 > end) {
      throw new MediaError('damaged', `a run of the video says ${count} samples and has no room for them`);
    }
    samples += count;
  }
  // Sound has some fifty packets a second beside the frames.
  const samplesMax = limits.framesMax + limits.secondsMax * 400;
  if (samples > samplesMax) {
    throw new MediaError('too_large', `expected at most ${samplesMax} samples in the video, got ${samples}`);
  }
}
