/** Smooths jagged edges of the finished picture: where brightness jumps, blends along the edge's direction. */
import { add, sub, mul, div, mad, splat, lower, upper, toFloat, wholeInt } from './math'

@inline function apart(a: v128, b: v128): v128 { return v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a)) }
/** (2 red + 5 green + blue) / 8. */
@inline function lumas(p: usize): v128 {
  const c = v128.load(p), even = i32x4.splat(0x00ff00ff)
  return i32x4.shr_u(i32x4.add(i32x4.dot_i16x8_s(v128.and(c, even), i32x4.splat(0x00010002)), i32x4.dot_i16x8_s(v128.and(i32x4.shr_u(c, 8), even), i32x4.splat(5))), 3)
}
@inline function within(x: v128, limit: f32): v128 { return lower(upper(x, splat(-limit)), splat(limit)) }

/**
 * Rows y0 … y1 − 1 of `from`, smoothed into `out`, both with rows of `stride` pixels; `width` × `height` are visible. The
 * border row is copied.
 */
export function antialias(from: usize, out: usize, stride: i32, width: i32, height: i32, y0: i32, y1: i32): void {
  const s = <usize>stride << 2
  memory.copy(out + <usize>y0 * s, from + <usize>y0 * s, <usize>max(0, y1 - y0) * s)
  for (let y = max(1, y0), end = min(y1, height - 1); y < end; y++) for (let x = 0; x < width; x += 4) {
    const p = from + (<usize>(y * stride + x) << 2), c = v128.load(p)
    const d = v128.or(v128.or(apart(c, v128.load(p - 4)), apart(c, v128.load(p + 4))), v128.or(apart(c, v128.load(p - s)), apart(c, v128.load(p + s))))
    if (!v128.any_true(v128.and(d, i32x4.splat(0x00e0e0e0)))) continue
    const m = lumas(p), w = lumas(p - 4), e = lumas(p + 4), n = lumas(p - s), so = lumas(p + s)
    const lo = i32x4.min_s(m, i32x4.min_s(i32x4.min_s(n, so), i32x4.min_s(e, w))), hi = i32x4.max_s(m, i32x4.max_s(i32x4.max_s(n, so), i32x4.max_s(e, w)))
    const jumps = i32x4.bitmask(i32x4.ge_s(i32x4.sub(hi, lo), i32x4.max_s(i32x4.splat(12), i32x4.shr_u(hi, 3))))
    if (!jumps) continue
    // Along the edge: across the gradient of the four corners, longer where it is clearly along one axis.
    const nw = lumas(p - s - 4), ne = lumas(p - s + 4), sw = lumas(p + s - 4), se = lumas(p + s + 4)
    const across = toFloat(i32x4.sub(i32x4.add(sw, se), i32x4.add(nw, ne))), down = toFloat(i32x4.sub(i32x4.add(nw, sw), i32x4.add(ne, se)))
    const reduce = upper(mul(toFloat(i32x4.add(i32x4.add(nw, ne), i32x4.add(sw, se))), splat(.03125)), splat(1)), scale = div(splat(1), add(lower(f32x4.abs(across), f32x4.abs(down)), reduce))
    const gx = within(mul(across, scale), 8), gy = within(mul(down, scale), 8), o = out + (p - from)
    if (jumps & 1 && x > 0) soften(o, from, stride, x, y, f32x4.extract_lane(gx, 0), f32x4.extract_lane(gy, 0), width, height)
    if (jumps & 2 && x + 2 < width) soften(o + 4, from, stride, x + 1, y, f32x4.extract_lane(gx, 1), f32x4.extract_lane(gy, 1), width, height)
    if (jumps & 4 && x + 3 < width) soften(o + 8, from, stride, x + 2, y, f32x4.extract_lane(gx, 2), f32x4.extract_lane(gy, 2), width, height)
    if (jumps & 8 && x + 4 < width) soften(o + 12, from, stride, x + 3, y, f32x4.extract_lane(gx, 3), f32x4.extract_lane(gy, 3), width, height)
  }
}
/** 4096 times the colour between four pixels; `kx` holds pairs of 16-bit weights of left and right, `ky` weights of below, of 64. */
@inline function tap(p: usize, s: usize, kx: v128, ky: v128): v128 {
  const top = i16x8.extend_low_i8x16_u(v128.load64_zero(p)), below = i16x8.extend_low_i8x16_u(v128.load64_zero(p + s))
  const v = i16x8.add(i16x8.shl(top, 6), i16x8.mul(i16x8.sub(below, top), ky))
  return i32x4.dot_i16x8_s(v128.shuffle<i16>(v, v, 0, 4, 1, 5, 2, 6, 3, 7), kx)
}
/** Writes the mean of four points along (gx, gy), which reach half of it to both sides. */
function soften(q: usize, from: usize, stride: i32, x: i32, y: i32, gx: f32, gy: f32, width: i32, height: i32): void {
  const f = f32x4(-.5, -.166667, .166667, .5), fx = upper(splat(0), mad(f, splat(gx), splat(<f32>x))), fy = upper(splat(0), mad(f, splat(gy), splat(<f32>y)))
  const X = lower(f32x4.floor(fx), splat(<f32>(width - 2))), Y = lower(f32x4.floor(fy), splat(<f32>(height - 2)))
  const right = wholeInt(f32x4.nearest(mul(lower(sub(fx, X), splat(1)), splat(64)))), below = wholeInt(f32x4.nearest(mul(lower(sub(fy, Y), splat(1)), splat(64))))
  const kx = v128.or(i32x4.sub(i32x4.splat(64), right), i32x4.shl(right, 16)), ky = v128.or(below, i32x4.shl(below, 16))
  const i = i32x4.shl(i32x4.add(i32x4.mul(wholeInt(Y), i32x4.splat(stride)), wholeInt(X)), 2), s = <usize>stride << 2
  const all = i32x4.add(
    i32x4.add(tap(from + <usize>i32x4.extract_lane(i, 0), s, v128.shuffle<i32>(kx, kx, 0, 0, 0, 0), v128.shuffle<i32>(ky, ky, 0, 0, 0, 0)), tap(from + <usize>i32x4.extract_lane(i, 1), s, v128.shuffle<i32>(kx, kx, 1, 1, 1, 1), v128.shuffle<i32>(ky, ky, 1, 1, 1, 1))),
    i32x4.add(tap(from + <usize>i32x4.extract_lane(i, 2), s, v128.shuffle<i32>(kx, kx, 2, 2, 2, 2), v128.shuffle<i32>(ky, ky, 2, 2, 2, 2)), tap(from + <usize>i32x4.extract_lane(i, 3), s, v128.shuffle<i32>(kx, kx, 3, 3, 3, 3), v128.shuffle<i32>(ky, ky, 3, 3, 3, 3))))
  const mean = i32x4.shr_u(i32x4.add(all, i32x4.splat(8192)), 14), half = i16x8.narrow_i32x4_s(mean, mean)
  store<u32>(q, <u32>i32x4.extract_lane(i8x16.narrow_i16x8_u(half, half), 0) | 0xff000000)
}
