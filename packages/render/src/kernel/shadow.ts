/** Depth seen from the sun: metres towards the light, larger is nearer, into a square map. */
import { add, sub, mul, mad, splat, at, select, upper } from './math'

/** Both sides of a triangle cast: a leaf or a curtain has only one face. */
export function rasterDepth(count: i32, indices: usize, vertices: usize, size: i32, map: usize): void {
  const lanes = f32x4(.5, 1.5, 2.5, 3.5), zero = splat(-1e-5), one = splat(1), last: i32 = size - 1, edge = <f32>size
  for (let t = 0; t < count; t++) {
    const a = vertices + (<usize>load<u32>(indices) << 4)
    let b = vertices + (<usize>load<u32>(indices, 4) << 4), c = vertices + (<usize>load<u32>(indices, 8) << 4)
    indices += 12
    const x0 = load<f32>(a), y0 = load<f32>(a, 4)
    let x1 = load<f32>(b), y1 = load<f32>(b, 4), x2 = load<f32>(c), y2 = load<f32>(c, 4)
    let area: f32 = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    if (area < 0) {
      const keep = b, kx = x1, ky = y1
      b = c; x1 = x2; y1 = y2; c = keep; x2 = kx; y2 = ky; area = -area
    }
    if (!(area > 1e-9)) continue
    const left = min(x0, min(x1, x2)), right = max(x0, max(x1, x2)), top = min(y0, min(y1, y2)), bottom = max(y0, max(y1, y2))
    if (right < 0 || bottom < 0 || left >= edge || top >= edge) continue
    let bx0 = <i32>max<f32>(left, 0), by0 = <i32>max<f32>(top, 0), bx1 = min(last, <i32>min<f32>(right, edge)), by1 = min(last, <i32>min<f32>(bottom, edge))
    if (<f32>by1 + .5 > bottom) by1--
    if (<f32>by0 + .5 < top) by0++
    if (<f32>bx0 + .5 < left) bx0++
    if (<f32>bx1 + .5 > right) bx1--
    if (by1 < by0 || bx1 < bx0) continue
    bx0 &= ~3
    const ia: f32 = 1 / area, A0 = (y1 - y2) * ia, B0 = (x2 - x1) * ia, A1 = (y2 - y0) * ia, B1 = (x0 - x2) * ia
    const fx = add(lanes, splat(<f32>bx0)), k0 = mul(splat(A0), sub(fx, splat(x1))), k1 = mul(splat(A1), sub(fx, splat(x2)))
    const z0 = at(a, 8), z1 = at(b, 8), z2 = at(c, 8), d0 = splat(A0 * 4), d1 = splat(A1 * 4)
    for (let y = by0; y <= by1; y++) {
      const fy: f32 = <f32>y + .5
      let e0 = add(k0, splat(B0 * (fy - y1))), e1 = add(k1, splat(B1 * (fy - y2))), p = map + (<usize>(y * size + bx0) << 2)
      for (let x = bx0; x <= bx1; x += 4) {
        const e2 = sub(sub(one, e0), e1), m = v128.and(v128.and(f32x4.ge(e0, zero), f32x4.ge(e1, zero)), f32x4.ge(e2, zero))
        if (v128.any_true(m)) {
          const q = mad(e2, z2, mad(e1, z1, mul(e0, z0))), old = v128.load(p)
          v128.store(p, select(upper(q, old), old, m))
        }
        e0 = add(e0, d0); e1 = add(e1, d1); p += 16
      }
    }
  }
}
