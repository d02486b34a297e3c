/** Thick paint: single strokes of a brush laid along the forms, each of one colour, with bristles, then lit as relief. */
import { add, sub, mul, mad, mix, splat, lower, upper, saturate, toInt, toFloat, gather } from './math'
import { FRAME, FW, FH, STRIDE, SW, SH, FACTOR, brightness, shares } from './easel'
import { pixelsAt, tileAt, readPixels, RED, GREEN, BLUE } from './paint'

const BYTE: f32 = 1 / 255.0
let CR: f32 = 0, CG: f32 = 0, CB: f32 = 0, R: usize = 0, G: usize = 0, B: usize = 0
@inline function placeOf(x: f32, y: f32): usize {
  const k: f32 = 1 / <f32>FACTOR
  return <usize>(min(SH - 1, max(0, <i32>(y * k))) * SW + min(SW - 1, max(0, <i32>(x * k)))) << 2
}
/** How much the colour at a place differs from the stroke's. */
@inline function strays(x: f32, y: f32): f32 { const o = placeOf(x, y); return Mathf.abs(load<f32>(R + o) - CR) + Mathf.abs(load<f32>(G + o) - CG) + Mathf.abs(load<f32>(B + o) - CB) }
@inline function byteOf(v: f32): i16 { return <i16>(min<f32>(1, max<f32>(0, v)) * 255 + .5) }
/** As far as the colour stays alike. */
function reachOf(x: f32, y: f32, dx: f32, dy: f32, full: f32): f32 {
  if (strays(x + dx * full * .4, y + dy * full * .4) > .2) return full * .22
  if (strays(x + dx * full * .7, y + dy * full * .7) > .22) return full * .5
  return strays(x + dx * full, y + dy * full) > .24 ? full * .72 : full
}
/**
 * @param list Per stroke x, y in pixels of the frame, and a number 0 … 1; laid in this order. @param detail How busy the
 * picture is there; strokes are left out below `least` and above `most`. @param bristles 64 floats across a stroke.
 * @param jitter How far colours stray from what is seen. The frame's alpha becomes the height of the paint.
 */
export function dabFrame(list: usize, count: i32, red: usize, green: usize, blue: usize, xs: usize, ys: usize, detail: usize, least: f32, most: f32, bristles: usize, half: f32, wide: f32, jitter: f32, opacity: f32): void {
  R = red; G = green; B = blue
  const lanes = f32x4(.5, 1.5, 2.5, 3.5), last = <f32>FH - 1
  for (let i = 0; i < count; i++, list += 12) {
    const cx = load<f32>(list), cy = load<f32>(list, 4), chance = load<f32>(list, 8), o = placeOf(cx, cy), busy = load<f32>(detail + o)
    if (busy < least || busy > most) continue
    CR = load<f32>(R + o); CG = load<f32>(G + o); CB = load<f32>(B + o)
    const tilt: f32 = (chance - .5) * .5
    let dx = load<f32>(xs + o), dy = load<f32>(ys + o)
    const tx = dx - dy * tilt, ty = dy + dx * tilt, n: f32 = 1 / Mathf.sqrt(tx * tx + ty * ty + 1e-9)
    dx = tx * n; dy = ty * n
    const size: f32 = .72 + chance * .5, before = reachOf(cx, cy, -dx, -dy, half * size), after = reachOf(cx, cy, dx, dy, half * size), w = wide * (before + after > half ? 1 : <f32>.7)
    const light: f32 = 1 + (chance - .5) * jitter * 1.3, hue: f32 = (<f32>((<i32>(chance * 4096)) & 63) / 63 - .5) * jitter
    const r = byteOf(CR * (light + hue)), g = byteOf(CG * light), b = byteOf(CB * (light - hue * 1.1) + Mathf.abs(hue) * .03), color = i16x8(r, g, b, 0, r, g, b, 0)
    const ay = Mathf.abs(dy), ax = Mathf.abs(dx), tall = ay * max(before, after) + ax * w + 1, y0 = max(0, <i32>(cy - tall)), y1 = <i32>min(last, cy + tall)
    const ix: f32 = 1 / (ax > 1e-3 ? dx : <f32>1e-3), iy: f32 = 1 / (ay > 1e-3 ? dy : <f32>1e-3), w2 = splat(.5 / w)
    for (let y = y0; y <= y1; y++) {
      const oy: f32 = <f32>y + .5 - cy
      // Along: −before … after; across: −w … w. Both bound x.
      const a0 = (-before - oy * dy) * ix, a1 = (after - oy * dy) * ix, c0 = (oy * dx - w) * iy, c1 = (oy * dx + w) * iy
      const from = max(max(min(a0, a1), min(c0, c1)), -cx), to = min(min(max(a0, a1), max(c0, c1)), <f32>FW - 1 - cx)
      if (from > to) continue
      const x0 = max(0, <i32>(cx + from)) & ~3, x1 = <i32>(cx + to)
      for (let x = x0; x <= x1; x += 4) {
        const fx = add(splat(<f32>x - cx), lanes), u = mad(fx, splat(dx), splat(oy * dy)), v = sub(splat(oy * dx), mul(fx, splat(dy)))
        const h = gather(bristles, toInt(mul(saturate(mad(v, w2, splat(.5))), splat(63)))), ends = lower(add(u, splat(before)), sub(splat(after), u)), sides = sub(splat(w), f32x4.abs(v))
        // Bristles lift one after the other where a stroke ends.
        const alpha = mul(mul(saturate(mul(sides, splat(.9))), saturate(mad(h, splat(.9), mad(ends, splat(.34), splat(-.4))))), splat(opacity))
        if (!v128.any_true(f32x4.gt(alpha, splat(.008)))) continue
        const p = FRAME + (<usize>(y * STRIDE + x) << 2), under = v128.load(p), share = toInt(mul(alpha, splat(127))), thick = toInt(mad(h, splat(158), splat(51)))
        const c0 = v128.shuffle<i16>(color, thick, 0, 1, 2, 8, 4, 5, 6, 10), c1 = v128.shuffle<i16>(color, thick, 0, 1, 2, 12, 4, 5, 6, 14), p0 = i16x8.extend_low_i8x16_u(under), p1 = i16x8.extend_high_i8x16_u(under)
        v128.store(p, i8x16.narrow_i16x8_u(
          i16x8.add(p0, i16x8.shr_s(i16x8.mul(i16x8.sub(c0, p0), v128.shuffle<i16>(share, share, 0, 0, 0, 0, 2, 2, 2, 2)), 7)),
          i16x8.add(p1, i16x8.shr_s(i16x8.mul(i16x8.sub(c1, p1), v128.shuffle<i16>(share, share, 4, 4, 4, 4, 6, 6, 6, 6)), 7))))
      }
    }
  }
}
/** A ground for the strokes: the sheet's colours, at height 0. @param tone How far it goes to a warm middle tone. */
export function groundFrame(tone: f32): void {
  for (let y = 0; y < FH; y++) for (let x = 0; x < FW; x += 4) {
    const p = pixelsAt(y, x)
    readPixels(p)
    v128.store(p, shares(mix(RED, splat(.5), splat(tone)), mix(GREEN, splat(.42), splat(tone)), mix(BLUE, splat(.36), splat(tone)), i32x4.splat(0x30000000)))
  }
}
/** Light from the upper left on the paint's height; alpha is whole again. @param canvas A tile. */
export function reliefFrame(canvas: usize, depth: f32, weave: f32, vivid: f32, chalk: f32): void {
  const k = splat(BYTE)
  for (let y = 0; y < FH; y++) for (let x = 0; x < FW; x += 4) {
    const p = pixelsAt(y, x), under = readPixels(p), h = mul(toFloat(i32x4.shr_u(under, 24)), k), tooth = tileAt(canvas, y, x)
    const right = mul(toFloat(i32x4.shr_u(v128.load(pixelsAt(y, min(FW - 4, x + 1))), 24)), k), below = mul(toFloat(i32x4.shr_u(v128.load(pixelsAt(min(FH - 1, y + 1), x)), 24)), k)
    const slope = lower(upper(sub(add(right, below), add(h, h)), splat(-.34)), splat(.34)), l = brightness(RED, GREEN, BLUE), lit = add(mad(slope, splat(-depth), mad(h, splat(.2), splat(.9))), mul(sub(tooth, splat(.5)), splat(weave)))
    const s = splat(vivid), gleam = mul(upper(sub(mul(slope, splat(-depth)), splat(.1)), splat(0)), splat(.16))
    // Chalk stays on the paper's teeth.
    const bare = mul(saturate(mul(sub(splat(chalk), mad(h, splat(.35), mul(tooth, splat(.85)))), splat(3.2))), splat(chalk > 0 ? .62 : 0))
    const r = mad(mad(sub(RED, l), s, l), lit, gleam), g = mad(mad(sub(GREEN, l), s, l), lit, gleam), b = mad(mad(sub(BLUE, l), s, l), lit, gleam)
    v128.store(p, shares(mix(r, splat(.63), bare), mix(g, splat(.585), bare), mix(b, splat(.53), bare), i32x4.splat(0xff000000)))
  }
}
