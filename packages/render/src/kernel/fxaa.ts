/** Smooths jagged edges of the finished picture: where brightness jumps, blends along the edge's direction. */

@inline function luma(p: usize): i32 { const c = load<u32>(p); return <i32>((c & 255) * 2 + ((c >> 8) & 255) * 5 + ((c >> 16) & 255)) >> 3 }
@inline function apart(a: v128, b: v128): v128 { return v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a)) }
@inline function pixel(c: u32): v128 { return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(i32x4.replace_lane(i32x4.splat(0), 0, c)))) }

/** Reads `from`, writes `out`, both with rows of `stride` pixels; `width` × `height` are visible. The border row is copied. */
export function antialias(from: usize, out: usize, stride: i32, width: i32, height: i32): void {
  memory.copy(out, from, <usize>(stride * height) << 2)
  const s = <usize>stride << 2
  for (let y = 1; y < height - 1; y++) for (let x = 0; x < width; x += 4) {
    const p = from + (<usize>(y * stride + x) << 2), c = v128.load(p)
    const d = v128.or(v128.or(apart(c, v128.load(p - 4)), apart(c, v128.load(p + 4))), v128.or(apart(c, v128.load(p - s)), apart(c, v128.load(p + s))))
    if (!v128.any_true(v128.and(d, i32x4.splat(0x00e0e0e0)))) continue
    for (let k = 0; k < 4; k++) if (x + k > 0 && x + k < width - 1) soften(p + (<usize>k << 2), s, from, out, stride, x + k, y, width, height)
  }
}
function soften(q: usize, s: usize, from: usize, out: usize, stride: i32, x: i32, y: i32, width: i32, height: i32): void {
  const m = luma(q), n = luma(q - s), so = luma(q + s), e = luma(q + 4), w = luma(q - 4)
  const lo = min(m, min(min(n, so), min(e, w))), hi = max(m, max(max(n, so), max(e, w)))
  if (hi - lo < max(12, hi >> 3)) return
  const nw = luma(q - s - 4), ne = luma(q - s + 4), sw = luma(q + s - 4), se = luma(q + s + 4)
  let gx: f32 = -<f32>((nw + ne) - (sw + se)), gy: f32 = <f32>((nw + sw) - (ne + se))
  const reduce: f32 = max<f32>(<f32>(nw + ne + sw + se) * .03125, 1), scale: f32 = 1 / (min(abs(gx), abs(gy)) + reduce)
  gx = min<f32>(8, max<f32>(-8, gx * scale)); gy = min<f32>(8, max<f32>(-8, gy * scale))
  let acc = f32x4.splat(0)
  for (let t = 0; t < 4; t++) {
    const f: f32 = (<f32>t - 1.5) * .33333, fx = max<f32>(0, <f32>x + gx * f), fy = max<f32>(0, <f32>y + gy * f)
    const X = min(width - 2, <i32>fx), Y = min(height - 2, <i32>fy), a = from + (<usize>(Y * stride + X) << 2)
    const ux = f32x4.splat(fx - <f32>X), uy = f32x4.splat(fy - <f32>Y)
    const c0 = pixel(load<u32>(a)), c1 = pixel(load<u32>(a, 4)), c2 = pixel(load<u32>(a + s)), c3 = pixel(load<u32>(a + s, 4))
    const r0 = f32x4.add(c0, f32x4.mul(f32x4.sub(c1, c0), ux)), r1 = f32x4.add(c2, f32x4.mul(f32x4.sub(c3, c2), ux))
    acc = f32x4.add(acc, f32x4.add(r0, f32x4.mul(f32x4.sub(r1, r0), uy)))
  }
  const i = i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.mul(acc, f32x4.splat(.25)), f32x4.splat(.5))), p = i16x8.narrow_i32x4_s(i, i)
  store<u32>(out + (q - from), <u32>i32x4.extract_lane(i8x16.narrow_i16x8_u(p, p), 0) | 0xff000000)
}
