/** Frames in other tones: a scale of colours by brightness, lines of a screen, worn prints. */
import { sub, mul, mad, mix, splat, gather, toInt, saturate } from './math'
import { FH, FW, brightness, shares } from './easel'
import { RED, GREEN, BLUE, pixelsAt, readPixels, tileAt } from './paint'

/**
 * @param scale 257 colours of three floats by brightness. @param share How much of it replaces the picture's own.
 * @param lines How dark every other pair of rows is. @param wear Strength of the tile's marks, 0.5 of which is none.
 */
export function toneFrame(scale: usize, share: f32, lines: f32, pitch: i32, marks: usize, wear: f32): void {
  const k = splat(share)
  for (let y = 0; y < FH; y++) {
    const row = splat(pitch > 0 && (y / pitch) & 1 ? 1 - lines : 1)
    for (let x = 0; x < FW; x += 4) {
      const p = pixelsAt(y, x), under = readPixels(p), i = i32x4.mul(toInt(mul(saturate(brightness(RED, GREEN, BLUE)), splat(256))), i32x4.splat(3)), worn = mul(mad(sub(tileAt(marks, y, x), splat(.5)), splat(wear), splat(1)), row)
      v128.store(p, shares(mul(mix(RED, gather(scale, i), k), worn), mul(mix(GREEN, gather(scale + 4, i), k), worn), mul(mix(BLUE, gather(scale + 8, i), k), worn), under))
    }
  }
}
