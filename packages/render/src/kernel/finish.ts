/** Light to screen: exposure, vignette, shoulder, grade, grain, dither, letterbox. */
import { add, sub, mul, div, mad, splat, at, upper, lower, saturate, roundedBits, toFloat, bits, select } from './math'
import { W, H, RED, GREEN, BLUE } from './target'
import { bilinear } from './quarter'

/** Linear to sRGB, 0 … 1: a polynomial of the square root, within .2 of 255 steps, and the straight toe. */
@inline export function encode(x: v128): v128 {
  const y = f32x4.sqrt(x)
  const curve = mad(mad(mad(mad(y, splat(-.3097259), splat(.8431406)), y, splat(-.9451277)), y, splat(1.4479767)), y, splat(-.0370113))
  return select(mul(x, splat(12.92)), curve, f32x4.lt(x, splat(.0031308)))
}
/** Straight up to .6, then bending towards 1: what lies below keeps its exact colour. */
@inline function shoulder(x: v128): v128 {
  const t = mul(sub(x, splat(.6)), splat(2.5))
  return select(x, mad(div(t, add(splat(1), t)), splat(.4), splat(.6)), f32x4.le(x, splat(.6)))
}
@inline function luma(r: v128, g: v128, b: v128): v128 { return mad(r, splat(.2126), mad(g, splat(.7152), mul(b, splat(.0722)))) }

/**
 * `P`: exposure, saturation, contrast, vignette, grain, monochrome, shadows rgb, highlights rgb, bloom.
 * `width`, `height`: the visible part. `bar`: rows of black above and below. `glow`: planes of bloom at a quarter, or 0.
 */
export function finish(out: usize, width: i32, height: i32, P: usize, seed: i32, bar: i32, glow: usize, gw: i32, gh: i32): void {
  const ix: f32 = 2 / <f32>width, iy: f32 = 2 / <f32>height, gn = <usize>(gw * gh) << 2, bloom = at(P, 48)
  const grain = at(P, 16), one = splat(1), lanes = i32x4(0, 1, 2, 3), grained = load<f32>(P, 16) > 0, mono = at(P, 20)
  // The padding too: what follows looks a few pixels beyond the visible part.
  for (let y = 0; y < H; y++) {
    const black = y < bar || (bar > 0 && y >= height - bar), vy: f32 = (<f32>y + .5) * iy - 1
    const sy: f32 = (<f32>y + .5) * .25 - .5, row0 = max(0, <i32>Mathf.floor(sy)), row1 = min(gh - 1, row0 + 1), fy = splat(max<f32>(0, sy - <f32>row0))
    for (let x = 0; x < W; x += 4) {
      const o = <usize>(y * W + x) << 2
      if (black) { v128.store(out + o, i32x4.splat(0xff000000)); continue }
      let r = v128.load(RED + o), g = v128.load(GREEN + o), b = v128.load(BLUE + o)
      if (glow) {
        const q0 = glow + (<usize>(row0 * gw + (x >> 2)) << 2), q1 = glow + (<usize>(row1 * gw + (x >> 2)) << 2), first = x == 0, last = (x >> 2) == gw - 1
        r = mad(bilinear(q0, q1, fy, first, last), bloom, r); g = mad(bilinear(q0 + gn, q1 + gn, fy, first, last), bloom, g); b = mad(bilinear(q0 + gn + gn, q1 + gn + gn, fy, first, last), bloom, b)
      }
      const vx = add(splat((<f32>x + .5) * ix - 1), f32x4(0, ix, 2 * ix, 3 * ix)), v2 = mul(mad(vx, vx, splat(vy * vy)), splat(.5))
      const light = mul(at(P, 0), upper(splat(0), sub(one, mul(mul(v2, v2), at(P, 12)))))
      r = upper(mul(r, light), splat(0)); g = upper(mul(g, light), splat(0)); b = upper(mul(b, light), splat(0))
      // The very bright whitens, as film does.
      const peak = upper(r, upper(g, b)), white = lower(splat(.5), upper(splat(0), mul(sub(peak, splat(2.5)), splat(.02))))
      r = mad(sub(peak, r), white, r); g = mad(sub(peak, g), white, g); b = mad(sub(peak, b), white, b)
      r = encode(shoulder(r)); g = encode(shoulder(g)); b = encode(shoulder(b))
      let l = luma(r, g, b)
      const sat = mul(at(P, 4), sub(one, mono))
      r = mad(sub(r, l), sat, l); g = mad(sub(g, l), sat, l); b = mad(sub(b, l), sat, l)
      const dark = sub(one, l)
      r = add(r, mad(dark, at(P, 24), mul(l, at(P, 36)))); g = add(g, mad(dark, at(P, 28), mul(l, at(P, 40)))); b = add(b, mad(dark, at(P, 32), mul(l, at(P, 44))))
      const contrast = at(P, 8), half = splat(.45)
      r = mad(sub(r, half), contrast, half); g = mad(sub(g, half), contrast, half); b = mad(sub(b, half), contrast, half)
      const ids = i32x4.add(i32x4.splat(x), lanes)
      // Less than half a step of fixed dither, so that gradients do not band and black stays black; grain does as much.
      let noise: v128
      if (grained) {
        const h = bits(ids, i32x4.splat(y + seed * 1031)), wild = sub(toFloat(v128.and(h, i32x4.splat(4095))), toFloat(v128.and(i32x4.shr_u(h, 12), i32x4.splat(4095))))
        noise = mul(mul(wild, grain), mad(l, splat(-.6 / 4095.0), splat(1 / 4095.0)))
      } else noise = mad(toFloat(v128.and(bits(ids, i32x4.splat(y)), i32x4.splat(4095))), splat(.98 / 255.0 / 4095.0), splat(-.49 / 255.0))
      const full = splat(255), low = i32x4.splat(255)
      const R8 = v128.and(roundedBits(mul(saturate(add(r, noise)), full)), low), G8 = v128.and(roundedBits(mul(saturate(add(g, noise)), full)), low), B8 = v128.and(roundedBits(mul(saturate(add(b, noise)), full)), low)
      v128.store(out + o, v128.or(v128.or(R8, i32x4.shl(G8, 8)), v128.or(i32x4.shl(B8, 16), i32x4.splat(0xff000000))))
    }
  }
}
/** Copies the visible part of rows of `W` pixels into rows of `width`. */
export function crop(from: usize, out: usize, width: i32, height: i32): void {
  for (let y = 0; y < height; y++) memory.copy(out + (<usize>(y * width) << 2), from + (<usize>(y * W) << 2), <usize>width << 2)
}
