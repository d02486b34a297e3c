/** A picture with straight alpha over the finished one, both in sRGB. */

@inline function four(c: u32): v128 { return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(i32x4.replace_lane(i32x4.splat(0), 0, c)))) }
@inline function blend(out: usize, c: v128): void {
  const a = f32x4.mul(f32x4.splat(f32x4.extract_lane(c, 3)), f32x4.splat(1 / 255.0)), under = four(load<u32>(out))
  const i = i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.add(under, f32x4.mul(f32x4.sub(c, under), a)), f32x4.splat(.5))), p = i16x8.narrow_i32x4_s(i, i)
  store<u32>(out, <u32>i32x4.extract_lane(i8x16.narrow_i16x8_u(p, p), 0) | 0xff000000)
}
/** `out` has rows of `stride` pixels; the picture of tw × th is stretched to width × height. */
export function overlay(out: usize, stride: i32, width: i32, height: i32, picture: usize, tw: i32, th: i32): void {
  const same = tw == width && th == height, sx: f32 = <f32>tw / <f32>width, sy: f32 = <f32>th / <f32>height
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const o = out + (<usize>(y * stride + x) << 2)
    if (same) {
      const p = picture + (<usize>(y * tw + x) << 2)
      if (load<u8>(p, 3)) blend(o, four(load<u32>(p)))
      continue
    }
    const u = max<f32>(0, (<f32>x + .5) * sx - .5), v = max<f32>(0, (<f32>y + .5) * sy - .5), x0 = min(tw - 1, <i32>u), y0 = min(th - 1, <i32>v), x1 = min(tw - 1, x0 + 1), y1 = min(th - 1, y0 + 1)
    const a = load<u32>(picture + (<usize>(y0 * tw + x0) << 2)), b = load<u32>(picture + (<usize>(y0 * tw + x1) << 2)), c = load<u32>(picture + (<usize>(y1 * tw + x0) << 2)), d = load<u32>(picture + (<usize>(y1 * tw + x1) << 2))
    if (!((a | b | c | d) & 0xff000000)) continue
    // Premultiplied while mixing, so that a transparent neighbour's colour does not bleed in.
    const tx = f32x4.splat(u - <f32>x0), ty = f32x4.splat(v - <f32>y0), pa = premultiplied(a), pb = premultiplied(b), pc = premultiplied(c), pd = premultiplied(d)
    const top = f32x4.add(pa, f32x4.mul(f32x4.sub(pb, pa), tx)), low = f32x4.add(pc, f32x4.mul(f32x4.sub(pd, pc), tx)), m = f32x4.add(top, f32x4.mul(f32x4.sub(low, top), ty)), alpha = f32x4.extract_lane(m, 3)
    if (alpha > 0) blend(o, f32x4.replace_lane(f32x4.mul(m, f32x4.splat(255 / alpha)), 3, alpha))
  }
}
@inline function premultiplied(c: u32): v128 {
  const v = four(c), a = f32x4.extract_lane(v, 3)
  return f32x4.replace_lane(f32x4.mul(v, f32x4.splat(a / 255)), 3, a)
}
