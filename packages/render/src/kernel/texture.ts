/** Pictures on surfaces: rgba8 with a chain of halves, colours as the square root of linear light. */

/** Header: width, height, levels, then the address of each level. 0: none. */
export let TEXTURE: usize = 0, TEXTURE_W: f32 = 0, TEXTURE_H: f32 = 0

export function useTexture(header: usize): void {
  TEXTURE = header
  if (header) { TEXTURE_W = <f32>load<i32>(header); TEXTURE_H = <f32>load<i32>(header, 4) }
}
/** Halves a level; an odd last row or column is dropped. */
export function halveTexture(from: usize, w: i32, h: i32, to: usize): void {
  const hw = max(1, w >> 1), hh = max(1, h >> 1)
  for (let y = 0; y < hh; y++) for (let x = 0; x < hw; x++) {
    const x0 = min(w - 1, x * 2), x1 = min(w - 1, x0 + 1), y0 = min(h - 1, y * 2), y1 = min(h - 1, y0 + 1)
    const a = from + (<usize>(y0 * w + x0) << 2), b = from + (<usize>(y0 * w + x1) << 2), c = from + (<usize>(y1 * w + x0) << 2), d = from + (<usize>(y1 * w + x1) << 2)
    const o = to + (<usize>(y * hw + x) << 2)
    const wa = <i32>load<u8>(a, 3), wb = <i32>load<u8>(b, 3), wc = <i32>load<u8>(c, 3), wd = <i32>load<u8>(d, 3), all = wa + wb + wc + wd
    // Colours weigh by alpha, so that a transparent border does not darken the edge.
    for (let k: usize = 0; k < 3; k++) store<u8>(o + k, <u8>(all == 0 ? (<i32>load<u8>(a + k) + <i32>load<u8>(b + k) + <i32>load<u8>(c + k) + <i32>load<u8>(d + k) + 2) >> 2
      : (<i32>load<u8>(a + k) * wa + <i32>load<u8>(b + k) * wb + <i32>load<u8>(c + k) * wc + <i32>load<u8>(d + k) * wd + (all >> 1)) / all))
    store<u8>(o + 3, <u8>((all + 2) >> 2))
  }
}
@inline function wide(c: u32): v128 { return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(i32x4.replace_lane(i32x4.splat(0), 0, c)))) }

/** One texel of one level, bilinear, as four floats. Coordinates outside 0 … 1 repeat. */
export function texelAt(level: i32, u: f32, v: f32): v128 {
  const w = max(1, load<i32>(TEXTURE) >> level), h = max(1, load<i32>(TEXTURE, 4) >> level), base = load<usize>(TEXTURE + (<usize>level << 2), 12)
  const x = u * <f32>w - .5, y = v * <f32>h - .5, fx = Mathf.floor(x), fy = Mathf.floor(y)
  const x0 = max(0, <i32>fx), x1 = min(w - 1, <i32>fx + 1), y0 = max(0, <i32>fy), y1 = min(h - 1, <i32>fy + 1)
  const tx = f32x4.splat(x - fx), ty = f32x4.splat(y - fy), r0 = base + (<usize>(y0 * w) << 2), r1 = base + (<usize>(y1 * w) << 2)
  const a = wide(load<u32>(r0 + (<usize>x0 << 2))), b = wide(load<u32>(r0 + (<usize>x1 << 2))), c = wide(load<u32>(r1 + (<usize>x0 << 2))), d = wide(load<u32>(r1 + (<usize>x1 << 2)))
  const t = f32x4.add(a, f32x4.mul(f32x4.sub(b, a), tx)), s = f32x4.add(c, f32x4.mul(f32x4.sub(d, c), tx))
  return f32x4.add(t, f32x4.mul(f32x4.sub(s, t), ty))
}
/** Between two levels. */
export function texelBetween(lod: f32, u: f32, v: f32): v128 {
  const last = load<i32>(TEXTURE, 8) - 1, low = min(last, <i32>lod)
  // Only a band round the step is mixed: half the look-ups, and the step stays unseen.
  const part = min<f32>(1, max<f32>(0, (lod - <f32>low - .3) * 2.5))
  u -= u < 0 || u > 1 ? Mathf.floor(u) : <f32>0
  v -= v < 0 || v > 1 ? Mathf.floor(v) : <f32>0
  if (part >= 1 && low < last) return texelAt(low + 1, u, v)
  const a = texelAt(low, u, v)
  if (part <= 0 || low >= last) return a
  return f32x4.add(a, f32x4.mul(f32x4.sub(texelAt(low + 1, u, v), a), f32x4.splat(part)))
}
@inline function pack(c: v128): u32 {
  const i = i32x4.trunc_sat_f32x4_s(f32x4.add(c, f32x4.splat(.5))), s = i16x8.narrow_i32x4_s(i, i)
  return <u32>i32x4.extract_lane(i8x16.narrow_i16x8_u(s, s), 0)
}
/** rgba8 of the lanes under `mask`; the others are transparent. */
export function sampleTexture(u: v128, v: v128, mask: v128, lod: f32): v128 {
  let r = i32x4.splat(0)
  if (i32x4.extract_lane(mask, 0)) r = i32x4.replace_lane(r, 0, pack(texelBetween(lod, f32x4.extract_lane(u, 0), f32x4.extract_lane(v, 0))))
  if (i32x4.extract_lane(mask, 1)) r = i32x4.replace_lane(r, 1, pack(texelBetween(lod, f32x4.extract_lane(u, 1), f32x4.extract_lane(v, 1))))
  if (i32x4.extract_lane(mask, 2)) r = i32x4.replace_lane(r, 2, pack(texelBetween(lod, f32x4.extract_lane(u, 2), f32x4.extract_lane(v, 2))))
  if (i32x4.extract_lane(mask, 3)) r = i32x4.replace_lane(r, 3, pack(texelBetween(lod, f32x4.extract_lane(u, 3), f32x4.extract_lane(v, 3))))
  return r
}
