import { latin1, viewOf } from './image-scan.ts';

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * Finds the orientation in EXIF data. Only the first directory is read, and it is read once: links to further ones, which
 * may run in circles, are not followed.
 * @param exif A TIFF structure, with or without the `Exif\0\0` that JPEG puts before it.
 * @returns 1 … 8; 1 when there is none or the data makes no sense, as every viewer does.
 * @see CIPA DC-008 (Exif 2.32), 4.6.4; TIFF 6.0, section 2
 */
export function readOrientation(exif: Uint8Array): number {
  const tiff = latin1(exif, 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  if (tiff.length < 14) return 1;
  const order = latin1(tiff, 0, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const isLittle = order === 'II';
  const view = viewOf(tiff);
  const start = view.getUint32(4, isLittle);
  if (start + 2 > tiff.length) return 1;
  const count = view.getUint16(start, isLittle);
  for (let entry = 0; entry < count; entry++) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, isLittle) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(at + 8, isLittle);
    return view.getUint16(at + 2, isLittle) === SHORT && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
