/** Frames drawn with a dry point: pencil, charcoal, pure lines. */
import { add, sub, mul, mad, mix, splat, lower, upper, saturate, smooth } from './math'
import { FW, FH, enlargeRow, line, shares } from './easel'
import { byteAt, tileAt, pixelsAt, enlarged } from './paint'

/** What one direction of strokes adds. @param strokes A tile, 0 in the middle of a stroke. */
@inline function hatched(dark: v128, k: f32, less: f32, strokes: v128, sharp: f32): v128 {
  return saturate(mul(sub(mad(dark, splat(k), splat(-less)), strokes), splat(sharp)))
}
/**
 * Shade by three directions of strokes, contours, on a paper whose teeth take the lead. @param tone Brightness of the sheet.
 * @param smear How much of the tone is rubbed in. @param press How dark strokes are.
 */
export function graphiteFrame(ink: usize, tone: usize, paper: usize, light: usize, middle: usize, deep: usize, smear: f32, press: f32, teeth: f32, cream: f32, sharp: f32): void {
  const one = splat(1)
  for (let y = 0; y < FH; y++) {
    enlargeRow(tone, y, line(0))
    for (let x = 0; x < FW; x += 4) {
      const dark = saturate(sub(splat(.97), mul(enlarged(0, x), splat(1.06)))), tooth = tileAt(paper, y, x)
      let lead = mul(hatched(dark, 1.12, .1, tileAt(light, y, x), sharp), splat(.42))
      lead = add(lead, mul(hatched(dark, 1.3, .46, tileAt(middle, y, x), sharp), splat(.36)))
      lead = add(lead, mul(hatched(dark, 1.6, .86, tileAt(deep, y, x), sharp), splat(.34)))
      lead = mad(mul(dark, dark), splat(smear), mul(lead, splat(press)))
      const drawn = smooth(splat(.18), splat(.7), byteAt(ink, y, x))
      lead = mad(mul(drawn, splat(.86)), sub(one, lower(lead, one)), lead)
      lead = saturate(mul(lead, mad(tooth, splat(teeth), splat(1.06 - teeth * .5))))
      const white = mad(sub(one, tooth), splat(-.05), splat(.975)), k = mul(lead, splat(.9)), p = pixelsAt(y, x)
      v128.store(p, shares(mix(white, splat(.12), k), mix(mul(white, splat(1 - cream * .22)), splat(.12), k), mix(mul(white, splat(1 - cream)), splat(.135), k), v128.load(p)))
    }
  }
}
/** Lines of one colour on a plain ground, and a grid if `pitch` > 0. @param pressure A tile by which the line's weight varies. */
export function linesFrame(ink: usize, fine: usize, pressure: usize, r0: f32, g0: f32, b0: f32, r1: f32, g1: f32, b1: f32, pitch: i32, wear: f32): void {
  for (let y = 0; y < FH; y++) for (let x = 0; x < FW; x += 4) {
    const force = tileAt(pressure, y, x), edge = mad(sub(splat(.5), force), splat(.36), splat(.4))
    let k = upper(smooth(edge, add(edge, splat(.3)), byteAt(ink, y, x)), mul(smooth(edge, add(edge, splat(.35)), byteAt(fine, y, x)), mad(force, splat(.4), splat(.5))))
    if (pitch) {
      const major = pitch * 5, ruled: f32 = y % major == 0 ? .3 : y % pitch == 0 ? .13 : 0
      let g = splat(ruled)
      for (let i = 0; i < 4; i++) { const c = x + i; if (c % pitch == 0) g = upper(g, v128.and(i32x4.eq(i32x4(0, 1, 2, 3), i32x4.splat(i)), splat(c % major == 0 ? .3 : .13))) }
      k = upper(k, g)
    }
    const p = pixelsAt(y, x), worn = mad(sub(force, splat(.5)), splat(wear), splat(1)), kk = mul(k, mad(force, splat(wear), splat(1 - wear * .5)))
    v128.store(p, shares(mix(mul(splat(r0), worn), splat(r1), kk), mix(mul(splat(g0), worn), splat(g1), kk), mix(mul(splat(b0), worn), splat(b1), kk), v128.load(p)))
  }
}
