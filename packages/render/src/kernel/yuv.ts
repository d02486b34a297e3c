/** RGBA to I420, BT.709 limited, 16-bit fixed point; chroma is the mean of its four pixels. */

@inline function sums(a: v128, b: v128): v128 { return i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7)) }
@inline function scaled(r: v128, g: v128, b: v128, kr: i32, kg: i32, kb: i32, round: i32): v128 {
  return i32x4.add(i32x4.add(i32x4.mul(r, i32x4.splat(kr)), i32x4.mul(g, i32x4.splat(kg))), i32x4.add(i32x4.mul(b, i32x4.splat(kb)), i32x4.splat(round)))
}
@inline function bytes(a: v128, b: v128): v128 { const n = i16x8.narrow_i32x4_s(a, b); return i8x16.narrow_i16x8_u(n, n) }

/**
 * Even sizes. Works in steps of 8 pixels and writes up to 6 bytes past the end of a row, which the next row overwrites:
 * `y`, `u` and `v` are separate planes with slack behind each, to be joined by the caller when width is no multiple of 8.
 */
export function toI420(from: usize, stride: i32, width: i32, height: i32, yPlane: usize, uPlane: usize, vPlane: usize): void {
  const full = i32x4.splat(255), zero = i32x4.splat(0)
  for (let y = 0; y < height; y += 2) for (let x = 0; x < width; x += 8) {
    let r0 = zero, g0 = zero, b0 = zero, r1 = zero, g1 = zero, b1 = zero
    for (let j = 0; j < 2; j++) {
      const p = from + (<usize>((y + j) * stride + x) << 2), a = v128.load(p), b = v128.load(p, 16)
      const ar = v128.and(a, full), ag = v128.and(i32x4.shr_u(a, 8), full), ab = v128.and(i32x4.shr_u(a, 16), full)
      const br = v128.and(b, full), bg = v128.and(i32x4.shr_u(b, 8), full), bb = v128.and(i32x4.shr_u(b, 16), full)
      const low = i32x4.shr_u(scaled(ar, ag, ab, 11966, 40254, 4064, 32768 + (16 << 16)), 16), high = i32x4.shr_u(scaled(br, bg, bb, 11966, 40254, 4064, 32768 + (16 << 16)), 16)
      v128.store64_lane(yPlane + <usize>((y + j) * width + x), bytes(low, high), 0)
      r0 = i32x4.add(r0, ar); g0 = i32x4.add(g0, ag); b0 = i32x4.add(b0, ab)
      r1 = i32x4.add(r1, br); g1 = i32x4.add(g1, bg); b1 = i32x4.add(b1, bb)
    }
    const r = sums(r0, r1), g = sums(g0, g1), b = sums(b0, b1), round = 131072 + (128 << 18)
    const u = i32x4.shr_s(scaled(r, g, b, -6596, -22189, 28784, round), 18), v = i32x4.shr_s(scaled(r, g, b, 28784, -26145, -2639, round), 18)
    const c = <usize>((y >> 1) * (width >> 1) + (x >> 1))
    v128.store32_lane(uPlane + c, bytes(u, u), 0); v128.store32_lane(vPlane + c, bytes(v, v), 0)
  }
}
