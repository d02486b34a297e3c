/**
 * Tells a player to turn the picture of an MP4 by 90° clockwise: sets the matrix of its video track.
 * @see ISO/IEC 14496-12, 8.3.2
 */
export function turnVideoTrack(film: Uint8Array): Uint8Array {
  const bytes = Buffer.from(film);
  const end = bytes.indexOf('mdat');
  for (let at = bytes.indexOf('tkhd'); at >= 0 && at < end; at = bytes.indexOf('tkhd', at + 4)) {
    // From the name of the box: version and flags, then times and ids, which are longer in version 1.
    const matrix = at + 4 + (bytes[at + 4] === 1 ? 52 : 40);
    const height = bytes.readUInt32BE(matrix + 40);
    if (height === 0) continue;
    [0, 1 << 16, 0, -1 << 16, 0, 0, height, 0, 1 << 30].forEach((value, index) => {
      bytes.writeInt32BE(value, matrix + index * 4);
    });
  }
  return bytes;
}
