/** Light to screen: exposure, vignette, shoulder, grade, grain, dither, letterbox. */
import { add, sub, mul, div, mad, mix, splat, at, upper, lower, roundedBits, toFloat, select } from './math'
import { W, RED, GREEN, BLUE, SCRATCH } from './target'

/** Linear to sRGB, 0 … 1: a polynomial of the square root, within .2 of 255 steps, and the straight toe. */
@inline export function encode(x: v128): v128 { return select(mul(x, splat(12.92)), curve(x), f32x4.lt(x, splat(.0031308))) }
/** The same above the toe. */
@inline function curve(x: v128): v128 {
  const y = f32x4.sqrt(x)
  return mad(mad(mad(mad(y, splat(-.3097259), splat(.8431406)), y, splat(-.9451277)), y, splat(1.4479767)), y, splat(-.0370113))
}
/** Straight up to .6, then bending towards 1: what lies below keeps its exact colour. */
@inline function shoulder(x: v128): v128 {
  const t = mul(sub(x, splat(.6)), splat(2.5))
  return select(x, mad(div(t, add(splat(1), t)), splat(.4), splat(.6)), f32x4.le(x, splat(.6)))
}
@inline function luma(r: v128, g: v128, b: v128): v128 { return mad(r, splat(.2126), mad(g, splat(.7152), mul(b, splat(.0722)))) }

/** The bloom between two rows of a plane at a quarter, with its ends repeated, so that four pixels take one load. */
function glowRow(line: usize, q0: usize, q1: usize, fy: v128, gw: i32): void {
  for (let x = 0; x < gw; x += 4) { const o = <usize>x << 2; v128.store(line + o, mix(v128.load(q0 + o), v128.load(q1 + o), fy)) }
  store<f32>(line - 4, load<f32>(line)); store<f32>(line + (<usize>gw << 2), load<f32>(line + (<usize>(gw - 1) << 2)))
}
/** Four pixels of that row. */
@inline function glowAt(p: usize): v128 {
  const m = v128.load(p - 4) // left, own, right
  return mix(v128.shuffle<i32>(m, m, 0, 0, 1, 1), v128.shuffle<i32>(m, m, 1, 1, 2, 2), f32x4(.625, .875, .125, .375))
}
/** The random bits of `bits`, of which a column's and a row's shares are added already. */
@inline function stirred(mixed: v128): v128 {
  const h = i32x4.mul(v128.xor(mixed, i32x4.shr_u(mixed, 13)), i32x4.splat(1274126177))
  return i32x4.shr_u(v128.xor(h, i32x4.shr_u(h, 16)), 8)
}
/** 0 … 255 in the low bits; shifting it left drops the exponent above. */
@inline function byte(x: v128): v128 { return roundedBits(lower(upper(x, splat(0)), splat(255))) }

/**
 * `P`: exposure, saturation, contrast, vignette, grain, monochrome, shadows rgb, highlights rgb, bloom.
 * `width`, `height`: the visible part. `bar`: rows of black above and below. `glow`: planes of bloom at a quarter, or 0.
 * Rows y0 … y1 − 1.
 */
export function finish(out: usize, width: i32, height: i32, P: usize, seed: i32, bar: i32, glow: usize, gw: i32, gh: i32, y0: i32, y1: i32): void {
  const ix: f32 = 2 / <f32>width, iy: f32 = 2 / <f32>height, gn = <usize>(gw * gh) << 2, bloom = at(P, 48)
  const grain = splat(load<f32>(P, 16) * 255), one = splat(1), grained = load<f32>(P, 16) > 0
  // Saturation, the tints of dark and bright and contrast are linear together: channel · own + luma · share + base.
  const contrast = load<f32>(P, 8) * 255, saturation = load<f32>(P, 4) * (1 - load<f32>(P, 20)), own = splat(saturation * contrast), middle: f32 = .45 * (255 - contrast)
  const shareR = splat(contrast * (1 - saturation - load<f32>(P, 24) + load<f32>(P, 36))), shareG = splat(contrast * (1 - saturation - load<f32>(P, 28) + load<f32>(P, 40))), shareB = splat(contrast * (1 - saturation - load<f32>(P, 32) + load<f32>(P, 44)))
  const baseR = splat(contrast * load<f32>(P, 24) + middle), baseG = splat(contrast * load<f32>(P, 28) + middle), baseB = splat(contrast * load<f32>(P, 32) + middle)
  const exposure = at(P, 0), vignette = at(P, 12), lineR = SCRATCH + 64, lineG = lineR + (<usize>gw << 2) + 64, lineB = lineG + (<usize>gw << 2) + 64
  // The padding too: what follows looks a few pixels beyond the visible part.
  for (let y = y0; y < y1; y++) {
    const black = y < bar || (bar > 0 && y >= height - bar), vy: f32 = (<f32>y + .5) * iy - 1
    if (black) { for (let x = 0; x < W; x += 4) v128.store(out + (<usize>(y * W + x) << 2), i32x4.splat(0xff000000)); continue }
    if (glow) {
      const sy: f32 = (<f32>y + .5) * .25 - .5, row0 = max(0, <i32>Mathf.floor(sy)), row1 = min(gh - 1, row0 + 1), fy = splat(max<f32>(0, sy - <f32>row0))
      const q0 = glow + (<usize>(row0 * gw) << 2), q1 = glow + (<usize>(row1 * gw) << 2)
      glowRow(lineR, q0, q1, fy, gw); glowRow(lineG, q0 + gn, q1 + gn, fy, gw); glowRow(lineB, q0 + gn + gn, q1 + gn + gn, fy, gw)
    }
    const vy2 = splat(vy * vy)
    let vx = add(splat(<f32>.5 * ix - 1), f32x4(0, ix, 2 * ix, 3 * ix)), mixed = i32x4.add(i32x4(0, 374761393, 2 * 374761393, 3 * 374761393), i32x4.splat((grained ? y + seed * 1031 : y) * 668265263))
    for (let x = 0; x < W; x += 4, vx = add(vx, splat(4 * ix)), mixed = i32x4.add(mixed, i32x4.splat(4 * 374761393))) {
      const o = <usize>(y * W + x) << 2
      let r = v128.load(RED + o), g = v128.load(GREEN + o), b = v128.load(BLUE + o)
      if (glow) { r = mad(glowAt(lineR + <usize>x), bloom, r); g = mad(glowAt(lineG + <usize>x), bloom, g); b = mad(glowAt(lineB + <usize>x), bloom, b) }
      const v2 = mul(mad(vx, vx, vy2), splat(.5))
      const light = mul(exposure, upper(splat(0), sub(one, mul(mul(v2, v2), vignette))))
      r = upper(mul(r, light), splat(0)); g = upper(mul(g, light), splat(0)); b = upper(mul(b, light), splat(0))
      const peak = upper(r, upper(g, b))
      if (v128.any_true(f32x4.gt(peak, splat(.6)))) {
        if (v128.any_true(f32x4.gt(peak, splat(2.5)))) { // the very bright whitens, as film does
          const white = lower(splat(.5), upper(splat(0), mul(sub(peak, splat(2.5)), splat(.02))))
          r = mad(sub(peak, r), white, r); g = mad(sub(peak, g), white, g); b = mad(sub(peak, b), white, b)
        }
        r = shoulder(r); g = shoulder(g); b = shoulder(b)
      }
      if (v128.any_true(f32x4.lt(lower(r, lower(g, b)), splat(.0031308)))) { r = encode(r); g = encode(g); b = encode(b) }
      else { r = curve(r); g = curve(g); b = curve(b) }
      const l = luma(r, g, b), h = stirred(mixed)
      // Less than half a step of fixed dither, so that gradients do not band and black stays black; grain does as much.
      let noise: v128
      if (grained) {
        const wild = sub(toFloat(v128.and(h, i32x4.splat(4095))), toFloat(v128.and(i32x4.shr_u(h, 12), i32x4.splat(4095))))
        noise = mul(mul(wild, grain), mad(l, splat(-.6 / 4095.0), splat(1 / 4095.0)))
      } else noise = mad(toFloat(v128.and(h, i32x4.splat(4095))), splat(.98 / 4095.0), splat(-.49))
      const R8 = byte(add(mad(r, own, mad(l, shareR, baseR)), noise)), G8 = byte(add(mad(g, own, mad(l, shareG, baseG)), noise)), B8 = byte(add(mad(b, own, mad(l, shareB, baseB)), noise))
      v128.store(out + o, v128.or(v128.or(R8, i32x4.shl(G8, 8)), v128.or(i32x4.shl(B8, 16), i32x4.splat(0xff000000))))
    }
  }
}
/** Copies the visible part of rows of `W` pixels into rows of `width`. */
export function crop(from: usize, out: usize, width: i32, height: i32): void {
  for (let y = 0; y < height; y++) memory.copy(out + (<usize>(y * width) << 2), from + (<usize>(y * W) << 2), <usize>width << 2)
}
