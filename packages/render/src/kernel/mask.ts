/**
 * At half resolution: how open a point is to light from all round, and how much of the sun reaches it. Taps turn by a
 * 4 × 4 dither, which the 4 × 4 box blur that follows removes exactly.
 */
import { add, sub, mul, div, mad, splat, at, dot, select, upper, lower, wholeInt, floor4, gather } from './math'
import { W, Z, N, MULTI, HALF_Z, HALF_M, HALF_N, HW, HH, U } from './target'
import { component, ray } from './pixel'
import * as L from './layout'


@inline function every(p: usize): v128 { return MULTI ? every32(p) : v128.shuffle<i32>(v128.load(p), v128.load(p, 16), 0, 2, 4, 6) }
@inline function every32(p: usize): v128 {
  return v128.load32_lane(p + 96, v128.load32_lane(p + 64, v128.load32_lane(p + 32, v128.load32_zero(p), 1), 2), 3)
}
/** Every other pixel of every other row, rows y0 … y1 − 1 of the half resolution. */
export function halveRows(y0: i32, y1: i32): void {
  const shift: usize = MULTI ? 4 : 2
  for (let y = y0; y < y1; y++) for (let x = 0; x < HW; x += 4) {
    const p = (<usize>(2 * y * W + 2 * x)) << shift, o = <usize>(y * HW + x) << 2, z = every(Z + p)
    v128.store(HALF_Z + o, z); v128.store(HALF_M + o, div(splat(1), upper(z, splat(1e-4)))); v128.store(HALF_N + o, every(N + p))
  }
}
/** The whole number below, within 0 … last. */
@inline function whole(x: v128, last: v128): v128 { return upper(lower(floor4(x), last), splat(0)) }
/** The whole number below, within 0 … size − 1, as an integer. */
@inline function texel(x: v128, size: v128): v128 { return wholeInt(upper(lower(floor4(x), sub(size, splat(1))), splat(0))) }
/** Share of `count` taps round a point that the sun reaches. */
@inline function sunlight(matrix: usize, map: usize, size: i32, px: v128, py: v128, pz: v128, reach: v128, taps: usize, count: i32): v128 {
  const sx = add(mul(at(matrix, 0), px), add(mul(at(matrix, 16), py), mad(at(matrix, 32), pz, at(matrix, 48))))
  const sy = add(mul(at(matrix, 4), px), add(mul(at(matrix, 20), py), mad(at(matrix, 36), pz, at(matrix, 52))))
  const sz = add(mul(at(matrix, 8), px), add(mul(at(matrix, 24), py), mad(at(matrix, 40), pz, at(matrix, 56))))
  const edge = splat(<f32>size), zero = splat(0)
  const outside = v128.or(v128.or(f32x4.lt(sx, zero), f32x4.ge(sx, edge)), v128.or(f32x4.lt(sy, zero), f32x4.ge(sy, edge)))
  if (v128.all_true<i32>(outside)) return splat(1)
  let reached = zero
  for (let k = 0; k < count; k++) {
    const ix = texel(mad(v128.load(taps), reach, sx), edge), iy = texel(mad(v128.load(taps, 16), reach, sy), edge)
    taps += 32
    reached = add(reached, v128.and(f32x4.ge(sz, gather(map, i32x4.add(i32x4.mul(iy, i32x4.splat(size)), ix))), splat(1)))
    // The outer four agree: most points are wholly lit or wholly shaded.
    if (k == 3 && v128.all_true<i32>(v128.or(f32x4.eq(reached, zero), f32x4.eq(reached, splat(4))))) return select(splat(1), mul(reached, splat(.25)), outside)
  }
  return select(splat(1), mul(reached, splat(<f32>1 / <f32>count)), outside)
}
/**
 * Fills the planes `open` and `lit`, rows `y0` … `y1` − 1. `aoTaps` and `sunTaps` point to four rows, one for each row of
 * the dither, of points of a disc: x of the four columns, then y; the sun's outer four first. `map` 0: no shadows. `bias`
 * metres along the light, `lift` metres along the normal.
 */
export function mask(open: usize, lit: usize, sunTaps: usize, sunCount: i32, aoTaps: usize, aoCount: i32, aoRadius: f32,
  matrix: usize, map: usize, size: i32, reach: f32, bias: f32, lift: f32, y0: i32, y1: i32): void {
  const lanes = f32x4(0, 2, 4, 6), focal = load<f32>(U, L.U_FOCAL)
  const lastX = splat(<f32>(HW - 1)), lastY = splat(<f32>(HH - 1))
  const strength = splat(<f32>2.6 / <f32>max(1, aoCount)), sunReach = splat(reach)
  for (let y = y0; y < y1; y++) {
    const around = aoTaps + (((<usize>y & 3) * <usize>aoCount) << 5), beside = sunTaps + (((<usize>y & 3) * <usize>sunCount) << 5), fy = splat(<f32>(y * 2) + .5)
    for (let x = 0; x < HW; x += 4) {
      const o = <usize>(y * HW + x) << 2, iz = v128.load(HALF_Z + o)
      if (!v128.any_true(f32x4.gt(iz, splat(0)))) { v128.store(open + o, splat(1)); v128.store(lit + o, splat(1)); continue }
      const z = div(splat(1), upper(iz, splat(1e-5))), fx = add(splat(<f32>(x * 2) + .5), lanes)
      const rx = mul(ray(fx, fy, 0), z), ry = mul(ray(fx, fy, 4), z), rz = mul(ray(fx, fy, 8), z)
      const n = v128.load(HALF_N + o), nx = component(n, 0), ny = component(n, 10), nz = component(n, 20)
      let shut = splat(0)
      if (aoCount) {
        // The reach grows with distance, so that far houses keep a contact shadow too.
        const radius = mad(z, splat(.02), splat(aoRadius)), ir2 = div(splat(1), mul(radius, radius))
        const pixels = lower(splat(40), upper(splat(3), mul(mul(radius, iz), splat(focal * .5))))
        // How far a tap lies above the surface is linear in its ray, and its distance is that along the screen and into it.
        const nrx = dot(nx, ny, nz, at(U, L.U_RAY_X), at(U, L.U_RAY_X + 4), at(U, L.U_RAY_X + 8)), nry = dot(nx, ny, nz, at(U, L.U_RAY_Y), at(U, L.U_RAY_Y + 4), at(U, L.U_RAY_Y + 8))
        const nr = mad(add(nrx, nry), splat(.5), dot(nx, ny, nz, at(U, L.U_RAY), at(U, L.U_RAY + 4), at(U, L.U_RAY + 8))), nrx2 = add(nrx, nrx), nry2 = add(nry, nry)
        const level = dot(nx, ny, nz, rx, ry, rz), slant2 = mul(dot(rx, ry, rz, rx, ry, rz), mul(iz, iz)), across2 = mul(z, splat(4 / (focal * focal)))
        const hx = add(splat(<f32>x), f32x4(0, 1, 2, 3)), hy = splat(<f32>y), cx = add(hx, splat(.5)), cy = splat(<f32>y + .5)
        for (let q = around, end = around + (<usize>aoCount << 5); q < end; q += 32) {
          const ix = whole(mad(pixels, v128.load(q), cx), lastX), iy = whole(mad(pixels, v128.load(q, 16), cy), lastY)
          const sz = gather(HALF_M, wholeInt(mad(iy, splat(<f32>HW), ix))), mx = sub(ix, hx), my = sub(iy, hy), dz = sub(sz, z)
          const above = sub(mul(sz, mad(ix, nrx2, mad(iy, nry2, nr))), level)
          const d2 = mad(mul(dz, dz), slant2, mad(mul(mad(mx, mx, mul(my, my)), across2), sz, splat(1e-6)))
          shut = mad(upper(splat(0), sub(div(above, f32x4.sqrt(d2)), splat(.08))), upper(splat(0), sub(splat(1), mul(d2, ir2))), shut)
        }
      }
      const hit = f32x4.gt(iz, splat(0))
      v128.store(open + o, select(upper(splat(.12), sub(splat(1), mul(shut, strength))), splat(1), hit))
      let sun = splat(1)
      if (map) {
        const nl = dot(nx, ny, nz, at(U, L.U_SUN_DIRECTION), at(U, L.U_SUN_DIRECTION + 4), at(U, L.U_SUN_DIRECTION + 8))
        // Surfaces turned away get no sun but for what wraps round; they are not looked up.
        if (v128.any_true(f32x4.gt(nl, splat(-.5)))) {
          const l = splat(lift), b = splat(bias)
          sun = sunlight(matrix, map, size, mad(nx, l, add(mad(at(U, L.U_SUN_DIRECTION), b, rx), at(U, L.U_CAMERA))), mad(ny, l, add(mad(at(U, L.U_SUN_DIRECTION + 4), b, ry), at(U, L.U_CAMERA + 4))),
            mad(nz, l, add(mad(at(U, L.U_SUN_DIRECTION + 8), b, rz), at(U, L.U_CAMERA + 8))), sunReach, beside, sunCount)
        }
      }
      v128.store(lit + o, select(sun, splat(1), hit))
    }
  }
}

/** One direction of a 4-tap box that stops at jumps of depth; `stride` 1 along rows, the row's length along columns. */
export function blurMask(stride: i32, open: usize, lit: usize, openOut: usize, litOut: usize, y0: i32, y1: i32): void {
  const count = HW * HH, end = HW * y1
  for (let i = HW * y0; i < end; i += 4) {
    const o = <usize>i << 2, z = v128.load(HALF_Z + o), tolerance = mul(z, splat(.04))
    let w = splat(0), a = splat(0), b = splat(0)
    for (let k = -2; k < 2; k++) {
      const j = i + k * stride
      if (j < 0 || j >= count) continue
      const q = <usize>j << 2, m = v128.and(f32x4.le(f32x4.abs(sub(v128.load(HALF_Z + q), z)), tolerance), splat(1))
      w = add(w, m); a = mad(v128.load(open + q), m, a); b = mad(v128.load(lit + q), m, b)
    }
    const iw = div(splat(1), upper(w, splat(1)))
    v128.store(openOut + o, mul(a, iw)); v128.store(litOut + o, mul(b, iw))
  }
}
