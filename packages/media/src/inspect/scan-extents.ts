import { MediaError } from '../media-error.ts';
import { viewOf } from '../photo/image-scan.ts';
import type { Mp4Box } from './walk-boxes.ts';

/** The tables that say where samples lie; each fits into its box already. */
export interface SampleTables {
  /** `stsz` or `stz2`. */
  readonly sizes: Mp4Box;
  readonly chunkMap: Mp4Box | undefined;
  readonly offsets: Mp4Box | undefined;
  readonly sampleCount: number;
}

/**
 * Adds up where every chunk of samples ends: what lies behind the end of the file is missing, and demuxers simply stop there.
 * @throws {MediaError} `damaged`.
 * @see ISO/IEC 14496-12, 8.7
 */
export function checkExtents(bytes: Uint8Array, { sizes, chunkMap, offsets, sampleCount }: SampleTables): void {
  if (!chunkMap || !offsets || sampleCount === 0) return;
  const view = viewOf(bytes);
  const sizeOf = readSizes(bytes, sizes);
  const offsetBytes = offsets.type === 'co64' ? 8 : 4;
  const chunkCount = view.getUint32(offsets.start + 4);
  const runCount = view.getUint32(chunkMap.start + 4);
  const runAt = (run: number) => chunkMap.start + 8 + run * 12;
  let sample = 0;
  for (let run = 0; run < runCount && sample < sampleCount; run++) {
    const first = view.getUint32(runAt(run));
    const behind = run + 1 < runCount ? view.getUint32(runAt(run + 1)) : chunkCount + 1;
    const samplesPerChunk = view.getUint32(runAt(run) + 4);
    if (first < 1 || behind <= first || behind > chunkCount + 1 || samplesPerChunk === 0) throw disordered();
    for (let chunk = first; chunk < behind && sample < sampleCount; chunk++) {
      const at = offsets.start + 8 + (chunk - 1) * offsetBytes;
      let end = offsetBytes === 8 ? Number(view.getBigUint64(at)) : view.getUint32(at);
      const last = Math.min(sampleCount, sample + samplesPerChunk);
      if (typeof sizeOf === 'number') end += sizeOf * (last - sample);
      else for (let i = sample; i < last; i++) end += sizeOf(i);
      sample = last;
      if (end > bytes.length) {
        throw new MediaError('damaged', 'the index of the video points behind the end of the file; send it whole');
      }
    }
  }
  if (sample < sampleCount) {
    throw new MediaError(
      'damaged',
      `the video says ${sampleCount} samples and has places for ${sample}; send it whole`,
    );
  }
}

/** @returns What all have in common, or the size of each. */
function readSizes(bytes: Uint8Array, sizes: Mp4Box): number | ((sample: number) => number) {
  const view = viewOf(bytes);
  const entries = sizes.start + 12;
  if (sizes.type === 'stsz') {
    return view.getUint32(sizes.start + 4) || ((sample) => view.getUint32(entries + sample * 4));
  }
  const bits = bytes[sizes.start + 7];
  if (bits === 16) return (sample) => view.getUint16(entries + sample * 2);
  if (bits === 8) return (sample) => bytes[entries + sample] ?? 0;
  return (sample) => ((bytes[entries + (sample >> 1)] ?? 0) >> (sample % 2 === 0 ? 4 : 0)) & 15;
}

function disordered(): MediaError {
  return new MediaError('damaged', 'table stsc of the video is out of order; export it anew');
}
