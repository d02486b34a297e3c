/** Frames in thin, wet paint: watercolour, ink wash. */
import { add, sub, mul, mad, mix, splat, lower, saturate, smooth } from './math'
import { FW, FH, enlargeRow, line, brightness, shares } from './easel'
import { byteAt, tileAt, pixelsAt, enlarged } from './paint'

/**
 * Pigment in washes. @param rim How much darker than its surroundings: there a wash dries. @param thin How much pigment
 * lies where, about 1. @param border Width of the paper left white, pixels. @param lines Strength of the drawing beneath.
 */
export function washFrame(red: usize, green: usize, blue: usize, rim: usize, thin: usize, paper: usize, ink: usize, border: f32, lines: f32, vivid: f32): void {
  const one = splat(1)
  for (let y = 0; y < FH; y++) {
    enlargeRow(red, y, line(0)); enlargeRow(green, y, line(1)); enlargeRow(blue, y, line(2)); enlargeRow(rim, y, line(3)); enlargeRow(thin, y, line(4))
    const dy: f32 = min<f32>(<f32>y, <f32>(FH - 1 - y))
    for (let x = 0; x < FW; x += 4) {
      const tooth = tileAt(paper, y, x), stain = enlarged(4, x), fx = add(splat(<f32>x), f32x4(0, 1, 2, 3))
      let r = saturate(enlarged(0, x)), g = saturate(enlarged(1, x)), b = saturate(enlarged(2, x))
      const l = brightness(r, g, b), k = splat(vivid)
      r = saturate(mad(sub(r, l), k, l)); g = saturate(mad(sub(g, l), k, l)); b = saturate(mad(sub(b, l), k, l))
      // Never black, and what is light is hardly painted at all.
      const lift = mul(smooth(splat(.5), splat(.93), l), splat(.5)), edge = saturate(mul(enlarged(3, x), splat(5)))
      const load = mul(mad(mul(sub(stain, one), splat(1.5)), splat(1), one), mad(sub(splat(.5), tooth), splat(.2), mad(edge, splat(.85), splat(.8))))
      const density = mul(load, sub(one, lift)), dark = splat(.93)
      r = sub(one, lower(mul(sub(one, r), density), dark)); g = sub(one, lower(mul(sub(one, g), density), dark)); b = sub(one, lower(mul(sub(one, b), density), dark))
      // Shadows are painted in blue and violet rather than in black.
      const shade = mul(sub(one, l), splat(.085)); r = mad(shade, splat(.5), r); b = mad(shade, splat(1.1), b)
      const drawn = mul(mul(byteAt(ink, y, x), splat(lines)), mad(tooth, splat(.8), splat(.4)))
      r = mix(r, splat(.23), drawn); g = mix(g, splat(.2), drawn); b = mix(b, splat(.25), drawn)
      const inside = lower(lower(fx, sub(splat(<f32>(FW - 1)), fx)), splat(dy)), ragged = mad(stain, splat(-2.2 * border), mad(tooth, splat(.22 * border), splat(2.75 * border))), page = smooth(splat(0), splat(.16 * border), sub(inside, ragged)), wet = mul(mul(page, sub(one, page)), splat(1.1))
      const sheet = mad(tooth, splat(.035), splat(.958)), worn = sub(page, mul(wet, splat(.12)))
      r = mix(sheet, mul(r, sheet), worn); g = mix(mul(sheet, splat(.992)), mul(g, sheet), worn); b = mix(mul(sheet, splat(.965)), mul(b, mul(sheet, splat(.98))), worn)
      const p = pixelsAt(y, x)
      v128.store(p, shares(r, g, b, v128.load(p)))
    }
  }
}
/**
 * Black ink in four dilutions on rice paper; what is far away dissolves. @param tone Brightness of the sheet.
 * @param near Depth on the frame (1 / metres), 0 where the sky is; or no plane.
 */
export function inkWashFrame(tone: usize, rim: usize, thin: usize, paper: usize, brush: usize, ink: usize, near: usize): void {
  const one = splat(1)
  for (let y = 0; y < FH; y++) {
    enlargeRow(tone, y, line(0)); enlargeRow(rim, y, line(1)); enlargeRow(thin, y, line(2))
    for (let x = 0; x < FW; x += 4) {
      const tooth = tileAt(paper, y, x), stain = enlarged(2, x), l = enlarged(0, x), dry = tileAt(brush, y, x)
      let air = splat(.8)
      if (near) { const z = v128.load(near + (<usize>(y * FW + x) << 2)); air = mad(saturate(mul(z, splat(20))), splat(.62), v128.and(f32x4.gt(z, splat(0)), splat(.38))) }
      const dark = saturate(mul(sub(splat(.86), l), splat(1.25))), steps = mul(dark, splat(4)), floor = f32x4.floor(steps), part = mul(add(floor, smooth(splat(.3), splat(.75), sub(steps, floor))), splat(.25))
      let k = mul(mul(mul(part, mad(part, splat(.65), splat(.35))), mad(air, splat(1.12), splat(.12))), mad(stain, splat(1.1), splat(-.05)))
      k = add(k, mul(mul(saturate(mul(enlarged(1, x), splat(4.5))), splat(.34)), air))
      // A stroke's bristles part where it is pressed less.
      const drawn = mul(mul(smooth(splat(.16), splat(.55), mul(byteAt(ink, y, x), mad(dry, splat(.5), splat(.62)))), splat(.9)), air)
      k = mad(drawn, sub(one, lower(k, one)), k)
      k = saturate(mul(k, mad(tooth, splat(-.3), splat(1.1))))
      const sheet = mad(tooth, splat(.05), splat(.915)), p = pixelsAt(y, x)
      v128.store(p, shares(mix(sheet, splat(.07), k), mix(mul(sheet, splat(.968)), splat(.075), k), mix(mul(sheet, splat(.892)), splat(.095), k), v128.load(p)))
    }
  }
}
