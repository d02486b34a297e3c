/** Colour treatments as tables: 33 steps along red, green and blue, a vector of red, green, blue, 0 for each. */
import { add, sub, mul, mad, splat, lower, upper, select, toInt, toFloat } from './math'
import { FRAME, FH, STRIDE, channel, levels } from './easel'

const GREEN_STEP: i32 = 33 * 16
const RED_STEP: i32 = 33 * 33 * 16

/** Of the last four pixels that were looked up. */
export let CUBE_RED: v128 = i32x4(0, 0, 0, 0), CUBE_GREEN: v128 = i32x4(0, 0, 0, 0), CUBE_BLUE: v128 = i32x4(0, 0, 0, 0)

@inline function blended(base: usize, o: i32, p: i32, q: i32, a: v128, b: v128, c: v128, d: v128): v128 {
  const at = base + <usize>o
  return mad(v128.load(at), a, mad(v128.load(at + <usize>p), b, mad(v128.load(at + <usize>q), c, mul(v128.load(at + RED_STEP + GREEN_STEP + 16), d))))
}
@inline function all0(v: v128): v128 { return v128.shuffle<i32>(v, v, 0, 0, 0, 0) }
@inline function all1(v: v128): v128 { return v128.shuffle<i32>(v, v, 1, 1, 1, 1) }
@inline function all2(v: v128): v128 { return v128.shuffle<i32>(v, v, 2, 2, 2, 2) }
@inline function all3(v: v128): v128 { return v128.shuffle<i32>(v, v, 3, 3, 3, 3) }
/**
 * Four pixels by the tetrahedra of the cells that they lie in: greys stay grey, which three-way blending does not promise.
 * Results are 0 … 255, not rounded.
 */
@inline export function lookUp(cube: usize, pixels: v128): void {
  const k = splat(32.0 / 255), edge = i32x4.splat(31)
  const r = mul(channel(pixels, 0), k), g = mul(channel(pixels, 8), k), b = mul(channel(pixels, 16), k)
  const ir = i32x4.min_s(toInt(r), edge), ig = i32x4.min_s(toInt(g), edge), ib = i32x4.min_s(toInt(b), edge)
  const fr = sub(r, toFloat(ir)), fg = sub(g, toFloat(ig)), fb = sub(b, toFloat(ib))
  const o = i32x4.add(i32x4.add(i32x4.mul(ir, i32x4.splat(RED_STEP)), i32x4.mul(ig, i32x4.splat(GREEN_STEP))), i32x4.shl(ib, 4))
  const sr = i32x4.splat(RED_STEP), sg = i32x4.splat(GREEN_STEP), sb = i32x4.splat(16)
  // One step along the largest share, then all but the smallest.
  const p = select(sr, select(sg, sb, f32x4.ge(fg, fb)), v128.and(f32x4.ge(fr, fg), f32x4.ge(fr, fb)))
  const least = select(sb, select(sg, sr, f32x4.le(fg, fr)), v128.and(f32x4.le(fb, fg), f32x4.le(fb, fr)))
  const q = i32x4.sub(i32x4.splat(RED_STEP + GREEN_STEP + 16), least)
  const high = upper(upper(fr, fg), fb), low = lower(lower(fr, fg), fb), middle = sub(add(add(fr, fg), fb), add(high, low))
  const wa = sub(splat(1), high), wb = sub(high, middle), wc = sub(middle, low)
  const c0 = blended(cube, i32x4.extract_lane(o, 0), i32x4.extract_lane(p, 0), i32x4.extract_lane(q, 0), all0(wa), all0(wb), all0(wc), all0(low))
  const c1 = blended(cube, i32x4.extract_lane(o, 1), i32x4.extract_lane(p, 1), i32x4.extract_lane(q, 1), all1(wa), all1(wb), all1(wc), all1(low))
  const c2 = blended(cube, i32x4.extract_lane(o, 2), i32x4.extract_lane(p, 2), i32x4.extract_lane(q, 2), all2(wa), all2(wb), all2(wc), all2(low))
  const c3 = blended(cube, i32x4.extract_lane(o, 3), i32x4.extract_lane(p, 3), i32x4.extract_lane(q, 3), all3(wa), all3(wb), all3(wc), all3(low))
  const rg0 = v128.shuffle<i32>(c0, c1, 0, 4, 1, 5), rg1 = v128.shuffle<i32>(c2, c3, 0, 4, 1, 5), b0 = v128.shuffle<i32>(c0, c1, 2, 6, 3, 7), b1 = v128.shuffle<i32>(c2, c3, 2, 6, 3, 7)
  CUBE_RED = v128.shuffle<i64>(rg0, rg1, 0, 2); CUBE_GREEN = v128.shuffle<i64>(rg0, rg1, 1, 3); CUBE_BLUE = v128.shuffle<i64>(b0, b1, 0, 2)
}
/** The whole frame through a cube. */
export function cubeFrame(cube: usize): void {
  const half = splat(.5)
  for (let p = FRAME, end = FRAME + (<usize>(STRIDE * FH) << 2); p < end; p += 16) {
    const pixels = v128.load(p)
    lookUp(cube, pixels)
    v128.store(p, levels(add(CUBE_RED, half), add(CUBE_GREEN, half), add(CUBE_BLUE, half), pixels))
  }
}
