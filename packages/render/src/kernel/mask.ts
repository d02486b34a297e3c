/**
 * At half resolution: how open a point is to light from all round, and how much of the sun reaches it. Taps turn by a
 * 4 × 4 dither, which the 4 × 4 box blur that follows removes exactly.
 */
import { add, sub, mul, div, mad, splat, at, dot, select, upper, lower, toFloat, wholeInt, floor4, gather } from './math'
import { W, Z, N, MULTI, HALF_Z, HALF_N, HW, HH, U } from './target'
import * as L from './layout'

@inline function component(n: v128, shift: i32): v128 { return mul(sub(toFloat(v128.and(i32x4.shr_u(n, shift), i32x4.splat(1023))), splat(512)), splat(1 / 511.0)) }

/** Every other pixel of every other row, rows y0 … y1 − 1 of the half resolution. */
export function halveRows(y0: i32, y1: i32): void {
  const shift: usize = MULTI ? 4 : 2
  for (let y = y0; y < y1; y++) for (let x = 0; x < HW; x++) {
    const p = (<usize>(2 * y * W + 2 * x)) << shift, o = <usize>(y * HW + x) << 2
    // The sky keeps normals of earlier frames, and four neighbours decide together how many taps they take.
    const z = load<f32>(Z + p)
    store<f32>(HALF_Z + o, z); store<u32>(HALF_N + o, z > 0 ? load<u32>(N + p) : 0)
  }
}
/** The whole number below, within 0 … last. */
@inline function whole(x: v128, last: v128): v128 { return upper(lower(floor4(x), last), splat(0)) }
/** The whole number below, within 0 … size − 1, as an integer. */
@inline function texel(x: v128, size: v128): v128 { return wholeInt(upper(lower(floor4(x), sub(size, splat(1))), splat(0))) }
/** Share of `count` taps round a point that the sun reaches. */
@inline function sunlight(matrix: usize, map: usize, size: i32, px: v128, py: v128, pz: v128, c: v128, s: v128, reach: f32, taps: usize, count: i32): v128 {
  const sx = add(mul(at(matrix, 0), px), add(mul(at(matrix, 16), py), mad(at(matrix, 32), pz, at(matrix, 48))))
  const sy = add(mul(at(matrix, 4), px), add(mul(at(matrix, 20), py), mad(at(matrix, 36), pz, at(matrix, 52))))
  const sz = add(mul(at(matrix, 8), px), add(mul(at(matrix, 24), py), mad(at(matrix, 40), pz, at(matrix, 56))))
  const edge = splat(<f32>size), zero = splat(0)
  const outside = v128.or(v128.or(f32x4.lt(sx, zero), f32x4.ge(sx, edge)), v128.or(f32x4.lt(sy, zero), f32x4.ge(sy, edge)))
  if (v128.all_true<i32>(outside)) return splat(1)
  let reached = zero
  for (let k = 0; k < count; k++) {
    const ux = splat(load<f32>(taps) * reach), uy = splat(load<f32>(taps, 4) * reach)
    taps += 8
    const ix = texel(add(sx, sub(mul(ux, c), mul(uy, s))), edge), iy = texel(add(sy, mad(ux, s, mul(uy, c))), edge)
    reached = add(reached, v128.and(f32x4.ge(sz, gather(map, i32x4.add(i32x4.mul(iy, i32x4.splat(size)), ix))), splat(1)))
    // The outer four agree: most points are wholly lit or wholly shaded.
    if (k == 3 && v128.all_true<i32>(v128.or(f32x4.eq(reached, zero), f32x4.eq(reached, splat(4))))) return select(splat(1), mul(reached, splat(.25)), outside)
  }
  return select(splat(1), mul(reached, splat(<f32>1 / <f32>count)), outside)
}
/**
 * Fills the planes `open` and `lit`. `turns`: 16 cosines, 16 sines. `taps`: x y of a disc's points, the outer four first.
 * Rows `y0` … `y1` − 1. `map` 0: no shadows. `bias` metres along the light, `lift` metres along the normal.
 */
export function mask(open: usize, lit: usize, turns: usize, taps: usize, tapCount: i32, aoTaps: i32, aoRadius: f32,
  matrix: usize, map: usize, size: i32, reach: f32, bias: f32, lift: f32, y0: i32, y1: i32): void {
  const lanes = f32x4(0, 2, 4, 6), focal = load<f32>(U, L.U_FOCAL)
  const lastX = splat(<f32>(HW - 1)), lastY = splat(<f32>(HH - 1))
  const strength = splat(<f32>2.6 / <f32>max(1, aoTaps))
  for (let y = y0; y < y1; y++) {
    const turn = turns + ((<usize>y & 3) << 4), c = v128.load(turn), s = v128.load(turn, 64), fy = splat(<f32>(y * 2) + .5)
    for (let x = 0; x < HW; x += 4) {
      const o = <usize>(y * HW + x) << 2, iz = v128.load(HALF_Z + o)
      if (!v128.any_true(f32x4.gt(iz, splat(0)))) { v128.store(open + o, splat(1)); v128.store(lit + o, splat(1)); continue }
      const z = div(splat(1), upper(iz, splat(1e-5))), fx = add(splat(<f32>(x * 2) + .5), lanes)
      const rx = mul(rayX(fx, fy), z), ry = mul(rayY(fx, fy), z), rz = mul(rayZ(fx, fy), z)
      const n = v128.load(HALF_N + o), nx = component(n, 0), ny = component(n, 10), nz = component(n, 20)
      let shut = splat(0)
      if (aoTaps) {
        // The reach grows with distance, so that far houses keep a contact shadow too.
        const radius = mad(z, splat(.02), splat(aoRadius)), ir2 = div(splat(1), mul(radius, radius))
        const pixels = lower(splat(40), upper(splat(3), mul(mul(radius, iz), splat(focal * .5))))
        // How far a tap lies above the surface is linear in its ray, and its distance is that along the screen and into it.
        const nr = dot(nx, ny, nz, at(U, L.U_RAY), at(U, L.U_RAY + 4), at(U, L.U_RAY + 8)), nrx = dot(nx, ny, nz, at(U, L.U_RAY_X), at(U, L.U_RAY_X + 4), at(U, L.U_RAY_X + 8)), nry = dot(nx, ny, nz, at(U, L.U_RAY_Y), at(U, L.U_RAY_Y + 4), at(U, L.U_RAY_Y + 8))
        const level = dot(nx, ny, nz, rx, ry, rz), slant2 = mul(dot(rx, ry, rz, rx, ry, rz), mul(iz, iz)), across2 = splat(1 / (focal * focal)), cx = add(splat(<f32>x + .5), mul(lanes, splat(.5))), cy = splat(<f32>y + .5)
        for (let k = 0; k < aoTaps; k++) {
          const q = taps + (<usize>k << 3), ux = at(q, 0), uy = at(q, 4)
          const ix = whole(mad(pixels, sub(mul(ux, c), mul(uy, s)), cx), lastX), iy = whole(mad(pixels, mad(ux, s, mul(uy, c)), cy), lastY)
          const sz = div(splat(1), upper(gather(HALF_Z, wholeInt(mad(iy, splat(<f32>HW), ix))), splat(1e-4)))
          const gx = mad(ix, splat(2), splat(.5)), gy = mad(iy, splat(2), splat(.5)), mx = sub(gx, fx), my = sub(gy, fy), dz = sub(sz, z)
          const above = sub(mul(sz, mad(gx, nrx, mad(gy, nry, nr))), level)
          const d2 = mad(mul(dz, dz), slant2, mad(mul(mad(mx, mx, mul(my, my)), across2), mul(z, sz), splat(1e-6)))
          shut = mad(upper(splat(0), sub(div(above, f32x4.sqrt(d2)), splat(.08))), upper(splat(0), sub(splat(1), mul(d2, ir2))), shut)
        }
      }
      // Normals of the sky are what an earlier frame left.
      const hit = f32x4.gt(iz, splat(0))
      v128.store(open + o, select(upper(splat(.12), sub(splat(1), mul(shut, strength))), splat(1), hit))
      let sun = splat(1)
      if (map) {
        const nl = dot(nx, ny, nz, at(U, L.U_SUN_DIRECTION), at(U, L.U_SUN_DIRECTION + 4), at(U, L.U_SUN_DIRECTION + 8))
        // Surfaces turned away get no sun but for what wraps round; they are not looked up.
        if (v128.any_true(f32x4.gt(nl, splat(-.5)))) {
          const l = splat(lift), b = splat(bias)
          sun = sunlight(matrix, map, size, mad(nx, l, add(mad(at(U, L.U_SUN_DIRECTION), b, rx), at(U, L.U_CAMERA))), mad(ny, l, add(mad(at(U, L.U_SUN_DIRECTION + 4), b, ry), at(U, L.U_CAMERA + 4))),
            mad(nz, l, add(mad(at(U, L.U_SUN_DIRECTION + 8), b, rz), at(U, L.U_CAMERA + 8))), c, s, reach, taps, tapCount)
        }
      }
      v128.store(lit + o, select(sun, splat(1), hit))
    }
  }
}
@inline function rayX(fx: v128, fy: v128): v128 { return add(at(U, L.U_RAY), mad(fx, at(U, L.U_RAY_X), mul(fy, at(U, L.U_RAY_Y)))) }
@inline function rayY(fx: v128, fy: v128): v128 { return add(at(U, L.U_RAY + 4), mad(fx, at(U, L.U_RAY_X + 4), mul(fy, at(U, L.U_RAY_Y + 4)))) }
@inline function rayZ(fx: v128, fy: v128): v128 { return add(at(U, L.U_RAY + 8), mad(fx, at(U, L.U_RAY_X + 8), mul(fy, at(U, L.U_RAY_Y + 8)))) }

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
